import Tabular
import Testing

@Suite struct `Writing CSV` {
  @Test func `only what needs quotes has them`() {
    var writer = CSVWriter()
    writer.write(["a", "b c", "", "+49"])
    writer.write(["x,y", "say \"hi\"", "l\nm", " pad "])
    let text = String(decoding: writer.bytes, as: UTF8.self)
    #expect(text == "a,b c,,+49\n\"x,y\",\"say \"\"hi\"\"\",\"l\nm\",\" pad \"\n")
  }

  @Test func `the dialect's delimiter and line end are used`() {
    var writer = CSVWriter(dialect: Dialect(delimiter: UInt8(ascii: ";"), newline: .crlf))
    writer.write(["a,b", "c;d"])
    #expect(Array(writer.bytes) == Array("a,b;\"c;d\"\r\n".utf8))
  }

  @Test func `a row that was read is written with its reason`() throws {
    let reader = try RowReader(source: .bytes(Array("a,b\n\"x,y\",2\n".utf8)))
    var writer = CSVWriter()
    try reader.forEach { writer.write($0, followedBy: ["no e-mail"]) }
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "\"x,y\",2,no e-mail\n")
  }

  @Test(arguments: 0..<40)
  func `what is written is read back, byte for byte`(seed: Int) throws {
    var random = SplitMix64(state: UInt64(seed))
    let pieces = ["a", "é", "e\u{301}", ",", ";", "\"", "'", "\n", "\r", "\r\n", " ", "#", "\t"]
    let width = Int.random(in: 1...4, using: &random)
    let rows = (0..<10).map { _ in
      (0..<width).map { _ in
        (0..<Int.random(in: 0...4, using: &random))
          .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      }
    }
    for delimiter in [",", ";", "\t"].flatMap(\.utf8) {
      let dialect = Dialect(
        delimiter: delimiter, newline: seed.isMultiple(of: 2) ? .lf : .crlf)
      var writer = CSVWriter(dialect: dialect)
      for row in rows { writer.write(row) }
      let options = ReadingOptions(
        delimiter: delimiter, quote: dialect.quote, hasHeader: false, preambleLines: 0)
      let table = try Table(writer.bytes, options)
      let read = table.lines.map { $0.cells.map { Array($0.utf8) } }
      #expect(read == rows.map { $0.map { Array($0.utf8) } })
    }
  }
}
