import Tabular
import Testing

@Suite struct `Delimiters with nothing behind them` {
  private static func remarks(_ text: String) throws -> [String] {
    let reader = try RowReader(source: .bytes(Array(text.utf8)))
    try reader.forEach { _ in }
    return reader.remarks
  }

  @Test func `after the headings alone`() throws {
    let text = "a,b,c,\n1,2,3\n4,5,6\n"
    let table = try Table(text)
    #expect(table.faults == [])
    #expect(table.header == ["a", "b", "c", ""])
    #expect(table.lines.map(\.cells) == [["1", "2", "3"], ["4", "5", "6"]])
    #expect(try Self.remarks(text) == ["the headings end in a delimiter that rows do not have"])
  }

  @Test(arguments: ["a,b,c\n1,2,3,\n4,5,6,\n", "a\tb\tc\r\n1\t2\t3\t\r\n4\t5\t6\t \t\r\n"])
  func `after the rows alone`(text: String) throws {
    let table = try Table(text)
    #expect(table.faults == [])
    #expect(table.width == 3)
    #expect(table.lines.map { Array($0.cells.prefix(3)) } == [["1", "2", "3"], ["4", "5", "6"]])
    #expect(
      try Self.remarks(text)
        == ["2 rows end in a delimiter with nothing after it, which is ignored"])
  }

  @Test func `after both, and after some rows`() throws {
    let both = try Table("a;b;c;;\n1;2;3;;\n4;5;6;;\n")
    #expect(both.faults == [])
    #expect(both.width == 5)
    let some = "a,b,c,\n1,2,3\n4,5,6,\n7,8,9\n"
    #expect(
      try Table(some).lines.map(\.cells) == [
        ["1", "2", "3"], ["4", "5", "6", ""], ["7", "8", "9"],
      ])
    let most = try Table("a,b,c\n1,2,3,\n4,5,6\n7,8,9,\n")
    #expect(most.faults == [])
    #expect(most.lines.map(\.cells.count) == [4, 3, 4])
  }

  @Test func `one row alone with a cell too many may have lost a quote`() throws {
    let table = try Table("a,b,c\n1,2,3\n4,5,6\nx, y,z,\n7,8,9\n")
    #expect(
      table.faults == [
        RowFault(line: 4, column: 4, kind: .ragged(expected: 3, found: 4))
      ])
  }

  @Test func `something behind it is a cell too many`() throws {
    let table = try Table("a,b,c\n1,2,3,\n4,5,6,x\n7,8,9,\n")
    #expect(table.faults == [RowFault(line: 3, column: 4, kind: .ragged(expected: 3, found: 4))])
    let unnamed = try Table("a,b,c,\n1,2,3,x\n4,5,6\n7,8,9,y\n")
    #expect(unnamed.faults == [RowFault(line: 3, column: 4, kind: .ragged(expected: 4, found: 3))])
  }
}
