import Tabular
import Testing

@Suite struct `Reading rows` {
  @Test func `cells are kept byte for byte`() throws {
    let table = try Table("zip,phone,id\n07748,+49 30 1,00012345\n")
    #expect(table.lines == [.init(2, ["07748", "+49 30 1", "00012345"])])
  }

  @Test func `a comma in quotes is kept, a doubled quote is one`() throws {
    let table = try Table("a,b\n\"x, y\",\"say \"\"hi\"\"\"\n\"\",\"\"\"\"\n")
    #expect(table.sound == [["a", "b"], ["x, y", "say \"hi\""], ["", "\""]])
  }

  @Test func `a line end in quotes is kept and counted`() throws {
    let table = try Table("a,b\n1,\"x\r\ny\rz\nw\"\n2,v\n")
    #expect(Array(table.lines[0].cells[1].utf8) == Array("x\r\ny\rz\nw".utf8))
    #expect(table.lines.map(\.line) == [2, 6])
  }

  @Test func `a quote inside a bare cell is a letter like any other`() throws {
    let table = try Table("name,town\nSCHOOL \"OAK\" IN LODZ,Lodz\n 5\" pipe,\"Ghent\"\n")
    #expect(
      table.sound == [
        ["name", "town"], ["SCHOOL \"OAK\" IN LODZ", "Lodz"], [" 5\" pipe", "Ghent"],
      ])
  }

  @Test func `blanks behind a closing quote are padding`() throws {
    let table = try Table("a,b\n\"x\" ,y\n")
    #expect(table.lines == [.init(2, ["x", "y"])])
  }

  @Test func `every line end ends a row, also the last without one`() throws {
    for end in ["\n", "\r\n", "\r"] {
      let table = try Table("a,b\(end)1,2\(end)3,4")
      #expect(table.lines == [.init(2, ["1", "2"]), .init(3, ["3", "4"])])
    }
  }

  @Test func `a table with CR alone reads to its exact row count`() throws {
    let row = (1...96).map(String.init).joined(separator: ",") + "\r"
    let headings = (1...96).map { "c\($0)" }.joined(separator: ",") + "\r"
    let table = try Table(headings + String(repeating: row, count: 999))
    #expect(table.width == 96)
    #expect(table.lines.count == 999)
    #expect(table.faults == [])
  }

  @Test func `blank lines are passed over, but counted`() throws {
    let table = try Table("a,b\n\n1,2\n   \n\r\n3,4\n\n")
    #expect(table.lines == [.init(3, ["1", "2"]), .init(6, ["3", "4"])])
  }

  @Test func `in one column a blank line is an empty cell`() throws {
    let options = ReadingOptions(hasHeader: false)
    #expect(try Table("a\n\nb\n", options).lines.map(\.cells) == [["a"], [""], ["b"]])
    #expect(try Table("\n\n", options).lines.map(\.cells) == [[""], [""]])
  }

  @Test func `a delimiter at the end makes a last empty cell`() throws {
    #expect(try Table("a,b,\n1,2,").lines == [.init(2, ["1", "2", ""])])
  }

  @Test func `blank and repeated headings are told, not refused`() throws {
    let source = ByteSource.bytes(Array(",name,town,name,\n1,A,B,C,\n".utf8))
    let reader = try RowReader(source: source)
    #expect(reader.header == ["", "name", "town", "name", ""])
    #expect(reader.duplicateHeadings == [DuplicateHeading(name: "name", columns: [2, 4])])
  }

  @Test func `headings that differ only in composition are two headings`() throws {
    let source = ByteSource.bytes(Array("caf\u{E9},cafe\u{301}\n1,2\n".utf8))
    #expect(try RowReader(source: source).duplicateHeadings == [])
  }

  @Test func `a file without bytes, or with a mark alone, is empty`() {
    #expect(throws: TabularProblem.emptyFile) { try Table([]) }
    #expect(throws: TabularProblem.emptyFile) { try Table([0xEF, 0xBB, 0xBF]) }
    #expect(throws: TabularProblem.tooFewLines(1)) { try Table("a\n", .init(preambleLines: 1)) }
    for text in ["a\nb", "a\nb\n"] {
      #expect(throws: TabularProblem.tooFewLines(2)) {
        try Table(text, .init(preambleLines: 99_999_999_998))
      }
    }
    #expect(TabularProblem.tooFewLines(2).message == "The list has only 2 lines.")
  }

  @Test func `other kinds of file are named`() {
    #expect(throws: TabularProblem.notATable(.pdf)) { try Table("%PDF-1.7\n") }
    #expect(throws: TabularProblem.notATable(.gzip)) { try Table([0x1F, 0x8B, 8, 0]) }
    #expect(throws: TabularProblem.oldExcel) {
      try Table([0xD0, 0xCF, 0x11, 0xE0] + Array(repeating: 0, count: 600))
    }
    let name: [UInt8] = "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] }
    var protected: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0] + Array(repeating: 0, count: 508)
    protected += name + Array(repeating: 0, count: 200)
    #expect(throws: TabularProblem.encryptedWorkbook) { try Table(protected) }
  }

  @Test func `a missing file is told with its path`() {
    let path = "/nowhere/list.csv"
    #expect(throws: TabularProblem.unreadable(path: path, .missing)) {
      try ByteSource.file(at: path)
    }
  }

  @Test func `an error of the body ends the reading`() throws {
    struct Stop: Error {}
    let reader = try RowReader(source: .bytes(Array("a,b\n1,2\n3,4\n".utf8)))
    var rows = 0
    #expect(throws: Stop.self) {
      try reader.forEach { _ in
        rows += 1
        throw Stop()
      }
    }
    #expect(rows == 1)
  }
}
