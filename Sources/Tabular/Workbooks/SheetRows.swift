/// The rows of a workbook's sheet; the sheet is read once to survey it and once for its rows.
final class SheetRows: RowSource {
  let reading: Reading
  let header: [String]?
  let width: Int
  let headerFault: RowFault?

  private let archive: ZipArchive
  private let workbook: Workbook
  private let part: String
  /// Number of the last row left out on request.
  private let lastRowSkipped: Int
  private let rowsAbove: Int
  private let merges: [MergedRange]

  /// Cells that are looked at ahead of their turn, at most.
  private static let mostLookedAt = 400_000

  init(archive: ZipArchive, options: ReadingOptions) throws(TabularProblem) {
    do {
      let workbook = try Workbook(archive)
      let (index, sheet) = try workbook.sheet(options.sheet)
      let others = workbook.sheets.filter { $0.name != sheet.name && $0.part != nil }.map(\.name)
      let empty = TabularProblem.emptySheet(name: sheet.name, others: others)
      guard let part = sheet.part else { throw empty }
      let survey = try SheetSurvey(part: part, of: archive, workbook: workbook, options: options)
      guard survey.width > 0 else { throw empty }
      self.archive = archive
      self.workbook = workbook
      self.part = part
      header = survey.header
      width = survey.width
      headerFault = survey.headerFault
      lastRowSkipped = options.preambleLines ?? 0
      rowsAbove = survey.rowsAbove
      merges = survey.merges
      reading = Reading(
        kind: .workbook(
          WorkbookReading(
            sheet: sheet.name, sheetNumber: index + 1,
            sheets: workbook.sheets.map { .init(name: $0.name, isHidden: $0.isHidden) },
            mergedRanges: survey.mergedRanges, hiddenRows: survey.hiddenRows,
            hiddenColumns: survey.hiddenColumns, headingRows: survey.headingRows,
            headingGroups: survey.headingGroups)),
        preambleLines: survey.preambleRows)
    } catch let problem as TabularProblem {
      throw problem
    } catch {
      throw .damagedWorkbook(part: "workbook", detail: "it cannot be read")
    }
  }

  func forEach(_ body: (borrowing Row) throws -> Void) throws {
    try withoutActuallyEscaping(body) { body in
      // Rows are counted, not compared by number: some writers number none of them, or wrongly.
      var rows = 0
      let first = self.reading.preambleLines + 1
      var merged = MergedCells(self.merges, from: first, header: self.header, width: self.width)
      let headings = (self.header ?? []).map { Array($0.utf8) }
      let visitor = SheetVisitor(part: part, workbook: workbook) { row in
        guard row.number > self.lastRowSkipped else { return }
        rows += 1
        guard rows > self.rowsAbove else { return }
        var row = row
        try merged.fill(&row)
        // Sheets that are pasted together have the headings of each.
        if headings.count > 1, row.holds(headings[0], column: 1),
          headings.indices.allSatisfy({ row.holds(headings[$0], column: $0 + 1) })
        {
          row.fail(column: 1, kind: .headingsAgain)
        }
        try row.hand(width: self.width, to: body)
      }
      try XMLPart.read(part, of: archive, by: visitor)
    }
  }

  /// The sheet is read from its start as far as is wanted, since `forEach` begins there anew.
  func firstRows(_ count: Int) throws -> [[String]] {
    var texts: [[String]] = []
    // Of a sheet with thousands of columns a few rows are enough.
    try look(min(count, max(1, Self.mostLookedAt / width)), into: &texts)
    return texts
  }
}
