/// What has to be known of a sheet before its first row: where the table begins and how wide it is.
struct SheetSurvey {
  let width: Int
  let header: [String]?
  let headerFault: RowFault?
  /// Rows with something in them that are no rows of the table: titles above it, the headings.
  let rowsAbove: Int
  let preambleRows: Int
  let mergedRanges: Int
  let merges: [MergedRange]
  /// Rows that the headings stand in.
  let headingRows: Int
  /// What stands merged above each heading.
  let headingGroups: [String]
  let hiddenRows: Int
  let hiddenColumns: Int

  /// A title is looked for in this many rows.
  private static let titleRows = 20
  /// Cells handed over at most, empty ones included, so that one cell far out cannot stretch
  /// every row.
  private static let mostHanded = 64_000_000

  init(
    part: String, of archive: ZipArchive, workbook: Workbook, options: ReadingOptions
  ) throws {
    var width = 0
    var rows = 0
    var last = 0
    var first: [SheetRow] = []
    let skipped = options.preambleLines ?? 0
    let visitor = SheetVisitor(
      part: part, workbook: workbook, census: { try SheetCensus.check(part, of: archive) }
    ) { row in
      last = row.number
      guard row.number > skipped else { return }
      width = max(width, row.used)
      rows += 1
      if first.count < Self.titleRows { first.append(row) }
    }
    try XMLPart.read(part, of: archive, by: visitor)
    if rows == 0, last > 0 { throw TabularProblem.tooFewLines(last) }
    guard rows * width <= Self.mostHanded else { throw TabularProblem.tooLarge(.cells) }
    self.width = width
    mergedRanges = visitor.mergedRanges
    let ranges = visitor.merges
    merges = ranges
    hiddenRows = visitor.hiddenRows
    hiddenColumns = visitor.hiddenColumns
    let looksForTitle = options.hasHeader && options.preambleLines == nil && width > 2
    // One lone cell above a table of many columns is its title.
    let index =
      looksForTitle
      ? first.indices.first { HeadingRows.holds(headings: first, at: $0, ranges) } ?? 0 : 0
    guard options.hasHeader, first.indices.contains(index) else {
      header = nil
      headerFault = nil
      headingRows = 0
      headingGroups = []
      rowsAbove = 0
      preambleRows = skipped
      return
    }
    let heading = first[index]
    if let fault = heading.fault, !options.takesFaultyHeader {
      throw TabularProblem.headerUnreadable(fault)
    }
    headerFault = heading.fault
    let upper = heading.texts(width: width)
    let lower = index + 1 < first.count ? first[index + 1] : nil
    let joined = lower.flatMap { HeadingRows.joined(upper, heading.number, $0, ranges) }
    header = joined?.headings ?? upper
    headingGroups = joined?.groups ?? []
    headingRows = joined == nil ? 1 : 2
    rowsAbove = index + headingRows
    preambleRows = heading.number - 1
  }
}
