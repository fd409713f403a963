import Testing

@testable import Documents

@Suite struct `Parts of a workbook` {
  @Test(arguments: [
    ("Contacts", "Contacts"), ("", "Sheet"), ("'a'", "a"), ("a/b:c*d?e[f]g\\h", "a b c d e f g h"),
    ("History", "History list"), ("a\nb", "a b"),
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

  @Test func `too many columns are refused`() {
    let columns = (0..<16_385).map { Column("c\($0)", "C\($0)") }
    let document = Document(
      schema: "x/1", blocks: [.table(Table(noun: "wide", columns: columns, rows: []))])
    #expect(throws: WorkbookProblem.tooManyColumns(sheet: "Wide", 16_385)) {
      try document.bytes(Rendering(format: .xlsx))
    }
  }
}
