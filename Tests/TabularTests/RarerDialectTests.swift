import Testing

@testable import Tabular

@Suite struct `Rarer dialects` {
  @Test func `blanks behind every delimiter are padding`() throws {
    let table = try Table("a, b, \"c\"\n1, \"x, y\", \"z\"\n2, w, \"v\"\n")
    #expect(table.dialect == Dialect(padding: .always))
    #expect(table.sound == [["a", "b", "c"], ["1", "x, y", "z"], ["2", "w", "v"]])
  }

  @Test func `blanks before quotes alone leave other cells as they stand`() throws {
    let table = try Table("a,b, \"c\"\n1,\"x, y\", \"z\"\n2, w, \"v\"\n")
    #expect(table.dialect == Dialect(padding: .beforeQuotes))
    #expect(table.sound == [["a", "b", "c"], ["1", "x, y", "z"], ["2", " w", "v"]])
  }

  @Test func `blanks without quotes behind them are text`() throws {
    let table = try Table("a, b\n1, 2\n")
    #expect(table.dialect?.padding == Padding.none)
    #expect(table.sound == [["a", " b"], ["1", " 2"]])
  }

  @Test func `a backslash before a quote keeps it, and stands for itself elsewhere`() throws {
    let table = try Table("a,b\n\"Round 48\\\"\",\"C:\\dir, \\\\x\"\n\"p\",\"q\"\n")
    #expect(table.dialect == Dialect(escape: UInt8(ascii: "\\")))
    #expect(table.sound == [["a", "b"], ["Round 48\"", "C:\\dir, \\x"], ["p", "q"]])
  }

  @Test func `a backslash at the end of a quoted cell is text where quotes are doubled`() throws {
    let table = try Table("a,b\n\"C:\\\",\"x\"\n\"say \"\"y\"\"\",\"z\"\n")
    #expect(table.dialect == Dialect())
    #expect(table.sound == [["a", "b"], ["C:\\", "x"], ["say \"y\"", "z"]])
  }

  @Test func `an apostrophe amid a text in apostrophes is one`() throws {
    let table = try Table("a,'b','c'\n1,'won't, no','d''or'\n2,'x\ny','z'\n")
    #expect(table.dialect == Dialect(quote: UInt8(ascii: "'")))
    #expect(table.sound == [["a", "b", "c"], ["1", "won't, no", "d'or"], ["2", "x\ny", "z"]])
    #expect(table.lines.map(\.line) == [2, 3])
  }

  @Test func `blanks are delimiters where they are said to be`() throws {
    let options = ReadingOptions(delimiter: UInt8(ascii: " "))
    #expect(
      try Table("a \"b\" c\n1 \"x y\" \"z\"\n", options).sound
        == [["a", "b", "c"], ["1", "x y", "z"]])
  }

  @Test func `faults of a rarer dialect tell line and column`() throws {
    let many = String(repeating: "4, \"w\"\n", count: 60)
    let table = try Table("a, \"b\"\n1, \"x\"\n2, \"y\" z\n3, \"open\n" + many)
    #expect(
      table.faults == [
        RowFault(line: 3, column: 2, kind: .textAfterQuote),
        RowFault(line: 4, column: 2, kind: .unclosedQuote),
      ])
    #expect(table.sound.prefix(3) == [["a", "b"], ["1", "x"], ["4", "w"]])
    #expect(table.sound.count == 62)
  }

  @Test(arguments: 1...9)
  func `chunks of any size give the same rows`(size: Int) throws {
    let text = "a, \"b\"\r\n1, \"x, \"\"y\"\"\"\r\n2, \"p\r\nq\" \r\n3, r"
    let whole = try Table(text)
    #expect(whole.sound == [["a", "b"], ["1", "x, \"y\""], ["2", "p\r\nq"], ["3", "r"]])
    #expect(try Table(text, ReadingOptions(chunkBytes: size)) == whole)
    let escaped = "a,'b'\r1,'x\\'s,','y'\r2,'won't','z'\r"
    #expect(try Table(escaped, ReadingOptions(chunkBytes: size)) == Table(escaped))
  }

  @Test(arguments: ["##0\n1.5\n", "#0.#\n12.34\n", "#0.0#\n12\n"])
  func `a pattern of figures is no comment`(text: String) throws {
    let table = try Table(text)
    #expect(table.reading.preambleLines == 0)
    #expect(table.header?.first?.utf8.first == UInt8(ascii: "#"))
  }
}
