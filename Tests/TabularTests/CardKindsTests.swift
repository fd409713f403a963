import Tabular
import Testing

@Suite struct `Cards as programs write them` {
  private static func cards(_ lines: String...) -> String {
    lines.map { "BEGIN:VCARD\nVERSION:3.0\n\($0)\nEND:VCARD\n" }.joined()
  }

  @Test(arguments: [
    "KIND:group", "KIND:GROUP", "X-ADDRESSBOOKSERVER-KIND:group", "X-KIND:group",
    "X-EVOLUTION-LIST:TRUE",
  ])
  func `groups are passed over and told`(kind: String) throws {
    let text = Self.cards(
      "FN:Ada", "\(kind)\nFN:Partners\nMEMBER:urn:uuid:1", "KIND:individual\nFN:Bob")
    let reader = try RowReader(source: .bytes(Array(text.utf8)))
    var names: [String] = []
    try reader.forEach { names.append($0.text(1)) }
    #expect(names == ["Ada", "Bob"])
    #expect(reader.remarks == ["1 card of a group ignored"])
  }

  @Test func `cards of places, devices and programs are passed over and told`() throws {
    let text = Self.cards(
      "FN:Ada", "KIND:location\nFN:Hall 4", "KIND:device\nFN:Printer", "KIND:application\nFN:App",
      "KIND:org\nFN:Alfa", "X-EVOLUTION-LIST:FALSE\nFN:Bob")
    let reader = try RowReader(source: .bytes(Array(text.utf8)))
    var names: [[String]] = []
    try reader.forEach { names.append([$0.text(0), $0.text(1)]) }
    #expect(names == [["", "Ada"], ["Alfa", ""], ["", "Bob"]])
    #expect(reader.remarks == ["3 cards of places, devices or programs ignored"])
    let one = try RowReader(
      source: .bytes(Array(Self.cards("FN:Ada", "KIND:location\nFN:Hall 4").utf8)))
    try one.forEach { _ in }
    #expect(one.remarks == ["1 card of a place, device or program ignored"])
  }

  @Test(arguments: [
    ("NOTE;ENCODING=QUOTED-PRINTABLE:one=\nTEL:1", "one"),
    ("NOTE;QUOTED-PRINTABLE;CHARSET=UTF-8:caf=C3=A9=\nitem1.TEL;WORK:1", "café"),
    ("NOTE;ENCODING=QUOTED-PRINTABLE:=\nX-A:b\nTEL:1", ""),
    ("NOTE;ENCODING=QUOTED-PRINTABLE:one=\n two=\nTEL:1", "one two"),
  ])
  func `a last equals sign does not swallow the next property`(lines: String, note: String) throws {
    let contact = try CardRowsSample.contact(lines, version: "2.1")
    #expect(contact["note"] ?? "" == note)
    #expect(contact["phone"] == "1")
  }

  @Test func `a value of quoted-printable that is broken goes on, whatever it says`() throws {
    let first = String(repeating: "x", count: 75 - 35) + "="
    let contact = try CardRowsSample.contact(
      "NOTE;ENCODING=QUOTED-PRINTABLE:\(first)\nURL:what\nTEL:1", version: "2.1")
    #expect(contact["note"] == String(repeating: "x", count: 40) + "URL:what")
    let short = try CardRowsSample.contact(
      "NOTE;ENCODING=QUOTED-PRINTABLE:see=\nurl: what\nTEL:1", version: "2.1")
    #expect(short["note"] == "seeurl: what")
  }

  @Test(arguments: [
    ("TEL:+49 351 5550120;ext=12", "phone", "+49 351 5550120;ext=12"),
    ("TEL:+49 351 5550120\\,\\,12", "phone", "+49 351 5550120,,12"),
    ("TEL:+493515550120p12w3", "phone", "+493515550120p12w3"),
    ("TEL:030 1\\; 030 2", "phone", "030 1; 030 2"),
    ("TEL;VALUE=uri:tel:+49-351-1;ext=5", "phone", "+49-351-1;ext=5"),
    ("FN:Doe\\, Ada\\; Dr.", "name", "Doe, Ada; Dr."),
  ])
  func `pauses and several values in one are kept, escapes taken off`(
    line: String, key: String, value: String
  ) throws {
    #expect(try CardRowsSample.contact(line)[key] == value)
    #expect(try CardRowsSample.contact(line, version: "2.1")[key] == value)
  }

  @Test(arguments: [
    ("Ada <a@example.org>\\, Bob <b@example.org>", "a@example.org; b@example.org"),
    ("Doe\\, Ada <a@example.org>", "a@example.org"),
  ])
  func `addresses behind names are taken, and the line is kept`(
    value: String, addresses: String
  ) throws {
    let contact = try CardRowsSample.contact("EMAIL:\(value)")
    #expect(contact == ["email": addresses, "vcard": "EMAIL:\(value)"])
    #expect(try CardRowsSample.contact("EMAIL:a@b, c") == ["email": "a@b, c"])
  }

  @Test func `a value of a million lines takes its time and no more`() throws {
    let text = Self.cards("FN:Ada\nNOTE:" + String(repeating: "x\n ", count: 300_000))
    #expect(try Table(text).lines[0].cells[16].utf8.count == 300_000)
    let many = Self.cards("FN:Ada" + String(repeating: "\nNOTE:x", count: 100_000))
    #expect(try Table(many).lines[0].cells[16].utf8.count == 299_998)
    let parameters = (0..<100_000).map { ";P\($0)=1" }.joined()
    #expect(try Table(Self.cards("FN:Ada\nTEL\(parameters):1")).lines[0].cells[6] == "1")
    let soft = Self.cards(
      "FN:Ada\nNOTE;ENCODING=QUOTED-PRINTABLE:" + String(repeating: "x=\n", count: 200_000) + "x")
    #expect(try Table(soft).lines[0].cells[16].utf8.count == 200_001)
  }

  @Test func `a card beyond the limit is told`() throws {
    let text = Self.cards(
      "FN:Ada\nNOTE:" + String(repeating: "x", count: 75)
        + String(
          repeating: "\n " + String(repeating: "x", count: 1 << 20), count: 17), "FN:Bob")
    let table = try Table(text)
    #expect(table.faults == [RowFault(line: 20, column: 0, kind: .tooLong(most: 16 << 20))])
    #expect(table.lines.map { $0.cells[1] } == ["Ada", "Bob"])
  }
}

/// One card of a few lines, as its cells that are not empty.
enum CardRowsSample {
  static func contact(_ lines: String, version: String = "3.0") throws -> [String: String] {
    let table = try Table("BEGIN:VCARD\nVERSION:\(version)\n\(lines)\nEND:VCARD\n")
    #expect(table.faults == [])
    return Dictionary(
      uniqueKeysWithValues: zip(table.header ?? [], table.lines[0].cells).filter { !$0.1.isEmpty })
  }
}
