package import Basics
internal import Documents

/// The code of an activity, `A4`.
package struct ActivityCode: NumberedCode {
  package static let form = CodeForm("A", "activity", example: "A4")
  package static let largest = largestOfCopies
  package let number: Int

  package init(checked number: Int) { self.number = number }
}

/// Something that the project does with or for others: a training, an event, a mission, a meeting,
/// a piece of communication.
package struct Activity: Record {
  package let code: ActivityCode
  package var title: String
  package var type = ActivityType.communication
  package var workPackage: String?
  package var task: String?
  package var partners: [String] = []
  package var place: String?
  package var startsOn: Day?
  package var endsOn: Day?
  package var status = ActivityStatus.planned
  /// A code of the Agency's lists of channels, dissemination and activities.
  package var kind: String?
  package var audiences: [String] = []
  package var reach: Int?
  /// Hundredths of the currency of the grant.
  package var cost: Int?
  package var link: String?
  package var outcome: String?
  /// Hundredths of the hours that each person was trained.
  package var hours: Int?
  /// Hundredths of the mean of the answers, from 1 to 5.
  package var satisfaction: Int?
  package var responses: Int?
  package var publicity = PublicityMarks()
  package var note: String?
  package internal(set) var members = 0
  package internal(set) var guests = 0
  /// How many are of each type of organisation, as far as it is known, in the order of the types.
  package internal(set) var types: [CountedType] = []

  /// How many persons are of one type of organisation.
  package struct CountedType: Sendable, Equatable {
    package let type: String
    package let persons: Int
  }
  /// The elements that the programme asks for and the activity is not known to have.
  package internal(set) var missing: [PublicityElement] = []

  package init(code: ActivityCode) {
    self.code = code
    title = code.description
  }

  /// Everyone who took part, contacts and counted persons.
  package var participants: Int { members + guests }

  /// Those who were trained: everyone in a training that was delivered.
  package var trained: Int { type == .training && status == .delivered ? participants : 0 }

  /// Hundredths of the hours trained, all persons together.
  package var hoursTrained: Int? { hours.map { $0 * participants } }

  /// The share of those who took part that answered; nil where nobody took part.
  package var responseRate: Percent? {
    guard let responses, participants > 0 else { return nil }
    return Percent(hundredths: (responses * 20_000 + participants) / (2 * participants))
  }

  /// The last day on which something of it is known to happen.
  package var lastDay: Day? { endsOn ?? startsOn }

  /// How others refer to activities.
  static let target = RecordTarget.numbered(
    ActivityCode.self, table: "activity", command: "workpackage activity")

  package static let register = Register<Activity>(
    noun: "activity", path: "workpackage activity", example: "A1", heading: "No",
    headings: "no,number,activity no,activity number\(HeadingWords.number)",
    table: .numbered("activity"),
    attributes: what + whenAndWhere + publicly + taken + publicityAttributes,
    parts: [
      RecordPart(table: "activity_contact", column: "activity_id"),
      RecordPart(table: "activity_count", column: "activity_id"),
    ],
    words: RecordWords(added: { activity in
      activity.startsOn.map { ", \(activity.type.rawValue) on \($0)" }
        ?? ", \(activity.type.rawValue)"
    }),
    rules: RecordRules(selections: selections, derive: derivation, check: check),
    details: details)
}

extension Store {
  package var activities: Records<Activity> { records() }
}
