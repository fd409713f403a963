package import Basics
internal import Documents

/// The code of a label, `L4`.
package struct LabelCode: NumberedCode {
  package static let form = CodeForm("L", "label", example: "L4")
  package static let largest = largestOfCopies
  package let number: Int

  package init(checked number: Int) { self.number = number }
}

/// A label of cluster excellence that a partner has, with how long it is valid and its scores.
package struct PartnerLabel: Record {
  /// Bronze, silver and gold, as the association gives them.
  package enum Level: String, RecordWord { case bronze, silver, gold }

  package let code: LabelCode
  package var partner = ""
  package var level = Level.bronze
  package var obtainedOn: Day?
  package var validTo: Day?
  /// Hundredths of per cent, in all and by area.
  package var score: Int?
  package var areas = AreaScores()
  package var improvement1: String?
  package var improvement2: String?
  package var improvement3: String?
  package var note: String?
  package private(set) var standing: LabelStanding?

  package init(code: LabelCode) { self.code = code }

  /// The scores by area of the benchmarking, in hundredths of per cent.
  package struct AreaScores: Sendable, Equatable {
    package var structure: Int?
    package var governance: Int?
    package var financing: Int?
    package var strategy: Int?
    package var services: Int?
    package var contacts: Int?
    package var achievements: Int?
  }

  /// How many months before the end the renewal is begun.
  static let monthsBefore = 9

  /// The day on which the renewal is begun: nine months before the label ends.
  package var nextActionOn: Day? { validTo?.adding(months: -Self.monthsBefore) }

  package static let register = Register<PartnerLabel>(
    noun: "label", path: "partner label", example: "L1", heading: "No",
    headings: "no,number,label no\(HeadingWords.number)", table: .numbered("label"),
    attributes: main + scores + improvements,
    filters: [
      RecordFilter(
        name: "due", help: "Only those whose renewal is due, the first to end first.",
        title: "Labels to renew", empty: "No label is to be renewed yet.",
        holds: { $0.standing == .renew || $0.standing == .ended },
        precedes: { ($0.validTo?.number ?? .max) < ($1.validTo?.number ?? .max) })
    ],
    parts: [RecordPart(table: "label_term", column: "label_id")],
    words: RecordWords(added: { ", \($0.level.rawValue) of \($0.partner)" }),
    rules: RecordRules(
      derive: { context in
        { label, _ in label.standing = LabelStanding(label, today: context.today) }
      }, check: check), details: details)

  private static let main: [Attribute<PartnerLabel>] = [
    .requiredReference(
      "partner", \.partner, to: Partner.target, of: "label", "Partner", "The partner that has it.",
      headings: "cluster,organisation\(HeadingWords.partner)"),
    .word(
      "level", \.level, "Level", "bronze, silver or gold.",
      headings: "label,label level\(HeadingWords.level)", read: { Level(listed: $0) }),
    .day(
      "obtained_on", \.obtainedOn, "Obtained", "The day it was given.",
      headings: "obtained,date,awarded\(HeadingWords.obtained)", option: "obtained",
      isPast: true),
    .day(
      "valid_to", \.validTo, "Valid to", "The last day it is valid.",
      headings: "valid until,expires,expiry\(HeadingWords.validTo)"),
    .computed(
      "next_action_on", "Next action", "Nine months before it ends: the renewal begins.", kind: .day
    ) { .day(orEmpty: $0.nextActionOn) },
    .computed(
      "standing", "Standing", "valid, renew (the renewal is due) or ended.",
      kind: .words(of: LabelStanding.self)
    ) { label in label.standing.map { .state($0.rawValue, $0.tone) } ?? .empty },
  ]

  private static let scores: [Attribute<PartnerLabel>] = [
    .decimal(
      "score", \.score, in: 0...100, "Score", "The score of the benchmarking, in per cent.",
      headings: "total,total score\(HeadingWords.score)", uses: .hidden),
    area("structure", \.areas.structure, "structure of the cluster"),
    area("governance", \.areas.governance, "management and governance"),
    area("financing", \.areas.financing, "financing"),
    area("strategy", \.areas.strategy, "strategy"),
    area("services", \.areas.services, "services"),
    area("contacts", \.areas.contacts, "contacts and interaction inside"),
    area("achievements", \.areas.achievements, "achievements and recognition"),
  ]

  private static func area(
    _ name: String, _ path: any WritableKeyPath<PartnerLabel, Int?> & Sendable, _ words: String
  ) -> Attribute<PartnerLabel> {
    .decimal(
      "score_\(name)", path, in: 0...100, "\(name.prefix(1).uppercased())\(name.dropFirst())",
      "The score of its \(words), in per cent.", headings: "\(name),\(words)", uses: .hidden)
  }

  private static let improvements: [Attribute<PartnerLabel>] = [
    improvement(1, \.improvement1), improvement(2, \.improvement2), improvement(3, \.improvement3),
    .text("note", \.note, "Note", "A remark.", headings: HeadingWords.note, uses: .hidden),
  ]

  private static func improvement(
    _ number: Int, _ path: any WritableKeyPath<PartnerLabel, String?> & Sendable
  ) -> Attribute<PartnerLabel> {
    .text(
      "improvement_\(number)", path, "Improvement \(number)",
      "An area to improve, the \(["first", "second", "third"][number - 1]) of three.",
      headings: "improvement area \(number)", uses: .hidden)
  }

  private static func check(
    _ label: inout PartnerLabel, _ was: PartnerLabel?, _ said: inout Changes,
    _ context: RecordContext
  ) throws {
    guard !label.partner.isEmpty else {
      throw Refusal("partner", rule: "partner", expected: "the short name of a partner")
    }
    if let first = label.obtainedOn, let last = label.validTo, last < first {
      throw Refusal(
        "valid_to", rule: "days", expected: "a day not before \(first)", found: last.iso)
    }
  }
}

/// Whether a label is valid today, and whether its renewal is due.
package enum LabelStanding: String, CaseIterable, Sendable {
  case valid, renew, ended

  /// Nil for a label that has no end.
  init?(_ label: PartnerLabel, today: Day) {
    guard let last = label.validTo, let next = label.nextActionOn else { return nil }
    self = today > last ? .ended : today >= next ? .renew : .valid
  }
}

extension Store {
  package var labels: Records<PartnerLabel> { records() }
}
