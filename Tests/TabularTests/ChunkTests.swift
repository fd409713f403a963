import Tabular
import Testing

@Suite struct `Chunks` {
  private static let texts = [
    "a,b\n1,2\n3,4\n", "a,b\r\n1,2\r\n3,4", "a,b\r1,2\r", "a;b\n\"x;\"\"y\"\"\";\"\r\n\"\n",
    "é,ł\nŁódź,😎\n", "a,b\n\"open,1\n2,\"x\"\n3,4\n", "a,b\n\n\r\n1,2\n\n", "one\n\ntwo\n",
    "a,b\n1,x\u{0}\n\"q\"z,2\n1\n1,2,3\n", "# note\n\na,b\n1,2\n", "a,b\n\"x\" ,\"y\"  \r\n",
    "'a','b'\n'it''s','c\nd'\n", "a,b\n\"\",\"\"\"\"\n\"\"\"x\"\"\",y\n", "a,b,\n1,2,\n,,",
    "M113\t;M\t;M216\nM101\nM108\t;M216\nM101\nM103\n\n",
  ]

  @Test(arguments: texts, 1...7)
  func `a table reads the same in chunks of any size`(text: String, size: Int) throws {
    let whole = try Table(text)
    #expect(try Table(text, ReadingOptions(chunkBytes: size)) == whole)
    let wide = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let decoded = try Table(wide, ReadingOptions(encoding: .utf16le, chunkBytes: size))
    #expect(decoded.lines == whole.lines)
  }

  @Test(arguments: 0..<20)
  func `random tables read the same in chunks of any size`(seed: Int) throws {
    var random = SplitMix64(state: UInt64(seed))
    let pieces = ["a", "é", ",", ",", "\"", "\"\"", "\n", "\r\n", "\r", " ", "\u{0}", "xyz"]
    let text = (0..<200).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    let options = ReadingOptions(
      delimiter: UInt8(ascii: ","), quote: UInt8(ascii: "\""), hasHeader: false,
      preambleLines: 0)
    let whole = try Table(text, options)
    for size in 1...7 {
      var small = options
      small.chunkBytes = size
      #expect(try Table(text, small) == whole)
    }
  }

  @Test func `a source may give fewer bytes than asked`() throws {
    var rest = Array("a,b\n\"x, y\",2\n".utf8)[...]
    let source = ByteSource { buffer throws(TabularProblem) in
      guard let byte = rest.popFirst() else { return 0 }
      buffer[0] = byte
      return 1
    }
    let reader = try RowReader(source: source)
    var rows: [[String]] = []
    try reader.forEach { rows.append($0.texts) }
    #expect(rows == [["x, y", "2"]])
  }

  @Test func `a record far longer than a chunk is whole`() throws {
    let long = String(repeating: "word ", count: 100_000)
    let text = "a,b\n1,\"\(long)\"\"\n\"\n2,3\n"
    let table = try Table(text, ReadingOptions(chunkBytes: 4096))
    #expect(table.lines[0].cells[1].utf8.count == 500_002)
    #expect(table.lines[1] == .init(4, ["2", "3"]))
  }

  @Test(arguments: 0..<4)
  func `a character cut in two while a long line is left out is whole again`(shift: Int) throws {
    let long = String(repeating: "x", count: shift) + String(repeating: "😎", count: 20_000)
    let text = "\(long)\na,b\n1,2\n"
    let table = try Table(text, ReadingOptions(preambleLines: 1, chunkBytes: 4096))
    #expect(table.lines == [.init(3, ["1", "2"])])
  }

  @Test(arguments: 0..<4)
  func `a character cut in two at the end of a record too long is whole again`(
    shift: Int
  ) throws {
    let long = String(repeating: "x", count: shift) + String(repeating: "😎", count: 5 << 20)
    let table = try Table("a,b\n\(long),2\n3,4\n", ReadingOptions(chunkBytes: 1 << 16))
    #expect(table.lines.map(\.cells) == [[], ["3", "4"]])
  }

  @Test func `bytes that are no character are told although their beginning was left out`() throws {
    var bytes = Array("xxx\u{E9}".utf8).dropLast() + Array("x\na,b\n".utf8)
    bytes.insert(contentsOf: repeatElement(UInt8(ascii: "x"), count: 70_000), at: 0)
    let problem = #expect(throws: TabularProblem.self) {
      try Table(Array(bytes), ReadingOptions(preambleLines: 1, chunkBytes: 70_004))
    }
    guard case .encodingUnsure(let doubt) = problem else {
      Issue.record("\(String(describing: problem))")
      return
    }
    #expect(doubt.line == 1 && doubt.byteOffset == 70_003 && doubt.byte == 0xC3)
  }

  @Test(arguments: [1, 7, 20, 1 << 16])
  func `of two problems the first in the file is told, however many bytes come at once`(
    size: Int
  ) throws {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let options = ReadingOptions(chunkBytes: size)
    #expect(
      throws: TabularProblem.headerUnreadable(RowFault(line: 1, column: 2, kind: .nulByte))
    ) {
      try Table(mark + Array("a,b\u{0}\n1,2\n".utf8) + [0xE9, 0x0A], options)
    }
    let reader = try RowReader(
      source: .bytes(mark + Array("a,b\n1,2\n3,".utf8) + [0xE9, 0x0A]), options: options)
    var rows: [[String]] = []
    let problem = #expect(throws: TabularProblem.self) {
      try reader.forEach { rows.append($0.texts) }
    }
    guard case .encodingUnsure(let doubt) = problem else {
      Issue.record("\(String(describing: problem))")
      return
    }
    #expect(rows == [["1", "2"]])
    #expect(doubt.line == 3 && doubt.byteOffset == 13 && doubt.byte == 0xE9)
  }
}
