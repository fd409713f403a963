import Tabular
import Testing

@Suite struct `Text encodings` {
  @Test(arguments: [
    ("cp1252", TextEncoding.windows1252), ("latin1", .latin1), ("UTF-8", .utf8),
    ("utf8", .utf8), ("l2", .latin2), ("macroman", .macRoman), ("sjis", .shiftJIS),
    ("ISO-8859-15", .latin9), ("Windows 1250", .windows1250), ("UTF-16", .utf16le),
  ])
  func `a common spelling is known`(spelling: String, encoding: TextEncoding) {
    #expect(TextEncoding(named: spelling) == encoding)
  }

  @Test func `an unknown spelling is not guessed`() {
    #expect(TextEncoding(named: "ebcdic") == nil)
  }

  @Test(arguments: TextEncoding.allCases)
  func `every encoding is known by its own name`(encoding: TextEncoding) {
    #expect(TextEncoding(named: encoding.name) == encoding)
  }

  @Test(arguments: [
    (TextEncoding.windows1250, [0x9C, 0xB9, 0xB3] as [UInt8], "śął"),
    (.windows1251, [0xCF, 0xF0, 0xE8], "При"),
    (.windows1252, [0x80, 0xE9, 0x9C], "€éœ"),
    (.windows1253, [0xC1, 0xE8, 0xDE], "Αθή"),
    (.latin1, [0xE9, 0xDF, 0xFF], "éßÿ"),
    (.latin2, [0xB1, 0xE6, 0xF3], "ąćó"),
    (.latin9, [0xA4, 0xBD, 0xE8], "€œè"),
    (.macRoman, [0x8E, 0x9F, 0xD5], "éü’"),
    (.shiftJIS, [0x93, 0xFA, 0x96, 0x7B], "日本"),
    (.big5, [0xA4, 0xA4, 0xA4, 0xE5], "中文"),
    (.utf16be, [0x00, 0xE9, 0xD8, 0x3D, 0xDE, 0x0E], "é😎"),
    (.utf32le, [0xE9, 0, 0, 0, 0x0E, 0xF6, 0x01, 0], "é😎"),
  ])
  func `text reads right in the encoding given`(
    encoding: TextEncoding, bytes: [UInt8], text: String
  ) throws {
    for chunk in 1...7 {
      let options = ReadingOptions(encoding: encoding, hasHeader: false, chunkBytes: chunk)
      let table = try Table(bytes, options)
      #expect(table.lines.map { Array($0.cells[0].utf8) } == [Array(text.utf8)])
    }
  }

  @Test func `a byte without a character is reported with its place and never replaced`() throws {
    let bytes = Array("name;town\nA;B\nC;".utf8) + [0x81] + Array("x\nD;E\n".utf8)
    for chunk in 1...7 {
      let table = try Table(bytes, ReadingOptions(encoding: .windows1252, chunkBytes: chunk))
      #expect(table.sound == [["name", "town"], ["A", "B"], ["D", "E"]])
      #expect(
        table.lines[1]
          == .init(
            3, ["C", "\\x81x"],
            fault: RowFault(
              line: 3, column: 2,
              kind: .undecodable(byte: 0x81, offset: 16, encoding: .windows1252))))
    }
  }

  @Test func `half a surrogate pair is reported`() throws {
    let bytes: [UInt8] = [0x61, 0, 0x3D, 0xD8, 0x0A, 0, 0x62, 0]
    let table = try Table(bytes, ReadingOptions(encoding: .utf16le, hasHeader: false))
    #expect(
      table.faults == [
        RowFault(
          line: 1, column: 1, kind: .undecodable(byte: 0xD8, offset: 2, encoding: .utf16le))
      ])
    #expect(table.sound == [["b"]])
  }

  @Test func `wrong bytes in UTF-8 that was asked for are faults of their rows`() throws {
    let bytes = Array("a,b\n1,".utf8) + [0xC3] + Array("\n2,é\n".utf8)
    let table = try Table(bytes, ReadingOptions(encoding: .utf8))
    #expect(table.sound == [["a", "b"], ["2", "é"]])
    #expect(
      table.faults == [
        RowFault(
          line: 2, column: 2, kind: .undecodable(byte: 0xC3, offset: 6, encoding: .utf8))
      ])
  }

  @Test(arguments: [
    [0xC0, 0xAF] as [UInt8], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0x80],
    [0xF8, 0x88, 0x80, 0x80, 0x80], [0xE0, 0x80, 0xAF],
  ])
  func `overlong forms, surrogates and torn characters are no UTF-8`(bytes: [UInt8]) {
    #expect(throws: TabularProblem.self) { try Table(Array("a,b\n1,".utf8) + bytes) }
  }
}
