import Tabular
import Testing

@Suite struct `Files put behind one another` {
  private static let mark = "\u{FEFF}"

  /// The rows without fault and the rules of the others, with what was passed over.
  private static func read(_ text: String) throws -> (
    sound: [[String]], faults: [RowFault], told: [String]
  ) {
    let reader = try RowReader(source: .bytes(Array(text.utf8)))
    var sound: [[String]] = []
    var faults: [RowFault] = []
    try reader.forEach { row in
      if let fault = row.fault { faults.append(fault) } else { sound.append(row.texts) }
    }
    return (sound, faults, reader.remarks)
  }

  @Test(arguments: [
    ("a,b\n1,2\n", ","), ("a;b\r\n1;2\r\n", ";"), ("a\tb\n1\t2\n", "\t"),
    ("\"a\",\"b\"\n\"1\",\"2\"\n", ","), ("'a';'b, c'\n'1';'2'\n", ";"),
  ])
  func `the mark of the second is left out and its headings are told`(
    text: String, delimiter: String
  ) throws {
    let read = try Self.read(Self.mark + text + Self.mark + text)
    #expect(read.sound == [["1", "2"], ["1", "2"]])
    #expect(read.faults == [RowFault(line: 3, column: 1, kind: .headingsAgain)])
    #expect(read.told == ["a byte order mark in the middle of the file left out"])
  }

  @Test func `headings again in a sheet are told`() throws {
    let rows = [
      ["Firma", "", "Ort"], ["A", "x", "Ulm"], ["Firma", "", "Ort"], ["Firma", "", "Rom"],
    ]
    let xml = rows.enumerated().map { number, cells in
      let cells = zip(["A", "B", "C"], cells).map { letter, text in
        text.isEmpty ? "" : "<c r='\(letter)\(number + 1)' t='str'><v>\(text)</v></c>"
      }
      return "<row r='\(number + 1)'>\(cells.joined())</row>"
    }
    let table = try Table(Book(rows: xml.joined()).bytes)
    #expect(table.sound == [["Firma", "", "Ort"], ["A", "x", "Ulm"], ["Firma", "", "Rom"]])
    #expect(table.faults == [RowFault(line: 3, column: 1, kind: .headingsAgain)])
  }

  @Test func `a mark before rows, before blank lines and twice over`() throws {
    let read = try Self.read("a,b\n1,2\n\u{FEFF}3,4\n\u{FEFF}\n\u{FEFF}\u{FEFF}5,6\n\u{FEFF}")
    #expect(read.sound == [["1", "2"], ["3", "4"], ["5", "6"]])
    #expect(read.faults == [])
    #expect(read.told == ["5 byte order marks in the middle of the file left out"])
  }

  @Test func `the line that names the separator is left out again`() throws {
    let read = try Self.read("sep=;\na;b\n1;2\n\u{FEFF}sep=;\na;b\n3;4\n")
    #expect(read.sound == [["1", "2"], ["3", "4"]])
    #expect(read.faults == [RowFault(line: 5, column: 1, kind: .headingsAgain)])
  }

  @Test func `without a line end between them the row is told`() throws {
    let read = try Self.read("a,b\n1,2\u{FEFF}a,b\n3,4\n")
    #expect(read.sound == [["3", "4"]])
    #expect(read.faults == [RowFault(line: 2, column: 2, kind: .filesJoined)])
    #expect(
      read.faults.map(\.found) == [
        "a byte order mark in the middle of the line, where another file begins"
      ])
  }

  @Test func `texts of two bytes and single bytes at a time`() throws {
    let wide = "\u{FEFF}a,b\n1,2\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(try Table(wide + wide).sound == [["a", "b"], ["1", "2"], ["1", "2"]])
    let text = "a,b\n1,2\n\u{FEFF}a,b\n\u{FEFF}3,4\n\u{FEFF}"
    #expect(
      try Table(text, ReadingOptions(chunkBytes: 1)).sound == [
        ["a", "b"], ["1", "2"], ["3", "4"],
      ])
    #expect(
      try Table("a,b\n\u{FB01}x,2\n\u{FF11},3\n", ReadingOptions(chunkBytes: 1)).sound == [
        ["a", "b"], ["ﬁx", "2"], ["１", "3"],
      ])
  }

  @Test func `cards and JSON`() throws {
    let card = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada\r\nEND:VCARD\r\n"
    let cards = try Table(Self.mark + card + Self.mark + card)
    #expect(cards.faults == [])
    #expect(cards.lines.map(\.line) == [1, 5])
    let json = "{\"a\":\"x\"}\n"
    let objects = try Table(Self.mark + json + Self.mark + json)
    #expect(objects.lines == [.init(1, ["x"]), .init(2, ["x"])])
  }
}
