import Testing

@testable import Documents

@Suite struct `Parts of a workbook` {
  @Test(arguments: [
    ("Contacts", "Contacts"), ("", "Sheet"), ("'a'", "a"), ("a/b:c*d?e[f]g\\h", "a b c d e f g h"),
    ("History", "History list"), ("a\nb", "a b"), ("WP1: tasks", "WP1 tasks"),
    ("A very long title of more than thirty", "A very long title of more than"),
  ])
  func `a sheet gets a name that Excel takes`(wanted: String, name: String) {
    var names = SheetNames()
    #expect(names.name(for: wanted) == name)
  }

  @Test func `no two sheets are called alike, whatever the case`() {
    var names = SheetNames()
    let long = String(repeating: "x", count: 40)
    #expect(
      ["List", "list", "LIST", long, long].map { names.name(for: $0) } == [
        "List", "list 2", "LIST 3", String(repeating: "x", count: 31),
        String(repeating: "x", count: 29) + " 2",
      ])
  }

  @Test(arguments: [
    ("a\r\nb", "a_x000D_\nb"), ("\u{0}\u{1}\u{1F}", "_x0000__x0001__x001F_"), ("\t", "\t"),
    ("_x000D_", "_x005F_x000D_"), ("_x00zz_", "_x00zz_"), ("__x00e9__", "__x005F_x00e9__"),
    ("\u{FFFE}\u{FFFF}\u{FFFD}", "_xFFFE__xFFFF_\u{FFFD}"), ("é😀\u{7F}", "é😀\u{7F}"),
  ])
  func `what XML cannot hold is escaped as Excel does it`(text: String, written: String) {
    var sheet = SheetText()
    let fits = Array(text.utf8).withUnsafeBufferPointer { sheet.set($0) }
    #expect(fits)
    #expect(sheet.bytes == written.utf8.map { CChar(bitPattern: $0) } + [0])
  }

  @Test(arguments: [
    ("a", 32_767, true), ("a", 32_768, false), ("😀", 16_383, true), ("😀", 16_384, false),
  ])
  func `a cell holds so many UTF-16 units`(letter: String, count: Int, fits: Bool) {
    var sheet = SheetText()
    let text = Array(String(repeating: letter, count: count).utf8)
    #expect(text.withUnsafeBufferPointer { sheet.set($0) } == fits)
  }

  @Test(arguments: [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")])
  func `columns have letters`(column: Int, letters: String) {
    #expect(SheetChoice.letters(column) == letters)
  }

  @Test func `the same document gives the same bytes, dated by the day it is told`() throws {
    let first = try Sample.report.bytes(Rendering(format: .xlsx, day: "2020-09-01"))
    #expect(try Sample.report.bytes(Rendering(format: .xlsx, day: "2020-09-01")) == first)
    #expect(try Sample.report.bytes(Rendering(format: .xlsx, day: "2020-09-02")) != first)
  }

  @Test func `a text too long for a cell is refused by its place`() {
    let long = String(repeating: "x", count: 40_000)
    #expect(throws: WorkbookProblem.longText(sheet: "Cells", row: 3, column: 1)) {
      try Sample.table([.text("a"), .text(long)]).bytes(Rendering(format: .xlsx))
    }
  }

  @Test func `line ends of two characters that would be too long as escapes are single ones`() {
    func written(_ line: String, _ count: Int) -> (Bool, String) {
      var sheet = SheetText()
      let text = Array(String(repeating: line, count: count).utf8)
      let fits = text.withUnsafeBufferPointer { sheet.set($0) }
      return (
        fits, String(decoding: sheet.bytes.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
      )
    }
    // As escapes 2 + 8 units a line, else 2: what fits is kept to the byte.
    #expect(written("a\r\n", 3_640) == (true, String(repeating: "a_x000D_\n", count: 3_640)))
    #expect(written("a\r\n", 3_641) == (true, String(repeating: "a\n", count: 3_641)))
    #expect(written("a\r\n", 16_383).0)
    #expect(!written("a\r\n", 16_384).0)
    // Other escapes cannot be left out.
    #expect(written("\u{1}", 4_681).0)
    #expect(!written("\u{1}", 4_682).0)
    #expect(!written("_x0041_", 4_682).0)
  }

  @Test func `a text whose escapes are too long for a cell is refused by its place`() throws {
    let row = { (text: String, count: Int) in
      [Cell.text("a"), .text(String(repeating: text, count: count))]
    }
    #expect(throws: WorkbookProblem.longText(sheet: "Cells", row: 3, column: 1)) {
      try Sample.table(row("\u{1}", 30_000)).bytes(Rendering(format: .xlsx))
    }
    let note = row("A sentence of a remark.\r\n", 1_200)
    #expect(try !Sample.table(note).bytes(Rendering(format: .xlsx)).isEmpty)
  }

  @Test func `a sheet whose title is too long is called by what it holds`() {
    let long = "Contacts: a search for many words in a row"
    #expect(SheetNames.fitting([long, "Contacts"]) == "Contacts")
    #expect(SheetNames.fitting(["Changed in the last 3650 days", "Changes"]).utf16.count == 29)
    #expect(SheetNames.fitting([nil, "Facts"]) == "Facts")
    #expect(SheetNames.fitting(["", "Facts"]) == "Facts")
    #expect(SheetNames.fitting([]) == "")
  }

  @Test func `too many columns are refused`() {
    let columns = (0..<16_385).map { Column("c\($0)", "C\($0)") }
    let document = Document(
      schema: "x/1", blocks: [.table(Table(noun: "wide", columns: columns, rows: []))])
    #expect(throws: WorkbookProblem.tooManyColumns(sheet: "Wide", 16_385)) {
      try document.bytes(Rendering(format: .xlsx))
    }
  }

  @Test(arguments: [
    ("8.880000000000001", "8.88"), ("8.88", "8.88"), ("-0.1000000000000001", "-0.1"),
    ("1234567890123450", "1234567890123450"), ("5523.549999999999", "5523.55"),
  ])
  func `a number of a sheet has the digits it has, with blanks behind its cell`(
    number: String, written: String
  ) {
    var bytes = Array("<c r=\"A1\"><v>\(number)</v></c><c/>".utf8)
    bytes.withUnsafeMutableBytes { SheetNumbers.shorten($0) }
    let blanks = String(repeating: " ", count: number.count - written.count)
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == "<c r=\"A1\"><v>\(written)</v></c>\(blanks)<c/>")
  }

  @Test func `tables of one kind share a sheet, whose first column says which they are`() throws {
    let table = { (package: String, rows: [[Cell]]) in
      Block.table(
        Table(noun: package.lowercased(), columns: [Column("code", "Task")], rows: rows)
          .gathered(in: SheetPart(sheet: "WP tasks", heading: "Work package", value: package)),
        title: "\(package): tasks")
    }
    let document = Document(
      schema: "x/1", title: "Report",
      blocks: [
        table("WP1", [[.text("T1.1")], [.text("T1.2")]]), .section("Risks"),
        .table(Table(noun: "risks", columns: [Column("code", "No")], rows: [])),
        table("WP2", [[.text("T2.1")]]),
        .table(Table(noun: "late_items", columns: [Column("code", "No")], rows: [])),
      ])
    #expect(document.sheets.map(\.title) == ["WP tasks", "Risks", "Late items"])
    let shared = try #require(document.sheets.first).table
    #expect(shared.columns.map(\.heading) == ["Work package", "Task"])
    #expect(
      shared.rows.map { $0.map(\.shown) } == [["WP1", "T1.1"], ["WP1", "T1.2"], ["WP2", "T2.1"]])
  }
}
