import Documents
import Tabular
import Testing

@testable import BluesCommands

@Suite struct `Workbooks read back` {
  static let naughty = [
    "=1+1", "+34 976 000 000", "-5", "@x", "007", "1E5", "12345678901234567890", "2020-01-01",
    "TRUE", "#N/A", "http://example.org", "internal:Sheet1!A1", "  blanks  ", "\ttab", "a\nb",
    "a\r\nb\r", "_x000D_", "_x005F_x000D_", "\u{1}\u{8}\u{1B}[31m", "\u{7F}\u{85}\u{2028}\u{FEFF}",
    "\u{FFFE}\u{FFFF}", "e\u{301}é", "<b>&amp;\"'</b>", "]]>", "田中さん", "👩‍👩‍👧", "\u{202E}rtl",
    "{\"a\":1}", "${jndi}", "'quoted", "''", "\u{0}nul",
  ]

  private func rows(_ bytes: [UInt8], sheet: String? = nil) throws -> [[String]] {
    var options = ReadingOptions()
    options.sheet = sheet
    let reader = try RowReader(source: .bytes(bytes), options: options)
    var rows = [reader.header ?? []]
    try reader.forEach { rows.append($0.texts) }
    return rows
  }

  @Test func `every text comes back byte by byte`() throws {
    let table = Table(
      noun: "strings", columns: [Column("id", "Id"), Column("text", "Text")],
      rows: Self.naughty.enumerated().map { [.integer($0 + 1), .text($1)] })
    let bytes = try Document(schema: "x/1", blocks: [.table(table)]).bytes(
      Rendering(format: .xlsx))
    let read = try rows(bytes)
    #expect(read.first == ["Id", "Text"])
    #expect(
      read.dropFirst().map { Array($0[1].utf8) } == Self.naughty.map { Array($0.utf8) })
  }

  @Test func `numbers, amounts and days come back as what they are`() throws {
    let cells: [Cell] = [
      .integer(-42), .integer(12_345_678_901_234_567), .decimal("1.5"),
      .decimal("0.12345678901234567"), .money(cents: -41_510, currency: "EUR"),
      .day("2020-02-29"), .day("1900-02-28"), .flag(true), .list(["a", "b"]),
      .link("https://example.org"), .state("late", .bad),
    ]
    let columns = cells.indices.map { Column("c\($0)", "C\($0)") }
    let table = Table(noun: "cells", columns: columns, rows: [cells])
    let bytes = try Document(schema: "x/1", blocks: [.table(table)]).bytes(
      Rendering(format: .xlsx))
    #expect(
      try rows(bytes)[1] == [
        "-42", "12345678901234567", "1.5", "0.12345678901234567", "-415.1", "2020-02-29",
        "1900-02-28", "yes", "a; b", "https://example.org", "late",
      ])
  }

  @Test func `facts stand in two columns, each table on a sheet of its own`() throws {
    let table = Table(noun: "work_packages", columns: [Column("no", "No")], rows: [[.text("WP1")]])
    let document = Document(
      schema: "x/1",
      blocks: [
        .facts(Facts([Fact("code", "Id", .text("C1"))])),
        .facts(Facts([Fact("city", "City", .text("Łódź"))])), .table(table),
        .section("Late/soon"), .table(table),
      ])
    let bytes = try document.bytes(Rendering(format: .xlsx))
    #expect(
      try rows(bytes, sheet: "Facts") == [["Name", "Value"], ["Id", "C1"], ["City", "Łódź"]])
    #expect(try rows(bytes, sheet: "Work packages") == [["No"], ["WP1"]])
    #expect(try rows(bytes, sheet: "Late soon") == [["No"], ["WP1"]])
  }

  @Test func `a workbook of many rows is written to a file in bounded memory`() throws {
    let folder = try Folder()
    let book = try WorkbookWriter(
      path: folder("a.xlsx"), scratch: folder.path, day: "2020-09-01")
    let sheet = try book.addSheet(named: "Rows", columns: [SheetColumn("A", kind: .text)])
    for number in 1...3_000 { try sheet.write([.text("row \(number)")]) }
    try book.finish()
    #expect(folder.names == ["a.xlsx"])
    let reader = try RowReader(source: .file(at: folder("a.xlsx")))
    var count = 0
    try reader.forEach { row in
      count += 1
      #expect(row.texts == ["row \(count)"])
    }
    #expect(count == 3_000)
  }
}
