import Tabular
import Testing

@Suite struct `Reading JSON` {
  static func shape(_ table: Table) -> JSONReading.Shape? {
    guard case .json(let json) = table.reading.kind else { return nil }
    return json.shape
  }

  static func slip(_ text: String) -> TabularProblem? {
    do {
      _ = try Table(text)
      return nil
    } catch {
      return error as? TabularProblem
    }
  }

  static func broken(_ line: Int, _ column: Int, _ slip: JSONSlip) -> TabularProblem {
    .brokenJSON(RowFault(line: line, column: 0, kind: .json(.syntax(slip, column: column))))
  }

  @Test func `an export is read by its first list of objects`() throws {
    let table = try Table(
      """
      {
        "schema": "blues.contacts/1",
        "total": {"n": [1, 2, {"deep": null}]},
        "contacts": [
          {
            "name": "Zo\\u00eb",
            "phone": "+49 30 1",
            "n": 1.50e3
          },
          {"phone": null, "name": "e\u{301}", "n": -0}
        ],
        "more": [{"name": "not read"}]
      }

      """)
    #expect(table.header == ["name", "phone", "n"])
    #expect(
      table.lines == [.init(5, ["Zoë", "+49 30 1", "1.50e3"]), .init(10, ["e\u{301}", "", "-0"])])
    #expect(Self.shape(table) == .member("contacts", schema: "blues.contacts/1"))
  }

  @Test func `a list of objects, and one object after another`() throws {
    let list = try Table("[{\"a\":1,\"b\":true},\n{\"b\":false}]\n")
    #expect(list.lines == [.init(1, ["1", "true"]), .init(2, ["", "false"])])
    #expect(Self.shape(list) == .list)
    let lines = try Table("{\"a\":\"\",\"b\":\"x\"}\r\n\r\n{\"b\":\"y\",\"a\":\"z\"}")
    #expect(lines.lines == [.init(1, ["", "x"]), .init(3, ["z", "y"])])
    #expect(Self.shape(lines) == .lines)
    #expect(try Table("\u{FEFF} {\"a\":\"b\"}").sound == [["a"], ["b"]])
  }

  @Test func `escapes are what they stand for, byte for byte`() throws {
    let table = try Table(#"{"a":"\"\\\/\b\f\n\r\t\u20AC\ud83d\ude00","\u0062":"\u0000"}"#)
    #expect(table.header == ["a", "b"])
    #expect(Array(table.lines[0].cells[0].utf8) == Array("\"\\/\u{8}\u{C}\n\r\t€😀".utf8))
    #expect(table.faults == [RowFault(line: 1, column: 2, kind: .nulByte)])
  }

  @Test func `a wide text is read too`() throws {
    let text = "[{\"a\":\"Łuk\"}]".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(try Table([0xFF, 0xFE] + text).sound == [["a"], ["Łuk"]])
  }

  @Test func `what is no cell is a fault of its row, and the rest is read`() throws {
    let table = try Table(
      """
      [{"a":1,"b":2},
       {"a":1,"b":{"x":[1]}},
       {"a":1,"a":2,"b":3},
       {"c":1},
       "text",
       {"b":3}]
      """)
    #expect(
      table.faults == [
        RowFault(line: 2, column: 2, kind: .json(.nested(key: "b"))),
        RowFault(line: 3, column: 1, kind: .json(.repeatedKey("a"))),
        RowFault(line: 4, column: 0, kind: .json(.unknownKey("c"))),
        RowFault(line: 5, column: 0, kind: .json(.noObject)),
      ])
    #expect(table.sound == [["a", "b"], ["1", "2"], ["", "3"]])
  }

  @Test func `a broken line costs itself`() throws {
    let reader = try RowReader(
      source: .bytes(Array("{\"a\":1}\n{\"a\":tru}\n{\"a\" 1}\n{\"a\":2}\n".utf8)))
    var rows: [String] = []
    try reader.forEach { row in
      let raw = String(decoding: row.raw, as: UTF8.self)
      rows.append("\(row.line) \(row.fault?.found ?? row.text(0)) \(raw)")
    }
    #expect(
      rows == [
        "1 1 ", "2 an unexpected character at character 9 {\"a\":tru}",
        "3 an unexpected character at character 6 {\"a\" 1}", "4 2 ",
      ])
  }

  @Test(arguments: [
    ("[{\"a\":1},]", 1, 10, JSONSlip.unexpected(expected: "a value")),
    ("[{\"a\":1}\n", 2, 1, .unfinished),
    ("[{\"a\":1}] x", 1, 11, .unexpected(expected: "the end")),
    ("[{\"a\":\"é\u{1}\"}]", 1, 9, .controlCharacter),
    ("[{\"a\":\"\\x\"}]", 1, 9, .badEscape),
    ("[{\"a\":\"\\ud83d\"}]", 1, 14, .halfSurrogate),
    ("[{\"a\":\"\\ude00\"}]", 1, 14, .halfSurrogate),
    ("[{\"a\":\"\\ud83d\\u0041\"}]", 1, 20, .halfSurrogate),
    ("[{\"a\":01}]", 1, 9, .unexpected(expected: "a number without leading zeros")),
    ("[{\"a\":1.}]", 1, 9, .unexpected(expected: "a digit")),
    ("[{\"a\":.5}]", 1, 7, .unexpected(expected: "a value")),
    ("[{\"a\":'x'}]", 1, 7, .unexpected(expected: "a value")),
    ("[{\"a\":1,}]", 1, 9, .unexpected(expected: "a key")),
    ("[{\"a\":1}\r\n{\"a\":1}]", 2, 1, .unexpected(expected: "a comma or ]")),
    ("{\"a\":1", 1, 7, .unfinished),
  ])
  func `the grammar is kept to the letter`(
    text: String, line: Int, column: Int, slip: JSONSlip
  ) {
    #expect(Self.slip(text) == Self.broken(line, column, slip))
  }

  @Test func `lists within lists have an end`() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(
      Self.slip("[{\"a\":1},{\"a\":\(deep)")
        == Self.broken(1, 79, .tooDeep(most: JSONScannerDepth.most)))
  }

  @Test func `a list of lists is JSON, and no list of objects`() {
    for text in [String(repeating: "[", count: 1_000_000), "[[1,2],[3,4]]"] {
      #expect(Self.slip(text) == Self.broken(1, 2, .unexpected(expected: "an object")))
    }
  }

  @Test func `an export of nothing is empty`() {
    #expect(Self.slip("{\"schema\":\"blues.contacts/1\",\"contacts\":[]}\n") == .emptyFile)
    #expect(Self.slip("[]\n") == .emptyFile)
    #expect(Self.slip("[{}]") == .emptyFile)
  }

  @Test func `a table whose first cell begins with a bracket is a table`() throws {
    #expect(try Table("[a],{b}\n1,2\n").header == ["[a]", "{b}"])
    #expect(try Table("{\"a\"},b\n1,2\n").header == ["{\"a\"}", "b"])
    #expect(try Table("[1;2\n3;4\n").header == ["[1", "2"])
  }

  @Test func `a long text is a fault, and the rows behind it are read`() throws {
    let long = String(repeating: "x", count: 1_000_001)
    let table = try Table("[{\"a\":1},{\"a\":\"\(long)\"},{\"a\":2}]")
    #expect(table.faults == [RowFault(line: 1, column: 1, kind: .tooLong(most: 1_000_000))])
    #expect(table.sound == [["a"], ["1"], ["2"]])
  }

  @Test func `the bytes may come in any handfuls`() throws {
    let text = "[{\"a\":\"\\u00e9Ł\",\"b\":12},\r\n{\"a\":\"\",\"b\":null}]"
    for chunk in 1...8 {
      let table = try Table(text, .init(chunkBytes: chunk))
      #expect(table.lines == [.init(1, ["éŁ", "12"]), .init(2, ["", ""])])
    }
  }

  @Test func `a list of texts is one cell, as a text list has it`() throws {
    let table = try Table(
      """
      {"schema":"blues.risk/1","risks":[
       {"code":"R1","wps":["WP1","WP3"],"n":[]},
       {"code":"R2","wps":[],"n":[1,null,true]},
       {"code":"R3","wps":["a",["b"]],"n":[]}]}
      """)
    #expect(
      table.sound == [["code", "wps", "n"], ["R1", "WP1; WP3", ""], ["R2", "", "1; true"]])
    #expect(
      table.faults == [RowFault(line: 4, column: 2, kind: .json(.nested(key: "wps")))])
  }

  @Test func `a line with empty lists is a row`() throws {
    let table = try Table("{\"code\":\"R1\",\"wps\":[],\"n\":[\"x\",\"y\"]}\n")
    #expect(table.sound == [["code", "wps", "n"], ["R1", "", "x; y"]])
    #expect(Self.shape(table) == .lines)
    #expect(Self.slip("{\"contacts\":[]}") == .emptyFile)
  }

  @Test func `an amount is its figure, as a text list has it`() throws {
    let table = try Table(
      "[{\"paid\":{\"amount\":\"415.00\",\"currency\":\"EUR\"}},{\"paid\":{\"amount\":\"1\"}}]")
    #expect(table.sound == [["paid"], ["415.00"]])
    #expect(
      table.faults == [RowFault(line: 1, column: 1, kind: .json(.nested(key: "paid")))])
  }
}

/// The depth that nested values may have, as the reader states it.
private enum JSONScannerDepth {
  static let most = 64
}
