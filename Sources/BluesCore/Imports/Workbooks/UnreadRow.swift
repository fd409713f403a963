internal import Basics
package import Documents

/// A row of a workbook that was not taken: where, what was there, and why.
package struct UnreadRow: Sendable, Equatable {
  package let sheet: String
  /// Its number in the sheet; 0 where the sheet as a whole cannot be read.
  package let row: Int
  package let column: String
  package let value: String
  package let reason: String

  package static let fields: [Field<UnreadRow>] = [
    Field("sheet", "Sheet", "The sheet of the workbook.", rank: .key) { .text($0.sheet) },
    Field("row", "Row", "The number of the row.", kind: .number, rank: .key) {
      $0.row == 0 ? .empty : .integer($0.row)
    },
    Field("column", "Column", "The heading of the column.", rank: .key) {
      .text(orEmpty: $0.column.isEmpty ? nil : $0.column)
    },
    Field("value", "Value", "What is in the cell.") {
      .text(orEmpty: $0.value.isEmpty ? nil : $0.value)
    },
    Field("reason", "Why", "Why the row is not taken.", rank: .main) { .text($0.reason) },
  ]
}

/// Collects the rows of one sheet that were rejected.
final class UnreadRows: RejectionSink {
  private let sheet: String
  private(set) var rows: [UnreadRow] = []

  init(of sheet: String) { self.sheet = sheet }

  func take(_ rejection: Rejection, header: [String]) {
    let place = rejection.column - 1
    rows.append(
      UnreadRow(
        sheet: sheet, row: rejection.line,
        column: header.indices.contains(place) ? header[place] : "", value: rejection.value,
        reason: rejection.reason))
  }

  func finish() {}

  /// Takes note of a row by itself, or of the sheet as a whole.
  func take(row: Int = 0, column: String = "", value: String = "", _ problem: any Problem) {
    rows.append(
      UnreadRow(
        sheet: sheet, row: row, column: column, value: value, reason: problem.sentence))
  }
}
