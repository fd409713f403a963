internal import Basics
package import Documents

/// A row of a parcel as a review shows it.
package struct ReviewedRow: Sendable, Equatable {
  /// What happens to it when the parcel is applied.
  package enum Standing: String, CaseIterable, Sendable {
    case new, changed, deleted
    /// To be decided; nothing is done until then.
    case conflict
    case taken
    case refused, parked
  }

  /// A value on each side.
  package struct FieldChange: Sendable, Equatable {
    package let row: String
    package let what: String
    package let field: String
    package let base: String
    package let theirs: String
    package let ours: String
    package let isConflict: Bool

    package static let fields: [Field<FieldChange>] = [
      Field("row", "Row", "The row, as take, refuse and park name it.", rank: .key) {
        .text($0.row)
      },
      Field("what", "What", "What the row is.", rank: .key) { .text($0.what) },
      Field("field", "Field", "The field that differs.") { .text($0.field) },
      Field("base", "Before", "The value that both had.") { .text(orEmpty: $0.base) },
      Field("theirs", "Theirs", "The value in the parcel.", rank: .main) {
        .text(orEmpty: $0.theirs)
      },
      Field("ours", "Ours", "The value here.", rank: .main) { .text(orEmpty: $0.ours) },
      Field("conflict", "Conflict", "Whether both changed the row.", kind: .flag, shown: false) {
        .flag($0.isConflict)
      },
    ]
  }

  package let row: String
  package let what: String
  package let kind: String
  package let standing: Standing
  package let summary: String
  /// Everything that differs, whole.
  package let values: [String]
  package let reason: String?
  package let note: String?
  package let changes: [FieldChange]

  package static let fields: [Field<ReviewedRow>] = [
    Field("row", "Row", "The row, as take, refuse and park name it.", rank: .key) { .text($0.row) },
    Field("what", "What", "What it is.", rank: .key) { .text($0.what) },
    Field("kind", "Kind", "The kind of record or table.", rank: .minor) { .text($0.kind) },
    Field(
      "standing", "State", "What applying the parcel does with it.", kind: .words(of: Standing.self)
    ) {
      $0.standing == .conflict
        ? .state($0.standing.rawValue, .bad) : .text($0.standing.rawValue)
    },
    Field("summary", "Values", "The fields that differ.", rank: .main) { .text($0.summary) },
    Field(
      "values", "All values", "Everything that differs, whole.", kind: .list, shown: false
    ) { .list($0.values) },
    Field("reason", "Reason", "Why it was decided so.") { .text(orEmpty: $0.reason) },
    Field("note", "Note", "What is to be known.") { .text(orEmpty: $0.note) },
  ]
}
