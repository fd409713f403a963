import Tabular
import Testing

@Suite struct `Looking at the first rows` {
  /// The first rows as looked at, then every row as handed over.
  func look(
    _ bytes: [UInt8], _ counts: [Int], _ options: ReadingOptions = ReadingOptions()
  ) throws -> (first: [[[String]]], lines: [Table.Line]) {
    let reader = try RowReader(source: .bytes(bytes), options: options)
    let first = try counts.map { try reader.firstRows($0) }
    var lines: [Table.Line] = []
    try reader.forEach { lines.append(Table.Line($0.line, $0.texts, fault: $0.fault)) }
    return (first, lines)
  }

  static let text = "a,b\n1,\"x \"\"y\"\"\"\n2\n\n3,\n4,\"z\nw\"\n5,v\n"

  @Test(arguments: [0, 1, 3, 5, 99])
  func `they are handed over all the same`(count: Int) throws {
    let whole = try Table(Self.text)
    #expect(whole.lines.map(\.line) == [2, 3, 5, 6, 8])
    for chunk in [1, 7, 1 << 20] {
      let options = ReadingOptions(chunkBytes: chunk)
      #expect(try look(Array(Self.text.utf8), [count], options).lines == whole.lines)
    }
  }

  @Test func `rows at fault are passed over, and a second look sees the same`() throws {
    let seen = try look(Array(Self.text.utf8), [3, 3, 4])
    #expect(
      seen.first == [
        [["1", "x \"y\""], ["3", ""]], [["1", "x \"y\""], ["3", ""]],
        [["1", "x \"y\""], ["3", ""], ["4", "z\nw"]],
      ])
  }

  @Test func `cards and JSON are looked at as far as they stand in the first bytes`() throws {
    let card = "BEGIN:VCARD\nVERSION:3.0\nN:Ruiz;Ana\nEND:VCARD\n"
    let cards = try look(Array(String(repeating: card, count: 2000).utf8), [2, 1, 5000])
    #expect(cards.first[0].map { Array($0[2...3]) } == [["Ana", "Ruiz"], ["Ana", "Ruiz"]])
    #expect(cards.first.map(\.count) == [2, 1, (64 << 10) / card.utf8.count])
    #expect(cards.lines.count == 2000)
    let objects = (1...9000).map { "{\"a\":\"\($0)\"}" }.joined(separator: ",\n")
    let json = try look(Array("[\(objects)]".utf8), [2, 0])
    #expect(json.first == [[["1"], ["2"]], []])
    #expect(json.lines.count == 9000)
  }

  @Test func `a workbook's rows too`() throws {
    let rows = (1...5).map { row in
      "<row r=\"\(row)\"><c r=\"A\(row)\" t=\"inlineStr\"><is><t>n\(row)</t></is></c></row>"
    }
    let seen = try look(Book(rows: rows.joined()).bytes, [2, 9])
    #expect(seen.first == [[["n2"], ["n3"]], [["n2"], ["n3"], ["n4"], ["n5"]]])
    #expect(seen.lines.map(\.cells) == [["n2"], ["n3"], ["n4"], ["n5"]])
  }
}
