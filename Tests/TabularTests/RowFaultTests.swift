import Tabular
import Testing

@Suite struct `Rows at fault` {
  @Test func `a ragged row keeps its cells and its line`() throws {
    let table = try Table("a,b,c\n1,2\n1,2,3,4\n5,6,7\n")
    #expect(
      table.lines == [
        .init(
          2, ["1", "2"],
          fault: RowFault(line: 2, column: 3, kind: .ragged(expected: 3, found: 2))),
        .init(
          3, ["1", "2", "3", "4"],
          fault: RowFault(line: 3, column: 4, kind: .ragged(expected: 3, found: 4))),
        .init(4, ["5", "6", "7"]),
      ])
  }

  @Test func `an unclosed quote costs its own line only`() throws {
    let table = try Table("a,b,c\n1,\"open,3\n4,5,6\n7,8,9\n")
    #expect(table.faults == [RowFault(line: 2, column: 2, kind: .unclosedQuote)])
    #expect(table.sound == [["a", "b", "c"], ["4", "5", "6"], ["7", "8", "9"]])
  }

  @Test func `a stray quote that meets another quoted cell costs its own line only`() throws {
    let table = try Table("a,b\n1,\"open\n2,\"x\"\n3,\"y\"\n")
    #expect(table.faults == [RowFault(line: 2, column: 2, kind: .unclosedQuote)])
    #expect(table.sound == [["a", "b"], ["2", "x"], ["3", "y"]])
  }

  @Test func `the line of an unclosed quote is where it opens`() throws {
    let table = try Table("a,b\n\"x\ny\",\"open\n3,4\n")
    #expect(table.faults == [RowFault(line: 3, column: 2, kind: .unclosedQuote)])
    #expect(table.lines.map(\.line) == [2, 4])
  }

  @Test func `text behind a closing quote is a fault of the row`() throws {
    let table = try Table("a,b\n\"x\"y,2\n3,4\n")
    #expect(table.faults == [RowFault(line: 2, column: 1, kind: .textAfterQuote)])
    #expect(table.sound == [["a", "b"], ["3", "4"]])
  }

  @Test func `a row that fits by chance, since a delimiter before a quote is missing, is told`()
    throws
  {
    let table = try Table("a,b,c\n24.86\"Boxer, 5\"\" wide\",x\n5\" pipe,p,q\n")
    #expect(table.faults == [RowFault(line: 2, column: 1, kind: .quoteAcrossCells)])
    #expect(table.sound == [["a", "b", "c"], ["5\" pipe", "p", "q"]])
  }

  @Test func `a NUL byte is a fault of its row and cuts nothing`() throws {
    let table = try Table("a,b\n1,x\u{0}y\n3,4\n")
    #expect(
      table.lines == [
        .init(2, ["1", "x\u{0}y"], fault: RowFault(line: 2, column: 2, kind: .nulByte)),
        .init(3, ["3", "4"]),
      ])
  }

  @Test func `a NUL byte in the headings is told at once`() {
    let fault = RowFault(line: 1, column: 2, kind: .nulByte)
    #expect(throws: TabularProblem.headerUnreadable(fault)) { try Table("a,b\u{0}\n1,2\n") }
  }

  @Test(arguments: ["", "\""])
  func `a field above a million bytes is a fault, and the rows behind it are read`(
    quote: String
  ) throws {
    let long = String(repeating: "x", count: 1_000_001)
    let table = try Table("a,b\n1,\(quote)\(long)\(quote)\n3,4\n")
    #expect(table.faults.map(\.line) == [2])
    #expect(table.sound == [["a", "b"], ["3", "4"]])
  }

  @Test func `a line without end is let pass without being held`() throws {
    let long = String(repeating: "x", count: 20_000_000)
    let table = try Table("a,b\n1,\(long)\n3,4\n")
    #expect(table.faults == [RowFault(line: 2, column: 2, kind: .tooLong(most: 1_000_000))])
    #expect(table.lines.last == .init(3, ["3", "4"]))
  }

  @Test func `a million columns are refused`() throws {
    let wide = String(repeating: ",", count: 1_000_000)
    let table = try Table("a,b\n\(wide)\n3,4\n")
    #expect(
      table.faults == [RowFault(line: 2, column: 16_385, kind: .tooManyCells(most: 16_384))])
    #expect(table.lines.last == .init(3, ["3", "4"]))
  }

  @Test func `every row is handed over: good and faulty sum to the rows of the file`() throws {
    let table = try Table("a,b\n1,2\n3\n4,\"5\n6,7\n8,9,10\n11,12\n")
    #expect(table.lines.count == 6)
    #expect(table.faults.count == 3)
  }

  @Test func `the raw bytes of a broken row are at hand for the file of rejects`() throws {
    let reader = try RowReader(source: .bytes(Array("a,b\n1,\"open\n3,4\n".utf8)))
    var raw: [String] = []
    try reader.forEach { raw.append(String(decoding: $0.raw, as: UTF8.self)) }
    #expect(raw == ["1,\"open", "3,4"])
  }

  @Test func `a fault reads as a sentence`() {
    let fault = RowFault(line: 3, column: 2, kind: .ragged(expected: 11, found: 1))
    #expect("found \(fault.found), expected \(fault.expected)" == "found 1 cell, expected 11 cells")
  }
}
