import Basics
import BluesCore
import Documents
import Tabular
import Testing

@testable import BluesCommands

/// What goes out comes in again, byte by byte.
@Suite struct `Contacts that go out and come in again` {
  /// Texts that somewhere on the way could be taken for something else.
  static let naughty = [
    "=1+1", "+34 976 000 000", "+cmd|x", "-5", "-x", "@x", "＝1", "'=1", "''@", "'n Dorp", "007",
    "1E5", "12345678901234567890", "2020-01-01", "#N/A", "# no comment", "http://example.org",
    "a;b,c\td|e", "\"", "\"\"", "a\"b", "a\nb", "a\r\nb", "_x000D_", "\u{1}\u{1B}[31m",
    "\u{7F}\u{85}\u{2028}x", "\u{FFFE}\u{FFFF}", "e\u{301}", "é", "<b>&amp;", "田中さん",
    "👩‍👩‍👧", "\u{202E}rtl", "{\"a\":1}", "\\n\\", "null", "TRUE", "\u{FEFF}x", "x\u{FEFF}",
  ]

  private func filled() throws -> ExportedStore {
    let project = try ExportedStore()
    var list = CSVWriter()
    list.write(["organisation", "position", "note", "postcode", "Fach"])
    for text in Self.naughty { list.write(["Org \(text)", text, "n\(text)", "07743", text]) }
    #expect(try project.take(list.bytes).created == Self.naughty.count)
    return project
  }

  /// The rows of a file with the guard taken off.
  private func rows(_ bytes: [UInt8]) throws -> [[[UInt8]]] {
    let reader = try RowReader(source: .bytes(bytes))
    var rows: [[[UInt8]]] = []
    try reader.forEach { row in
      #expect(row.fault == nil)
      rows.append(row.texts.map { Array(SpreadsheetGuard.unguarded($0).utf8) })
    }
    return rows
  }

  @Test(arguments: [DelimitedText.csv, .tsv, .excel])
  func `CSV and TSV hold every text, guarded where it would run`(form: DelimitedText) throws {
    let project = try filled()
    let written = try project.export { headings, target in
      try DelimitedRows(form, headings: headings, to: target)
    }
    let read = try rows(written.bytes)
    let count = ContactField.allCases.count
    #expect(read.map { Array($0[1...count]) } == (try project.fields()))
    // Invisible signs at the ends went on the first way in.
    let stored = Self.naughty.map { text in
      ["\u{202E}rtl": "rtl", "\u{FEFF}x": "x", "x\u{FEFF}": "x"][text] ?? text
    }
    #expect(read.map { $0[count + 3] } == stored.map { Array($0.utf8) })
    let position = 1 + ContactField.position.rawValue
    let raw = try RowReader(source: .bytes(written.bytes))
    try raw.forEach { row in
      let first = row.text(position).unicodeScalars.first
      #expect(first.map { "=@＝＠\t\r\n".unicodeScalars.contains($0) } != true)
    }
  }

  @Test func `an export for Excel begins as Excel wants it, and has no sep line`() throws {
    let project = try ExportedStore()
    try project.take(Array("name,phone,note\nÁ,+34 976 000 000,\n=B,,-x\n".utf8))
    let written = try project.export(Listing(columns: ["organisation", "phone", "note"])) {
      try DelimitedRows(.excel, headings: $0, to: $1)
    }
    #expect(
      written.bytes
        == Array("\u{FEFF}organisation;phone;note\r\nÁ;+34 976 000 000;\r\n'=B;;'-x\r\n".utf8))
  }

  @Test func `a workbook gives an empty project the same contacts`() throws {
    let project = try filled()
    let written = try project.export { headings, target in
      try WorkbookRows(
        sheet: "Contacts", headings: headings, scratch: "/dev/shm", day: "2020-09-01", to: target)
    }
    let other = try ExportedStore()
    #expect(try other.take(written.bytes, "out.xlsx").created == Self.naughty.count)
    #expect(try other.fields() == (try project.fields()))
  }

  @Test func `a long note comes back from a workbook as it was, though its lines end otherwise`()
    throws
  {
    let project = try ExportedStore()
    let note = Array(repeating: "a line of twenty-three.", count: 1_300).joined(separator: "\r\n")
    var list = CSVWriter()
    list.write(["organisation", "note", "Fach"])
    list.write(["Org", note, "one\r\ntwo"])
    #expect(try project.take(list.bytes).created == 1)
    let written = try project.export { headings, target in
      try WorkbookRows(
        sheet: "Contacts", headings: headings, scratch: "/dev/shm", day: "2020-09-01", to: target)
    }
    try RowReader(source: .bytes(written.bytes)).forEach { row in
      #expect(row.texts.allSatisfy { !$0.contains("_x000D_") })
      #expect(row.texts.contains(note.replacing("\r\n", with: "\n")))
    }
    let before = try project.fields()
    let outcome = try project.take(written.bytes, "out.xlsx")
    #expect([outcome.read, outcome.updated, outcome.unchanged] == [1, 0, 1])
    #expect(try project.fields() == before)
  }

  @Test func `JSON and cards give an empty project the same contacts`() throws {
    let project = try filled()
    let forms: [([String], @escaping ByteTarget) throws -> any RowSink] = [
      { JSONRows(schema: "blues.contact/1", noun: "contacts", keys: $0, to: $1) },
      { JSONRows(lines: $0, to: $1) }, { CardSink(keys: $0, to: $1) },
    ]
    for form in forms {
      let written = try project.export(into: form)
      let other = try ExportedStore()
      #expect(try other.take(written.bytes, "out").created == Self.naughty.count)
      #expect(try other.fields() == (try project.fields()))
    }
  }

  @Test(arguments: [DelimitedText.csv, .tsv, .excel])
  func `a list gives an empty project the same contacts`(form: DelimitedText) throws {
    let project = try ExportedStore()
    try project.take(
      Array(
        """
        organisation;name;email;phone;postcode;note
        Łódź Sp. z o.o.;Żaneta Říhová;z@example.org;+48 42 123 45 67;01234;"a;b ""c""
        d"
        Ó Ltd;;;+420 377 555 010;00000;

        """.utf8))
    let written = try project.export { headings, target in
      try DelimitedRows(form, headings: headings, to: target)
    }
    let other = try ExportedStore()
    #expect(try other.take(written.bytes, "out.csv").created == 2)
    #expect(try other.fields() == (try project.fields()))
  }
}
