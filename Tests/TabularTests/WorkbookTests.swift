import Testing

@testable import Tabular

@Suite struct `Reading workbooks` {
  private let heading = "<row r='1'><c r='A1' t='str'><v>a</v></c><c t='str'><v>b</v></c></row>"

  @Test func `a cell is a number where it is stored as one, also in a row looked at ahead`() throws
  {
    let rows =
      "<row r='1'><c r='A1' t='inlineStr'><is><t>a</t></is></c>"
      + "<c r='B1' t='inlineStr'><is><t>b</t></is></c></row>"
      + "<row r='2'><c r='A2' t='inlineStr'><is><t>1.234</t></is></c><c r='B2'><v>1.234</v></c></row>"
    let reader = try RowReader(source: .bytes(Book(rows: rows).bytes))
    #expect(try reader.firstRows(1) == [["1.234", "1.234"]])
    var found: [[Bool]] = []
    try reader.forEach { row in
      found.append([row.isNumber(0), row.isNumber(1), row.isNumber(2), row.isNumber(64)])
    }
    #expect(found == [[false, true, false, false]])
  }

  @Test func `shared texts keep their order, their runs and their blanks`() throws {
    var book = Book(
      rows: heading + "<row r='2'><c r='A2' t='s'><v>1</v></c><c r='B2' t='s'><v>0</v></c></row>")
    book.strings = """
      <x:sst xmlns:x='z'><x:si><x:r><x:t xml:space='preserve'>one </x:t></x:r><x:r><x:t>two</x:t>\
      </x:r><x:rPh><x:t>no</x:t></x:rPh></x:si><x:si><x:t xml:space='preserve'> 0171 </x:t></x:si>\
      </x:sst>
      """
    #expect(try Table(book.bytes).sound == [["a", "b"], [" 0171 ", "one two"]])
  }

  @Test func `a long number is noted, and its row is taken`() throws {
    let rows = "<row r='2'><c r='B2'><v>1.9E+18</v></c></row>"
    let reader = try RowReader(source: .bytes(Book(rows: heading + rows).bytes))
    var notes: [RowNote?] = []
    try reader.forEach { notes.append($0.note) }
    #expect(notes == [RowNote(line: 2, column: 2, kind: .longNumber)])
  }

  @Test func `shared texts of the workbooks of 2006 are read`() throws {
    var book = Book(rows: heading + "<row r='2'><c r='A2' t='s'><v>0</v></c></row>")
    book.strings = "<sst><sstItem><t>one</t></sstItem></sst>"
    #expect(try Table(book.bytes).sound == [["a", "b"], ["one", ""]])
  }

  @Test func `a garbled list of parts does not hide the sheets`() throws {
    var zip = Book(rows: heading + "<row r='2'><c r='A2'><v>1</v></c></row>").zip
    zip.parts[0].bytes = Array("\n<Relationships".utf8)
    #expect(try Table(zip.bytes).sound == [["a", "b"], ["1", ""]])
  }

  @Test func `inline texts need no table of texts`() throws {
    let row = """
      <row r='2'><c t='inlineStr'><is><t>x</t></is></c><c t='inlineStr'><is><r><t>y</t></r>\
      <r><t>z</t></r></is></c></row>
      """
    #expect(try Table(Book(rows: heading + row).bytes).sound == [["a", "b"], ["x", "yz"]])
  }

  @Test func `escaped characters are decoded, and an escaped underscore is one`() throws {
    let row =
      "<row><c t='str'><v>x_x000D_\ny</v></c><c t='str'><v>_x005F_x000D_ _xZZ_</v></c></row>"
    let table = try Table(Book(rows: heading + row).bytes)
    #expect(
      table.lines[0].cells.map { Array($0.utf8) }
        == ["x\r\ny", "_x000D_ _xZZ_"].map { Array($0.utf8) })
  }

  @Test func `rows and cells left out are filled, and rows keep their numbers`() throws {
    let rows = """
      <row r='1'><c r='A1' t='str'><v>a</v></c><c r='B1' t='str'><v>b</v></c>\
      <c r='C1' t='str'><v>c</v></c><c r='E1' s='1'/></row>\
      <row r='4'><c r='C4'><v>7</v></c></row><row r='6'><c r='A6'/></row>\
      <row r='9'><c r='A9'><v>8</v></c></row>
      """
    let table = try Table(Book(rows: rows).bytes)
    #expect(table.width == 3)
    #expect(table.lines == [.init(4, ["", "", "7"]), .init(9, ["8", "", ""])])
  }

  @Test func `numbers are the text of the XML, codes are never rounded`() throws {
    let rows = """
      <row><c t='str'><v>a</v></c><c t='str'><v>b</v></c><c t='str'><v>c</v></c></row>\
      <row><c><v>41049</v></c><c><v>1234567890123456789</v></c><c><v>1.9E+18</v></c></row>\
      <row><c><v>19.989999999999998</v></c><c><v>-0.5</v></c><c><v>2.5E-3</v></c></row>\
      <row><c t='b'><v>1</v></c><c t='b'><v>0</v></c><c t='d'><v>2026-01-31</v></c></row>
      """
    #expect(
      try Table(Book(rows: rows).bytes).sound.dropFirst() == [
        ["41049", "1234567890123456789", "1900000000000000000"], ["19.99", "-0.5", "0.0025"],
        ["TRUE", "FALSE", "2026-01-31"],
      ])
  }

  @Test func `numbers shown as dates and times become ISO text`() throws {
    let rows = """
      <row><c t='str'><v>a</v></c><c t='str'><v>b</v></c><c t='str'><v>c</v></c></row>\
      <row><c s='1'><v>46053</v></c><c s='2'><v>46053.75</v></c><c s='3'><v>1.5</v></c></row>\
      <row><c s='1' t='str'><v>soon</v></c><c s='4'><v>46053</v></c><c s='5'><v>3</v></c></row>
      """
    var book = Book(rows: rows)
    book.styles = """
      <styleSheet><numFmts><numFmt numFmtId='164' formatCode='dd/mm/yyyy hh:mm'/>\
      <numFmt numFmtId='165' formatCode='[h]:mm'/><numFmt numFmtId='166' formatCode='0 "days"'/>\
      </numFmts><cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs><xf numFmtId='0'/>\
      <xf numFmtId='14'/><xf numFmtId='164'/><xf numFmtId='165'/><xf numFmtId='17'/>\
      <xf numFmtId='166'/></cellXfs></styleSheet>
      """
    #expect(
      try Table(book.bytes).sound.dropFirst() == [
        ["2026-01-31", "2026-01-31T18:00:00", "36:00:00"], ["soon", "2026-01-31", "3"],
      ])
    book.is1904 = true
    #expect(try Table(book.bytes).lines[0].cells[0] == "2030-02-01")
  }

  @Test func `an error value is a fault of its row`() throws {
    let row = "<row r='2'><c r='A2'><v>1</v></c><c r='B2' t='e'><v>#N/A</v></c></row>"
    let table = try Table(Book(rows: heading + row).bytes)
    let fault = RowFault(line: 2, column: 2, kind: .errorValue("#N/A"))
    #expect(table.lines == [.init(2, ["1", "#N/A"], fault: fault)])
  }

  @Test func `a title above the headings is left out and stated`() throws {
    let rows = """
      <row r='1'><c r='A1' t='str'><v>Exhibitors</v></c></row>\
      <row r='3'><c t='str'><v>a</v></c><c t='str'><v>b</v></c><c t='str'><v>c</v></c></row>\
      <row r='4'><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row>
      """
    let table = try Table(Book(rows: rows).bytes)
    #expect(table.header == ["a", "b", "c"])
    #expect(table.reading.preambleLines == 2)
    #expect(table.lines == [.init(4, ["1", "2", "3"])])
    let given = try Table(Book(rows: rows).bytes, ReadingOptions(hasHeader: false))
    #expect(given.lines.map(\.line) == [1, 3, 4])
  }

  @Test func `what the eye would not see is stated`() throws {
    var book = Book()
    book.add("Old", state: "hidden", rows: heading)
    book.add(
      "New", rows: heading + "<row r='2' hidden='1'><c><v>1</v></c></row>",
      before: "<cols><col min='2' max='3' hidden='1'/></cols>",
      after: "<mergeCells><mergeCell ref='A1:B1'/></mergeCells>")
    let table = try Table(book.bytes)
    #expect(
      table.reading.kind
        == .workbook(
          WorkbookReading(
            sheet: "New", sheetNumber: 2,
            sheets: [.init(name: "Old", isHidden: true), .init(name: "New", isHidden: false)],
            mergedRanges: 1, hiddenRows: 1, hiddenColumns: 2, headingRows: 1)))
  }

  @Test func `a sheet is chosen by name or by number`() throws {
    var book = Book(rows: heading)
    book.add("Zwei", rows: "<row><c t='str'><v>z</v></c></row>")
    #expect(try Table(book.bytes).header == ["a", "b"])
    #expect(try Table(book.bytes, ReadingOptions(sheet: "Zwei")).header == ["z"])
    #expect(try Table(book.bytes, ReadingOptions(sheet: "2")).header == ["z"])
    #expect(throws: TabularProblem.unknownSheet(name: "3", known: ["List", "Zwei"])) {
      try Table(book.bytes, ReadingOptions(sheet: "3"))
    }
  }

  @Test func `a sheet with nothing in it is told`() {
    #expect(throws: TabularProblem.emptySheet(name: "List")) {
      try Table(Book(rows: "<row r='5'><c r='A5' s='2'/></row>").bytes)
    }
  }

  @Test func `headings behind the last row are told`() {
    #expect(throws: TabularProblem.tooFewLines(1)) {
      try Table(
        Book(rows: "<row r='1'><c r='A1'><v>1</v></c></row>").bytes, .init(preambleLines: 49))
    }
  }

  @Test func `a sheet asked of a text is told`() throws {
    let reader = try RowReader(
      source: .bytes(Array("a,b\n1,2\n".utf8)), options: ReadingOptions(sheet: "3"))
    #expect(reader.remarks == ["sheet 3 was asked for, but only a workbook has sheets"])
  }

  @Test func `rows numbered wrongly are not lost`() throws {
    let rows = heading + "<row r='1'><c r='A1'><v>1</v></c></row><row><c><v>2</v></c></row>"
    #expect(
      try Table(Book(rows: rows).bytes).lines == [.init(1, ["1", ""]), .init(2, ["2", ""])])
  }

  @Test func `an error of the body ends the reading`() throws {
    struct Stop: Error {}
    let reader = try RowReader(source: .bytes(Book(rows: heading + heading).bytes))
    #expect(throws: Stop.self) { try reader.forEach { _ in throw Stop() } }
  }
}
