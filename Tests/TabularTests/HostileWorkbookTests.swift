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

  @Test(arguments: [
    ("<row>\(String(repeating: "<c/>", count: 1000))</row>", 5001, "5,000,000 cells"),
    ("<row/>", 1_060_000, "1,048,576 rows"),
  ])
  func `a sheet of too many tags is refused before they are gone through`(
    tag: String, count: Int, most: String
  ) throws {
    // Far into it, but not at its end, the sheet is no XML: who came so far would say so.
    let half = String(repeating: tag, count: count / 2)
    let book = Book(rows: "\(half)</broken>\(half)\(tag)")
    #expect(try problem(in: book.bytes)?.message == "The workbook has more than \(most).")
  }

  @Test func `a text beyond any cell is refused, in a cell and among the shared ones`() throws {
    let long = String(repeating: "x", count: (7 << 20) + 1)
    let sentence = "The workbook has more than 7 MB in one cell."
    let cell = Book(rows: "<row r='1'><c t='str'><v>\(long)</v></c></row>")
    #expect(try problem(in: cell.bytes)?.message == sentence)
    var shared = Book(rows: row)
    shared.strings = "<sst><si><t>\(long)</t></si></sst>"
    #expect(try problem(in: shared.bytes)?.message == sentence)
  }

  @Test func `more shared texts than fit memory are refused`() throws {
    var book = Book(rows: row)
    let text = "<si><t>\(String(repeating: "x", count: 1 << 20))</t></si>"
    book.strings = "<sst>\(String(repeating: text, count: 130))</sst>"
    #expect(
      try problem(in: book.bytes)?.message == "The workbook has more than 128 MB of shared texts.")
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
        == .damagedWorkbook(part: "XL/workbook.xml", detail: "it is in the archive twice"))
  }

  @Test func `parts with the names of other places are never asked for`() throws {
    var zip = Book(rows: row + "<row r='2'><c t='str'><v>b</v></c></row>").zip
    let names = ["../evil", "/tmp/evil", "xl/../../evil", "C:\\evil"]
    zip.parts += names.map { Zip.Part(name: $0, bytes: [1]) }
    #expect(try Table(zip.bytes).lines == [.init(2, ["b"])])
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
