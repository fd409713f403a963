package import Basics

/// Why a workbook cannot be written.
package enum WorkbookProblem: Problem, Hashable {
  /// libxlsxwriter is not installed.
  case noLibrary
  /// A text longer than a cell holds, by its row and column counted from 1.
  case longText(sheet: String, row: Int, column: Int)
  case tooManyRows(sheet: String)
  case tooManyColumns(sheet: String, Int)
  /// The library or the disk gave up.
  case failed(detail: String)

  package var message: String {
    switch self {
    case .noLibrary: "Workbooks are written with libxlsxwriter, which is not installed."
    case .longText(let sheet, let row, let column):
      "Sheet \(sheet), row \(row), column \(column): the text is longer than "
        + "\(SheetLimit.text) characters, the maximum of a cell."
    case .tooManyRows(let sheet):
      "Sheet \(sheet) has more rows than the \(SheetLimit.rows) a workbook holds."
    case .tooManyColumns(let sheet, let count):
      "Sheet \(sheet) has \(count) columns; a workbook holds \(SheetLimit.columns)."
    case .failed(let detail): "The workbook cannot be written: \(detail)."
    }
  }

  package var hint: String? {
    switch self {
    case .noLibrary: "apt-get install libxlsxwriter4, or choose --format csv"
    case .longText, .tooManyRows, .tooManyColumns: "choose --format csv, which has no such limit"
    case .failed: "free some space on the disk"
    }
  }

  package var kind: ProblemKind {
    if case .failed = self { return .inputOutput }
    return .cannotCreate
  }
}

/// What a sheet holds, by Excel's specifications and limits.
enum SheetLimit {
  /// UTF-16 units in a cell.
  static let text = 32_767
  static let rows = 1_048_576
  static let columns = 16_384
  /// UTF-16 units in the name of a sheet.
  static let name = 31
}
