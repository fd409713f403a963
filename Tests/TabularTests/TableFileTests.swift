import Testing

@testable import Tabular

@Suite struct `Opening a file to look at it` {
  /// Every row of a sheet with its number, and what of the sheet the eye would not see.
  private func rows(
    _ bytes: [UInt8], sheet: Int
  ) throws -> (rows: [Table.Line], unseen: WorkbookFile.Unseen) {
    let book = try #require(try workbook(bytes))
    var rows: [Table.Line] = []
    let unseen = try book.forEachRow(of: sheet) { row in
      rows.append(Table.Line(row.line, row.texts, fault: row.fault))
    }
    return (rows, unseen)
  }

  private func workbook(_ bytes: [UInt8]) throws -> WorkbookFile? {
    guard
      case .workbook(let book) = try TableFile.open(
        source: .bytes(bytes), options: ReadingOptions())
    else { return nil }
    return book
  }

  @Test func `a text is a table`() throws {
    guard
      case .table(let reader) = try TableFile.open(
        source: .bytes(Array("a;b\n1;2\n".utf8)), options: ReadingOptions())
    else {
      Issue.record("it is a workbook")
      return
    }
    #expect(reader.header == ["a", "b"])
  }

  @Test func `every sheet of a workbook is told, with its visibility`() throws {
    var book = Book()
    book.is1904 = true
    book.add("One", rows: "<row r='1'><c r='A1'><v>1</v></c></row>")
    book.add("Two", state: "hidden", rows: "")
    book.add("Three", state: "veryHidden", rows: "")
    let file = try #require(try workbook(book.bytes))
    #expect(file.epoch == 1904)
    #expect(
      file.sheets == [
        .init(name: "One", visibility: .visible), .init(name: "Two", visibility: .hidden),
        .init(name: "Three", visibility: .veryHidden),
      ])
  }

  @Test func `rows of a sheet are as long as they are, under their own numbers`() throws {
    let cells = """
      <row r='2' hidden='1'><c r='B2' t='str'><v>x</v></c><c r='D2' s='1'/></row>\
      <row r='5'><c r='A5' t='e'><v>#N/A</v></c></row>
      """
    let book = Book(rows: cells, after: "<mergeCells><mergeCell ref='A1:B1'/></mergeCells>")
    let found = try rows(book.bytes, sheet: 0)
    #expect(
      found.rows == [
        .init(2, ["", "x"]),
        .init(5, ["#N/A"], fault: RowFault(line: 5, column: 1, kind: .errorValue("#N/A"))),
      ])
    #expect(found.unseen == .init(mergedRanges: 1, hiddenRows: 1, hiddenColumns: 0))
  }

  @Test func `an empty sheet has no rows, and is no table`() throws {
    var book = Book()
    book.add("Empty", rows: "")
    #expect(try rows(book.bytes, sheet: 0).rows == [])
    let file = try #require(try workbook(book.bytes))
    #expect(throws: TabularProblem.emptySheet(name: "Empty")) {
      try file.table(ReadingOptions())
    }
  }

  @Test func `headings at fault are told where they are taken, and end the reading elsewhere`()
    throws
  {
    let text = Array("a,\"b\n1,2\n3,4\n".utf8)
    let fault = RowFault(line: 1, column: 2, kind: .unclosedQuote)
    #expect(throws: TabularProblem.headerUnreadable(fault)) {
      try RowReader(source: .bytes(text))
    }
    var options = ReadingOptions()
    options.takesFaultyHeader = true
    let reader = try RowReader(source: .bytes(text), options: options)
    #expect(reader.headerFault == fault)
    #expect(reader.header == ["a", "\"b"])
    #expect(reader.width == 2)
  }
}
