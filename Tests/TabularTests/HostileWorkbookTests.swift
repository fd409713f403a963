import Tabular
import Testing

@Suite struct `Hostile workbooks` {
  private let row = "<row r='1'><c t='str'><v>a</v></c></row>"

  @Test func `a document type is refused in any part`() {
    var book = Book(rows: row)
    book.strings = "<!DOCTYPE sst [<!ENTITY a 'x'>]><sst><si><t>&a;</t></si></sst>"
    #expect(throws: TabularProblem.doctypeRefused(part: "xl/strings.xml")) {
      try Table(book.bytes)
    }
  }

  @Test func `elements nested without end are refused`() throws {
    let deep = String(repeating: "<x>", count: 300) + String(repeating: "</x>", count: 300)
    let found = try problem(in: Book(rows: row, after: deep).bytes)
    #expect(found?.message == "The workbook has more than 256 nested elements.")
  }

  @Test func `a part that unpacks beyond the ceiling is refused`() throws {
    var zip = Book(rows: row).zip
    zip.parts[1].bytes = [UInt8](repeating: 0x20, count: (256 << 20) + 1)
    #expect(try problem(in: zip.bytes)?.message == "The workbook has more than 256 MB in one part.")
  }

  @Test func `more than ten thousand parts are refused`() throws {
    var zip = Book(rows: row).zip
    zip.parts += (0..<10_000).map { Zip.Part(name: "p\($0)", bytes: []) }
    #expect(try problem(in: zip.bytes)?.message == "The workbook has more than 10,000 parts.")
  }

  @Test func `parts that share bytes or repeat are refused`() throws {
    var overlapping = Book(rows: row).zip
    overlapping.parts.append(Zip.Part(name: "bomb", bytes: [1], offset: 0))
    guard case .damagedWorkbook = try problem(in: overlapping.bytes) else {
      Issue.record("it was read")
      return
    }
    var twice = Book(rows: row).zip
    twice.parts.append(Zip.Part(name: "XL/workbook.xml", bytes: [1]))
    #expect(
      try problem(in: twice.bytes)
        == .damagedWorkbook(part: "XL/workbook.xml", detail: "it is there twice"))
  }

  @Test func `a wrong checksum is told`() throws {
    var zip = Book(rows: row).zip
    zip.parts[1].checksum = 1
    #expect(
      try problem(in: zip.bytes)
        == .damagedWorkbook(part: "xl/worksheets/0.xml", detail: "its checksum differs"))
  }

  @Test func `a protected archive is told`() throws {
    var zip = Book(rows: row).zip
    zip.parts[0].isEncrypted = true
    #expect(try problem(in: zip.bytes) == .encryptedWorkbook)
  }

  @Test func `a reference outside the sheet, or to no text, is told`() throws {
    let outside = "<row r='1'><c r='ZZZZ1'><v>1</v></c></row>"
    #expect(
      try problem(in: Book(rows: outside).bytes)
        == .damagedWorkbook(
          part: "xl/worksheets/0.xml", detail: "row 1 has a cell outside the sheet"))
    #expect(
      try problem(in: Book(rows: "<row r='1'><c t='s'><v>9</v></c></row>").bytes)
        == .damagedWorkbook(
          part: "xl/worksheets/0.xml", detail: "row 1 points to a text that is not there"))
  }

  @Test func `other archives are named`() throws {
    var open = Zip()
    open.add("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    open.add("content.xml", "<x/>")
    #expect(try problem(in: open.bytes) == .notATable(.openDocument))
    var other = Zip()
    other.add("list.csv", "a,b")
    #expect(try problem(in: other.bytes) == .notATable(.otherArchive))
  }

  @Test
  func `a workbook cut off anywhere, or with any byte changed, is told or read, never a crash`()
    throws
  {
    var random = SplitMix64(state: 7)
    let whole = Book(rows: row + "<row r='2'><c t='s'><v>0</v></c></row>").bytes
    for length in stride(from: 4, to: whole.count, by: 7) {
      #expect(throws: TabularProblem.self) { try Table(Array(whole[..<length])) }
    }
    for _ in 0..<500 {
      var broken = whole
      let index = Int.random(in: 4..<broken.count, using: &random)
      broken[index] = UInt8.random(in: 0...255, using: &random)
      do { _ = try Table(broken) } catch is TabularProblem {}
    }
  }

  @Test func `one long text that many cells point to does not fill memory`() throws {
    let cells = (1...3_000).map { _ in "<c t='s'><v>0</v></c>" }.joined()
    let heading = "<row r='1'><c t='str'><v>a</v></c><c t='str'><v>b</v></c></row>"
    var book = Book(rows: heading + "<row r='2'>\(cells)</row>")
    book.strings = "<sst><si><t>\(String(repeating: "x", count: 900_000))</t></si></sst>"
    let table = try Table(book.bytes)
    #expect(table.faults == [RowFault(line: 2, column: 19, kind: .tooLong(most: 1_000_000))])
  }

  @Test func `a row of which nothing can be kept is still told`() throws {
    let heading = "<row r='1'><c t='str'><v>a</v></c><c t='str'><v>b</v></c></row>"
    let long = String(repeating: "x", count: 1_000_001)
    let rows = "<row r='2'><c t='str'><v>\(long)</v></c></row>"
    let table = try Table(Book(rows: heading + rows).bytes)
    let fault = RowFault(line: 2, column: 1, kind: .tooLong(most: 1_000_000))
    #expect(table.lines == [.init(2, ["", ""], fault: fault)])
    #expect(
      try problem(in: Book(rows: rows).bytes) == .headerUnreadable(fault))
  }

  private func problem(in bytes: [UInt8]) throws -> TabularProblem? {
    do {
      _ = try Table(bytes)
      return nil
    } catch let problem as TabularProblem {
      return problem
    }
  }
}
