internal import Basics
internal import Tabular

/// The sheets of a workbook that a partner fills in.
package enum PartnerSheet: String, CaseIterable, Sendable {
  case costs = "Costs"
  case hours = "Hours"
  case activities = "Activities"
  case texts = "Texts"

  /// The sheet, which is hidden, that says whose workbook it is.
  package static let ticket = "blues"
  /// The heading of the column whose mark takes a row away.
  package static let removal = "Remove"
}

/// A workbook as it comes back: untrusted, and read with the limits of every list.
struct ReturnedWorkbook {
  private let file: WorkbookFile
  /// Nil where the sheet that has it was removed or changed.
  let ticket: WorkbookTicket?
  /// Those of the sheets to fill in that are there.
  let sheets: [PartnerSheet]

  /// - Throws: `ReturnedWorkbookProblem.notAWorkbook`, or what is wrong with the file.
  init(_ bytes: [UInt8], _ path: String) throws {
    guard
      case .workbook(let file) = try TableFile.open(
        source: .bytes(bytes), options: ReadingOptions())
    else { throw ReturnedWorkbookProblem.notAWorkbook(path) }
    self.file = file
    sheets = PartnerSheet.allCases.filter { sheet in
      file.sheets.contains { $0.name == sheet.rawValue }
    }
    var lines: [String: String] = [:]
    if let place = file.sheets.firstIndex(where: { $0.name == PartnerSheet.ticket }) {
      _ = try file.forEachRow(of: place) { row in
        guard row.count >= 2, lines.count < 100 else { return }
        lines[row.text(0)] = row.text(1)
      }
    }
    ticket = WorkbookTicket(lines)
  }

  /// The rows of a sheet, below its headings.
  func rows(of sheet: PartnerSheet) throws -> RowReader {
    try file.table(ReadingOptions(sheet: sheet.rawValue, preambleLines: 0))
  }
}
