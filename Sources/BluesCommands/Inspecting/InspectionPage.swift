internal import Basics
internal import BluesCore
internal import Documents
internal import Tabular

/// The answer of an inspection: how the file is read, what each column is for, what is wrong, and
/// the first rows.
struct InspectionPage {
  private let name: String
  private let reader: RowReader
  private let inspection: Inspection
  private let bound: ByteLimit
  /// What a workbook says beyond the sheet that is looked at.
  private var about: [JSONMember] = []

  /// Problems shown on a page; data formats have them all.
  private static let shownProblems = 20

  init(
    _ opened: TableFile, _ options: ReadingOptions, name: String, limit: Int?, _ bound: ByteLimit,
    progress: Progress
  ) throws {
    self.name = name
    self.bound = bound
    switch opened {
    case .table(let table): reader = table
    case .workbook(let book):
      reader = try book.table(options)
      about = [JSONMember("epoch", .integer(book.epoch)), Self.sheets(of: book)]
    }
    inspection = try Inspection(reader, limit: limit, progress: progress.tell)
  }

  /// The page for people, or all of it for programs.
  func document(isPage: Bool) -> Document {
    let members = InspectedKind.members(of: reader.reading) + about + [header]
    let blocks =
      [.facts(Facts(facts))] + members.map { .data($0.key, $0.value) }
      + [.section("Columns"), .table(columns)] + (isPage ? pageTables : dataTables)
    return Document(schema: "blues.inspection/1", blocks: blocks)
  }

  private static func sheets(of book: WorkbookFile) -> JSONMember {
    let sheets = book.sheets.map { sheet in
      JSONValue.object([
        JSONMember("name", .string(sheet.name)),
        JSONMember("visibility", .string(sheet.visibility.rawValue)),
      ])
    }
    return JSONMember("sheets", .array(sheets))
  }

  private var header: JSONMember {
    JSONMember("header", reader.header.map { .array($0.map { .string($0) }) } ?? .null)
  }

  private var facts: [Fact] {
    var facts = [
      Fact("file", "List", .text(name)),
      Fact("kind", "Kind", .text(InspectedKind.name(of: reader.reading))),
      Fact("reading", "Read as", .list(reader.reading.words + reader.remarks)),
    ]
    if case .workbook(let book) = reader.reading.kind {
      let names = book.sheets.map { $0.isHidden ? "\($0.name) (hidden)" : $0.name }
      facts.append(Fact("sheet_names", "Sheets", .list(names)))
    }
    let headings = reader.header == nil ? 0 : reader.width
    facts += [
      Fact("headings", "Headings", .integer(headings)),
      Fact("rows_read", "Rows", .integer(inspection.rows)),
      Fact("rows_at_fault", "At fault", .integer(inspection.faults.count)),
    ]
    if let end = earlyEnd { facts.append(Fact("is_cut", "Ended early", .text(end))) }
    return facts
  }

  private var earlyEnd: String? {
    if inspection.isCut { return "by --limit" }
    return bound.isReached ? "after \(bound.most >> 20) MiB of a pipe" : nil
  }

  private var columns: Table {
    Table(
      noun: "columns",
      fields: [
        Field("number", "No.") { .integer($0.number) },
        Field("heading", "Heading") { .text($0.heading) },
        Field("field", "Field") { $0.field.map { .text($0) } ?? .empty },
        Field("reason", "Because") { .text($0.reason) },
        Field("blank", "Blank cells") { .integer($0.blank) },
      ], rows: inspection.columns)
  }

  private var findings: [Inspection.Finding] { inspection.findings(of: reader) }

  private func problems(_ most: Int) -> Table {
    Table(
      noun: "problems",
      fields: [
        Field("line", "Line") { .integer($0.line) },
        Field("column", "Column") { .integer($0.column) },
        Field("rule", "Rule") { $0.rule.map { .text($0) } ?? .empty },
        Field("message", "What") { .text($0.message) },
      ], rows: Array(findings.prefix(most)))
  }

  private var dataTables: [Block] {
    [
      .table(problems(.max)),
      .data("rows", .array(inspection.first.map { .array($0.map { .string($0) }) })),
    ]
  }

  private var pageTables: [Block] {
    var blocks: [Block] = []
    let count = findings.count
    if count > 0 { blocks += [.section("Problems"), .table(problems(Self.shownProblems))] }
    if count > Self.shownProblems {
      blocks.append(.paragraph("The first \(Self.shownProblems) of \(count); --json has them all."))
    }
    if !inspection.first.isEmpty { blocks += [.section("The first rows"), .table(firstRows)] }
    return blocks
  }

  private var firstRows: Table {
    Table(
      noun: "rows", columns: inspection.columns.map { Column("\($0.number)", $0.heading) },
      rows: inspection.first.map { $0.map { $0.isEmpty ? .empty : .text($0) } })
  }
}
