import Basics
import Tabular
import Testing

@Suite struct `CSV that was written` {
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
      let newline: [UInt8] = seed.isMultiple(of: 2) ? [0x0A] : [0x0D, 0x0A]
      var writer = CSVWriter(DelimitedText(delimiter: delimiter, newline: newline))
      for row in rows { writer.write(row) }
      let options = ReadingOptions(
        delimiter: delimiter, quote: UInt8(ascii: "\""), hasHeader: false, preambleLines: 0)
      let table = try Table(writer.bytes, options)
      let read = table.lines.map { $0.cells.map { Array($0.utf8) } }
      #expect(read == rows.map { $0.map { Array($0.utf8) } })
    }
  }
}
