import Tabular
import Testing

@Suite struct `Finding the dialect` {
  @Test(arguments: [
    ("a,b\n1,2\n", ","), ("a;b\n1,5;2\n", ";"), ("a\tb, c\n1\t2, 3\n", "\t"), ("a|b\n1|2\n", "|"),
    ("one\ntwo\n", ","),
  ])
  func `the delimiter is found`(text: String, delimiter: String) throws {
    #expect(try Table(text).dialect?.delimiter == delimiter.utf8.first)
  }

  @Test(arguments: [
    ("a,b\n1,2\n", Newline.lf), ("a,b\r\n1,2\r\n", .crlf), ("a,b\r1,2\r", .cr),
    ("a,b\r\n1,2\n", .mixed), ("a,b\r\n1,\"x\ny\"\r\n", .crlf),
  ])
  func `the line end is found outside quotes`(text: String, newline: Newline) throws {
    let table = try Table(text)
    #expect(table.dialect?.newline == newline)
    #expect(table.lines.count == 1)
  }

  @Test func `single quotes count when they are clear`() throws {
    let clear = try Table("'a','b'\n'x, y','z'\n'p','q'\n")
    #expect(clear.sound == [["a", "b"], ["x, y", "z"], ["p", "q"]])
    let apostrophe = try Table("name,town\n'Aqua,Rome\nD'Orsay,Paris\n")
    #expect(apostrophe.sound == [["name", "town"], ["'Aqua", "Rome"], ["D'Orsay", "Paris"]])
  }

  @Test func `comments before the headings are left out and stated`() throws {
    let table = try Table("# made by hand, 2026\n\n# again\nname,town\nA,B\n")
    #expect(table.reading.preambleLines == 3)
    #expect(table.header == ["name", "town"])
    #expect(table.lines == [.init(5, ["A", "B"])])
  }

  @Test func `headings that begin with a number sign are headings`() throws {
    let table = try Table("#id,name\n1,A\n2,B\n")
    #expect(table.header == ["#id", "name"])
  }

  @Test func `a title above the table is left out and stated`() throws {
    let table = try Table("Exhibitors of 2026\n\nname;town;zip\nA;B;01\nC;D;02\nE;F;03\n")
    #expect(table.reading.preambleLines == 2)
    #expect(table.header == ["name", "town", "zip"])
    #expect(table.lines.first?.line == 4)
  }

  @Test func `a line that names the separator is obeyed`() throws {
    let table = try Table("sep=|\na,b|c\n1,2|3\n")
    #expect(table.header == ["a,b", "c"])
    #expect(table.lines == [.init(3, ["1,2", "3"])])
  }

  @Test func `what is given wins over what is found`() throws {
    let options = ReadingOptions(
      delimiter: UInt8(ascii: ";"), quote: UInt8(ascii: "'"), hasHeader: false, preambleLines: 1)
    let table = try Table("x;x\na,b;'c;d'\n", options)
    #expect(table.header == nil)
    #expect(table.lines == [.init(2, ["a,b", "c;d"])])
  }

  @Test func `a record cut off by the end of the sample does not count`() throws {
    let row = "\"" + String(repeating: "x", count: 900) + "\";1;2\n"
    let table = try Table("a;b;c\n" + String(repeating: row, count: 100))
    #expect(table.dialect == Dialect(delimiter: UInt8(ascii: ";")))
    #expect(table.lines.count == 100)
  }
}
