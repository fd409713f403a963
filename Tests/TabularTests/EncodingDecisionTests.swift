import Tabular
import Testing

@Suite struct `Deciding the encoding` {
  private let utf8Mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  @Test func `a byte order mark is not part of the first heading, bare or quoted`() throws {
    for text in ["name,town\nA,B\n", "\"name\",town\nA,B\n"] {
      let table = try Table(utf8Mark + Array(text.utf8))
      #expect(table.header?.map { Array($0.utf8) } == [Array("name".utf8), Array("town".utf8)])
      #expect(table.sound == [["name", "town"], ["A", "B"]])
    }
  }

  @Test func `UTF-16 with a mark is read in either byte order`() throws {
    let text = "name;town\r\nŁódź;Évora\r\n"
    let little: [UInt8] =
      [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big: [UInt8] = [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    for (bytes, encoding) in [(little, TextEncoding.utf16le), (big, .utf16be)] {
      let table = try Table(bytes)
      #expect(table.encoding == encoding)
      #expect(table.sound == [["name", "town"], ["Łódź", "Évora"]])
    }
  }

  @Test func `UTF-16 without a mark shows in its NUL bytes`() throws {
    let text = "name;town\nŁódź;Évora\n"
    let table = try Table(text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    #expect(table.encoding == .utf16le)
    #expect(table.sound == [["name", "town"], ["Łódź", "Évora"]])
  }

  @Test func `a few NUL bytes do not make UTF-16`() throws {
    let table = try Table("a,b\n1,x\u{0}y\u{0}\n3,4\n")
    #expect(table.encoding == .utf8)
    #expect(table.faults.map(\.line) == [2])
  }

  @Test func `text that is no UTF-8 stops with the place and the readings`() throws {
    let bytes = Array("nom,ville\nH".utf8) + [0xE9] + Array("l".utf8) + [0xE8] + Array("ne,X".utf8)
    guard case .encodingUnsure(let doubt) = try problem(in: bytes) else {
      Issue.record("another problem")
      return
    }
    #expect(doubt.line == 2)
    #expect(doubt.byteOffset == 11)
    #expect(doubt.byte == 0xE9)
    #expect(doubt.candidates.first?.encoding == .windows1252)
    #expect(doubt.candidates.first?.text == "Hélène,X")
  }

  @Test(arguments: [
    (TextEncoding.windows1250, "dolnośląskie;Głogów", [0x9C, 0xB9, 0xB3, 0xF3] as [UInt8]),
    (.latin2, "dolnośląskie;Głogów", [0xB6, 0xB1, 0xB3, 0xF3]),
    (.macRoman, "Suite française: préludes", [0x8D, 0x8E]),
    (.windows1252, "Größe für Köln", [0xF6, 0xDF, 0xFC, 0xF6]),
  ])
  func `the right reading comes first`(
    encoding: TextEncoding, text: String, high: [UInt8]
  ) throws {
    var rest = high[...]
    let bytes = text.unicodeScalars.map { $0.isASCII ? UInt8($0.value) : rest.popFirst() ?? 0 }
    guard case .encodingUnsure(let doubt) = try problem(in: Array("a\n".utf8) + bytes) else {
      Issue.record("another problem")
      return
    }
    #expect(doubt.candidates.first == .init(encoding: encoding, text: text))
  }

  @Test func `Cyrillic and Greek are told apart`() throws {
    let cyrillic: [UInt8] = [
      0xEC, 0xEE, 0xF1, 0xEA, 0xE2, 0xE0, 0x20, 0xF3, 0xEB, 0xE8, 0xF6, 0xE0,
    ]
    let greek: [UInt8] = [0xC1, 0xEB, 0xE5, 0xEE, 0xE1, 0xED, 0xE4, 0xF1, 0xEF, 0xF2]
    for (bytes, encoding) in [(cyrillic, TextEncoding.windows1251), (greek, .windows1253)] {
      guard case .encodingUnsure(let doubt) = try problem(in: bytes) else {
        Issue.record("another problem")
        return
      }
      #expect(doubt.candidates.first?.encoding == encoding)
    }
  }

  @Test func `a wrong byte far behind the beginning ends the reading where it is met`() throws {
    let sound = String(repeating: "A,B\n", count: 50_000)
    let bytes = Array("a,b\n\(sound)C,".utf8) + [0xE9] + Array("\nD,E\n".utf8)
    let reader = try RowReader(source: .bytes(bytes))
    var rows = 0
    do {
      try reader.forEach { _ in rows += 1 }
      Issue.record("it was read")
    } catch TabularProblem.encodingUnsure(let doubt) {
      #expect(doubt.line == 50_002)
      #expect(doubt.byteOffset == 200_006)
      #expect(doubt.candidates.first == .init(encoding: .windows1252, text: "C,é"))
    }
  }

  @Test func `a mark before text of another encoding is left out and the option wins`() throws {
    let bytes = utf8Mark + Array("name;n\nJos".utf8) + [0xE9] + Array(";1\n".utf8)
    let table = try Table(bytes, ReadingOptions(encoding: .windows1252))
    #expect(table.sound == [["name", "n"], ["José", "1"]])
  }

  @Test func `names that end in an accent or a hard blank stay whole`() throws {
    let table = try Table("n,m\nNiccolò,Là\nA\u{A0},e\u{301}\n")
    #expect(table.lines[0].cells == ["Niccolò", "Là"])
    #expect(Array(table.lines[1].cells[0].utf8) == [0x41, 0xC2, 0xA0])
    #expect(Array(table.lines[1].cells[1].utf8) == [0x65, 0xCC, 0x81])
  }

  private func problem(in bytes: [UInt8]) throws -> TabularProblem? {
    do {
      _ = try Table(bytes)
      return nil
    } catch let problem as TabularProblem {
      return problem
    }
  }
}
