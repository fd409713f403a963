internal import Basics

/// What a review says of a row in one line: what matters first.
enum ReviewedValues {
  /// The columns by which a row that nobody saw yet is judged.
  private static let first = [
    "amount_cents", "requested_cents", "receipts_cents", "annual_cost_hundredths", "hours",
    "currency", "incurred_on", "worked_on", "month", "read_on", "happened_on", "starts_on",
    "description", "title", "name", "content", "words", "reason", "supplier", "invoice",
  ]
  /// The longest value that stands in a line.
  private static let mostSigns = 60
  /// The most fields of a changed row in a line: all are below.
  private static let mostFields = 4

  /// The columns that are told of a row, in their order.
  ///
  /// Of a new or deleted row what is its name, and whose it is, stand beside it.
  static func places(_ change: RowChange) -> [Int] {
    let differing = change.differing
    guard change.theirs == nil || change.ours == nil else { return differing }
    let owner = SharedScope.table(change.table)?.owner
    func isSaid(_ column: String) -> Bool {
      if case .column(column)? = owner { return true }
      return column == "number" || column == "code"
    }
    let told = differing.filter { !isSaid(change.columns[$0]) }
    func rank(_ place: Int) -> Int {
      first.firstIndex(of: change.columns[place]) ?? first.count + place
    }
    return (told.isEmpty ? differing : told).sorted { rank($0) < rank($1) }
  }

  /// Of a new row its values, of a changed one those before and after, the first few.
  static func summary(_ change: RowChange, _ fields: [ReviewedRow.FieldChange]) -> String {
    let isWhole = change.theirs == nil || change.ours == nil
    let told = isWhole ? fields[...] : fields.prefix(mostFields)
    let parts = told.map { text(change, $0) { ParcelValue.cut($0, mostSigns) } }
    return parts.joined(separator: "; ") + (told.count < fields.count ? "; …" : "")
  }

  /// The same of all fields, whole.
  static func all(_ change: RowChange, _ fields: [ReviewedRow.FieldChange]) -> [String] {
    fields.map { text(change, $0) { $0 } }
  }

  private static func text(
    _ change: RowChange, _ field: ReviewedRow.FieldChange, _ cut: (String) -> String
  ) -> String {
    func shown(_ text: String) -> String { text.isEmpty ? "(empty)" : cut(text) }
    return switch (change.theirs, change.ours) {
    case (_?, nil): "\(field.field) \(cut(field.theirs))"
    case (nil, _?): "\(field.field) \(cut(field.ours))"
    default: "\(field.field) \(shown(field.ours)) → \(shown(field.theirs))"
    }
  }
}
