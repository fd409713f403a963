package import Basics
internal import Documents
internal import GRDB

/// A person who works on the action for a partner, with the contract as far as costs depend on it.
package struct Person: Record {
  /// The categories of personnel costs.
  package enum Category: String, RecordWord {
    case employee = "A.1"
    case directContract = "A.2"
    case seconded = "A.3"
    case owner = "A.4"
    case naturalPerson = "A.5"

    /// `A.1`, `A1`, `a.1`, or with words behind it.
    init?(listed text: String) {
      let signs = text.trimmed.asciiRaised.filter { $0 != "." && $0 != " " }
      guard
        let word = Self.allCases.first(where: { word in
          signs.hasPrefix(word.rawValue.filter { $0 != "." })
        }), signs.dropFirst(2).first?.isNumber != true
      else { return nil }
      self = word
    }
  }

  package let code: PersonCode
  package var partner = ""
  package var name: String?
  package var position: String?
  /// The share of full time, in hundredths of a per cent; full time where nothing is said.
  package var employment: Int?
  package var category = Category.employee
  /// The first and the last day of the contract, where they are known.
  package var from: Day?
  package var to: Day?
  /// The work packages on which the person is declared to work full time; none where timesheets count.
  package internal(set) var shares: [WorkShare] = []

  package init(code: PersonCode) { self.code = code }

  /// Whether the person is declared to work on the action alone, so that no timesheets are needed.
  package var isFullTime: Bool { !shares.isEmpty }

  /// How others refer to persons.
  static let target = RecordTarget(
    noun: "person", command: "partner person", table: "person", code: "target.code",
    order: "target.code", key: { $0.trimmed.asciiRaised },
    unknown: {
      RecordProblem.unknown($0.trimmed, noun: "person", known: $1, command: "partner person")
    },
    names: "SELECT id, name, NULL FROM person WHERE name IS NOT NULL")

  package static let register = Register<Person>(
    noun: "person", path: "partner person", example: "NP-1", heading: "Person",
    headings: "person,short code,person code,employee\(HeadingWords.person)",
    table: .named("person", order: "person.code"),
    attributes: [
      .requiredReference(
        "partner", \.partner, to: Partner.target, of: "person", "Partner",
        "The partner the person works for.",
        headings: "beneficiary,employer,organisation\(HeadingWords.partner)"),
      .text(
        "name", \.name, "Name", "The full name.",
        headings: "full name,first and last name\(HeadingWords.personName)"),
      .text(
        "position", \.position, "Position", "What the person is in the partner's organisation.",
        headings: "function,role,job title\(HeadingWords.position)"),
      .share(
        "employment", \.employment, "Employment",
        "The share of full time, such as 50 % or 0.5; full time unless given.",
        headings: "fte,full time equivalent,share of full time\(HeadingWords.employment)"),
      .word(
        "category", \.category, "Category",
        "The cost category: A.1 employees, A.2 direct contract, A.3 seconded, A.4 owners, "
          + "A.5 natural persons.",
        headings: "cost category,type of contract\(HeadingWords.costCategory)",
        read: { Category(listed: $0) }),
      .day(
        "from", \.from, "From", "The first day of the contract.",
        headings: "start,contract from,employed from\(HeadingWords.firstDay)",
        column: "starts_on"),
      .day(
        "to", \.to, "To", "The last day of the contract.",
        headings: "end,until,contract to,employed to\(HeadingWords.lastDay)",
        column: "ends_on"),
      .computed(
        "full_time", "Full time on", "The work packages of a person declared full time.",
        kind: .list
      ) { .list($0.shares.map(\.description)) },
    ],
    parts: [RecordPart(table: "person_share", column: "person_id")],
    words: RecordWords(added: { " of \($0.partner)" }),
    rules: RecordRules(derive: derivation, check: check), details: details)

  private static func check(
    _ person: inout Person, _ was: Person?, _ said: inout Changes, _ context: RecordContext
  ) throws {
    guard !person.partner.isEmpty else {
      throw Refusal("partner", rule: "partner", expected: "the short name of a partner")
    }
    if let first = person.from, let last = person.to, last < first {
      throw Refusal("to", rule: "days", expected: "a day not before \(first)", found: last.iso)
    }
  }
}

/// The share of a work package in the time of a person, in hundredths of a per cent.
package struct WorkShare: Sendable, Equatable, CustomStringConvertible {
  package let workPackage: WorkPackageCode
  package let hundredths: Int

  package init(workPackage: WorkPackageCode, hundredths: Int) {
    self.workPackage = workPackage
    self.hundredths = hundredths
  }

  package var description: String { "\(workPackage) \(hundredthsText(hundredths)) %" }
}

extension Store {
  package var persons: Records<Person> { records() }
}
