import Tabular
import Testing

@Suite struct `Merged cells` {
  /// A workbook of texts, by rows and columns; an empty text is no cell.
  private static func book(_ rows: [[String]], merged: String...) -> Book {
    let cells = rows.enumerated().map { row, texts in
      let cells = texts.enumerated().map { column, text in
        let letter = ["A", "B", "C", "D", "E", "F"][column]
        return text.isEmpty ? "" : "<c r='\(letter)\(row + 1)' t='str'><v>\(text)</v></c>"
      }
      return "<row r='\(row + 1)'>\(cells.joined())</row>"
    }
    let ranges = merged.map { "<mergeCell ref='\($0)'/>" }.joined()
    return Book(rows: cells.joined(), after: "<mergeCells>\(ranges)</mergeCells>")
  }

  @Test func `a value holds for all rows that its cell is merged down`() throws {
    let book = Self.book(
      [
        ["Org", "Name", "City"], ["X", "Ada", "Rom"], ["", "Bob"], ["", "Cyd", "Graz"],
        ["Y", "Dee"],
      ],
      merged: "A2:A4", "C2:C3")
    #expect(
      try Table(book.bytes).sound == [
        ["Org", "Name", "City"], ["X", "Ada", "Rom"], ["X", "Bob", "Rom"], ["X", "Cyd", "Graz"],
        ["Y", "Dee", ""],
      ])
  }

  @Test func `and in all columns of the list that it is merged across`() throws {
    let book = Self.book(
      [
        ["Phone", "Mobile", "", "Name"], ["1", "", "", "Ada"], ["2", "", "", "Bob"],
        ["", "3", "x", "Cyd"],
      ],
      merged: "A2:C3")
    #expect(
      try Table(book.bytes).sound == [
        ["Phone", "Mobile", "", "Name"], ["1", "1", "", "Ada"], ["2", "1", "", "Bob"],
        ["", "3", "x", "Cyd"],
      ])
  }

  @Test func `a heading merged over two columns has one, and its cells are one`() throws {
    let book = Self.book(
      [["Org", "", "City"], ["X", "", "Rom"], ["Y"]], merged: "A1:B1", "A2:B2", "A3:B3")
    #expect(
      try Table(book.bytes).sound == [["Org", "", "City"], ["X", "", "Rom"], ["Y", "", ""]])
  }

  @Test func `a title within the table is no row`() throws {
    let book = Self.book(
      [["Org", "Name", "City"], ["X", "Ada", "Rom"], ["South"], ["Y", "Bob", "Graz"]],
      merged: "A3:C3")
    let table = try Table(book.bytes)
    #expect(table.sound.dropFirst() == [["X", "Ada", "Rom"], ["Y", "Bob", "Graz"]])
    #expect(table.faults == [RowFault(line: 3, column: 1, kind: .titleWithin)])
  }

  @Test func `headings in two rows, one merged above, are one heading each`() throws {
    let book = Self.book(
      [
        ["Firma", "Kontakt", "", "Adresse", ""], ["", "Name", "E-Mail", "PLZ", "Ort"],
        ["X", "Ada", "a@example.org", "01067", "Rom"],
      ], merged: "A1:A2", "B1:C1", "D1:E1")
    let table = try Table(book.bytes)
    #expect(
      table.sound == [
        ["Firma", "Name", "E-Mail", "PLZ", "Ort"], ["X", "Ada", "a@example.org", "01067", "Rom"],
      ])
    guard case .workbook(let reading) = table.reading.kind else { return }
    #expect(reading.headingRows == 2)
    #expect(reading.headingGroups == ["", "Kontakt", "Kontakt", "Adresse", "Adresse"])
  }

  @Test func `a heading that stands twice below has the upper one before it`() throws {
    let book = Self.book(
      [
        ["", "Firma", "", "Kontakt", ""], ["Nr", "Name", "Ort", "Name", "Tel"],
        ["7", "X", "Rom", "Ada", "1"],
      ],
      merged: "B1:C1", "D1:E1")
    #expect(try Table(book.bytes).header == ["Nr", "Firma Name", "Ort", "Kontakt Name", "Tel"])
  }

  @Test func `one group alone above is no title`() throws {
    let book = Self.book(
      [["List of 2026"], ["", "Kontakt", ""], ["Firma", "Name", "Tel"], ["X", "Ada", "1"]],
      merged: "B2:C2")
    let table = try Table(book.bytes)
    #expect(table.sound == [["Firma", "Name", "Tel"], ["X", "Ada", "1"]])
    #expect(table.reading.preambleLines == 1)
  }

  @Test func `rows of data below a merged heading are rows`() throws {
    let book = Self.book(
      [["Org", "", "City"], ["X", "7", "Rom"], ["Y", "8", "Graz"]], merged: "A1:B1")
    #expect(try Table(book.bytes).header == ["Org", "", "City"])
    #expect(try Table(book.bytes).lines.count == 2)
  }

  @Test func `ranges that lie, overlap or are none do no harm`() throws {
    let book = Self.book(
      [["a", "b"], ["1", "2"], ["", ""], ["3", ""]],
      merged: "A2:XFD9", "B2:B4", "A9:A2", "x", "A0:B2", "$A$4:$B$4", "A2:A1048576")
    #expect(try Table(book.bytes).lines.map(\.cells) == [["1", "2"], ["3", "1"]])
  }

  @Test func `a sheet is found without regard to case`() throws {
    var book = Book(rows: "<row><c t='str'><v>a</v></c></row>")
    book.add("Kontakte ÄÖ", rows: "<row><c t='str'><v>z</v></c></row>")
    #expect(try Table(book.bytes, ReadingOptions(sheet: " kontakte äö")).header == ["z"])
    var empty = Book(rows: "<row r='5'><c r='A5' s='2'/></row>")
    empty.add("Zwei", rows: "<row><c t='str'><v>z</v></c></row>")
    #expect(throws: TabularProblem.emptySheet(name: "List", others: ["Zwei"])) {
      try Table(empty.bytes)
    }
  }
}
