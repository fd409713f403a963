/// A workbook as a whole: every sheet as it stands, and any of them as a table.
package final class WorkbookFile {
  /// One tab.
  package struct Sheet: Equatable, Sendable {
    package let name: String
    package let visibility: SheetVisibility
  }

  /// What of a sheet the eye would not see.
  package struct Unseen: Equatable, Sendable {
    package let mergedRanges: Int
    package let hiddenRows: Int
    package let hiddenColumns: Int
  }

  /// Every sheet, in the order of the tabs.
  package let sheets: [Sheet]
  /// The year that the workbook counts its days from: 1900 or 1904.
  package let epoch: Int

  private let archive: ZipArchive
  private let workbook: Workbook

  init(archive: ZipArchive) throws(TabularProblem) {
    self.archive = archive
    do {
      workbook = try Workbook(archive)
    } catch let problem as TabularProblem {
      throw problem
    } catch {
      throw .damagedWorkbook(part: "workbook", detail: "it cannot be read")
    }
    sheets = workbook.sheets.map { Sheet(name: $0.name, visibility: $0.visibility) }
    epoch = workbook.epoch == .year1904 ? 1904 : 1900
  }

  /// Number of the last row that Excel has.
  package static let mostRows = 1_048_576

  /// Hands over the rows of a sheet that hold something, each with its cells up to the last one
  /// filled; a chart has none.
  package func forEachRow(
    of sheet: Int, _ body: (borrowing Row) throws -> Void
  ) throws -> Unseen {
    guard let part = workbook.sheets[sheet].part else {
      return Unseen(mergedRanges: 0, hiddenRows: 0, hiddenColumns: 0)
    }
    return try withoutActuallyEscaping(body) { body in
      let visitor = SheetVisitor(part: part, workbook: workbook) { row in
        try row.hand(width: row.used, to: body)
      }
      try XMLPart.read(part, of: archive, by: visitor)
      return Unseen(
        mergedRanges: visitor.mergedRanges, hiddenRows: visitor.hiddenRows,
        hiddenColumns: visitor.hiddenColumns)
    }
  }

  /// A sheet as a table, with headings and a width, as an import reads it.
  package func table(_ options: ReadingOptions) throws(TabularProblem) -> RowReader {
    RowReader(try SheetRows(archive: archive, options: options))
  }
}
