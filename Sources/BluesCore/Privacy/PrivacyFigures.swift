package import Basics
package import Documents
internal import GRDB

/// What a project can tell of its personal data: what is held, from where, who got it, what is overdue.
package struct PrivacyFigures: Sendable {
  /// A list that contacts came from.
  package struct List: Sendable, Equatable {
    package let step: Int64
    package let file: String
    package let source: String
    package let partner: String?
    package let on: Day?
    /// How many of the contacts that are held came in with it.
    package let held: Int

    package static let fields: [Field<List>] = [
      Field("step", "Step", "The step of the history that imported it.", kind: .number) {
        .integer(Int($0.step))
      },
      Field("file", "List", "The file.", rank: .key) { .text($0.file) },
      Field("source", "Source", "The name that the sender goes by.") { .text($0.source) },
      Field("partner", "Partner", "Whose list it is.") { .text(orEmpty: $0.partner) },
      Field("on", "Imported on", "The day.", kind: .day) { .day(orEmpty: $0.on) },
      Field("held", "Held", "Contacts of it that are held.", kind: .number) {
        .integer($0.held)
      },
    ]
  }

  /// Data of persons that were given out.
  package struct Given: Sendable, Equatable {
    package let step: Int64
    package let on: Day?
    package let by: String
    package let disclosure: Disclosure

    package static let fields: [Field<Given>] = [
      Field("step", "Step", "The step of the history.", kind: .number) {
        .integer(Int($0.step))
      },
      Field("on", "On", "The day.", kind: .day) { .day(orEmpty: $0.on) },
      Field("content", "Data", "What was given out.", rank: .key) {
        .text($0.disclosure.content.words)
      },
      Field("people", "People", "How many persons it speaks of.", kind: .number) {
        .integer($0.disclosure.people)
      },
      Field("form", "As", "The format.") { .text($0.disclosure.form) },
      Field("recipient", "To", "Who got it, where that was said.", rank: .main) {
        .text(orEmpty: $0.disclosure.recipient)
      },
      Field("by", "By", "Who gave it out.") { .text($0.by) },
    ]
  }

  /// How many contacts are held on a ground; nil for those that have none.
  package struct Ground: Sendable, Equatable {
    package let basis: String?
    package let count: Int

    package static let fields: [Field<Ground>] = [
      Field("basis", "Ground", "The legal basis, or that none is recorded.", rank: .key) {
        $0.basis.map { .text($0) } ?? .state("none recorded", .warning)
      },
      Field("count", "Contacts", "How many contacts.", kind: .number) {
        .integer($0.count, $0.basis == nil ? .warning : .plain)
      },
    ]
  }

  package let records: [ProcessingRecord]
  package let grounds: [Ground]
  /// The first contact of which no ground is recorded.
  package let firstWithoutGround: String?
  package let lists: [List]
  /// Contacts that came in one by one.
  package let byHand: Int
  package let given: [Given]
  package let due: [RetentionTerm]
  /// Contacts whose ground is consent, of which the log has none in force.
  package let unproved: [String]
  /// Contacts of which a restore left open whether they are persons who were erased.
  package let doubtful: [String]
  package let erased: Int
  package let stopped: Int

  package var withoutGround: Int { grounds.first { $0.basis == nil }?.count ?? 0 }
}
