import Tabular
import Testing

@Suite struct `Cards as rows` {
  /// The cells of the only card that are not empty, by key.
  static func contact(_ lines: String, version: String = "3.0") throws -> [String: String] {
    let table = try Table("BEGIN:VCARD\nVERSION:\(version)\n\(lines)\nEND:VCARD\n")
    #expect(table.faults == [])
    #expect(table.lines.count == 1)
    return Dictionary(
      uniqueKeysWithValues: zip(table.header ?? [], table.lines[0].cells).filter { !$0.1.isEmpty })
  }

  @Test func `the header is the keys of contacts`() throws {
    let table = try Table("BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ada\r\nEND:VCARD\r\n")
    #expect(table.header == CardField.keys)
    #expect(table.width == 18)
    guard case .cards(let reading) = table.reading.kind else {
      Issue.record("not read as cards")
      return
    }
    #expect(reading.encoding == .utf8)
    #expect(reading.encodingBasis == .content)
    #expect(table.lines.map(\.cells) == [["", "Ada"] + Array(repeating: "", count: 16)])
  }

  @Test func `each property goes to its field, several values joined`() throws {
    let lines = """
      N:Doe;Jo\\,hn
      FN:Jo,hn Doe
      ORG:ABC\\, Inc.
      TITLE:Head
      ROLE:Boss
      EMAIL;TYPE=INTERNET:a@example.org
      EMAIL:mailto:b@example.org
      TEL;TYPE=WORK,VOICE:+1 2
      TEL;TYPE=work;TYPE=CELL:+1 3
      TEL;TYPE="work,fax":+1 4
      TEL;VALUE=uri:tel:+1-5;ext=1
      URL:http\\://example.org
      ADR:box;suite;Street 1;Town;State;01234;Spain
      LANG:fr
      LANG:en
      NOTE:one\\ntwo\\; three
      """
    #expect(
      try Self.contact(lines) == [
        "family_name": "Doe", "given_name": "Jo,hn", "organisation": "ABC, Inc.",
        "position": "Head", "email": "a@example.org; b@example.org", "phone": "+1 2; +1-5;ext=1",
        "mobile": "+1 3", "fax": "+1 4", "website": "http://example.org",
        "street": "Street 1, suite, box", "city": "Town", "region": "State", "postcode": "01234",
        "country": "Spain", "language": "fr", "note": "one\ntwo; three",
        "vcard": "ROLE:Boss\nLANG:en",
      ])
  }

  @Test(arguments: [
    ("FN:Ada Love", ["name": "Ada Love"]),
    ("FN:Ada Love\nN:Love;Ada;;;", ["family_name": "Love", "given_name": "Ada"]),
    ("FN:Love, ADA\nN:Love;Ada;;;", ["family_name": "Love", "given_name": "Ada"]),
    (
      "FN:Dr. Ada Love\nN:Love;Ada;;;",
      ["name": "Dr. Ada Love", "family_name": "Love", "given_name": "Ada"]
    ),
    (
      "FN:Ada Love\nN:Love;Ada;;Dr.;",
      ["family_name": "Love", "given_name": "Ada", "vcard": "N:Love;Ada;;Dr.;"]
    ),
    ("FN:Ada Love\nN:;;;;", ["name": "Ada Love"]),
    ("FN:Mill\nORG:Mill;", ["organisation": "Mill"]),
    (
      "FN:Mill\nN:;;;;\nX-ABShowAs:COMPANY",
      ["organisation": "Mill", "vcard": "X-ABShowAs:COMPANY"]
    ),
    ("FN:a@example.org\nEMAIL:a@example.org", ["email": "a@example.org"]),
    ("ORG:Mill;Wheel;Cog", ["organisation": "Mill", "vcard": "ORG:Mill;Wheel;Cog"]),
    ("ORG:Mill\nORG:Till", ["organisation": "Mill", "vcard": "ORG:Till"]),
  ])
  func `a name is told once, and what no field takes is kept`(
    lines: String, contact: [String: String]
  ) throws {
    #expect(try Self.contact(lines) == contact)
  }

  @Test func `the preferred address is taken, else that of work, and the others are kept`() throws {
    let home = "ADR;TYPE=home:;;H;;;;"
    let work = "ADR;TYPE=work:;;W;;;;"
    let best = "ADR;PREF=1:;;P;;;;"
    #expect(try Self.contact("\(home)\n\(work)") == ["street": "W", "vcard": home])
    #expect(
      try Self.contact("\(home)\n\(work)\n\(best)") == ["street": "P", "vcard": "\(home)\n\(work)"])
  }

  @Test func `unknown properties are kept unfolded, groups and all`() throws {
    let lines = "item1.X-A;B=\"c\":1\n 2\nUID:u\nREV:1\nPRODID:p\nPHOTO;ENCODING=b:AA\n AA"
    #expect(
      try Self.contact(lines) == ["vcard": "item1.X-A;B=\"c\":12\nUID:u\nPHOTO;ENCODING=b:AAAA"])
    let large = String(repeating: "A", count: 70_000)
    #expect(try Self.contact("FN:A\nPHOTO:\(large)") == ["name": "A"])
  }

  @Test func `a value that cannot be decoded is a fault of its card, if a field takes it`() throws {
    let coded = ";ENCODING=QUOTED-PRINTABLE:=F3"
    let table = try Table(
      "BEGIN:VCARD\nVERSION:2.1\nLABEL\(coded)\nEND:VCARD\n"
        + "BEGIN:VCARD\nVERSION:2.1\nFN\(coded)\nEND:VCARD\n")
    let fault = CardFault.undecodable(byte: 0xF3, encoding: .utf8)
    #expect(table.faults == [RowFault(line: 7, column: 0, kind: .card(fault))])
    #expect(table.lines[0].cells.last == "LABEL\(coded)")
  }

  @Test func `text outside is a row of its own that fell apart`() throws {
    let table = try Table("BEGIN:VCARD\nFN:A\nEND:VCARD\nhello\n")
    let fault = RowFault(line: 4, column: 0, kind: .card(.outside))
    #expect(table.lines.last == .init(4, [], fault: fault))
    let reader = try RowReader(source: .bytes(Array("BEGIN:VCARD\nEND:VCARD\nhello\n".utf8)))
    var raw: [String] = []
    try reader.forEach { raw.append(String(decoding: $0.raw, as: UTF8.self)) }
    #expect(raw == ["", "hello"])
  }

  @Test func `the cards themselves are at hand`() throws {
    let text = "BEGIN:VCARD\nVERSION:3.0\nTEL:1\nEND:VCARD\n"
    let reader = try RowReader(source: .bytes(Array(text.utf8)))
    let card = try #require(try reader.cards?.next())
    #expect(card.properties.map(\.name) == ["TEL"])
    #expect(try RowReader(source: .bytes(Array("a,b\n".utf8))).cards == nil)
  }

  @Test func `a table whose heading is like a card's beginning is a table`() throws {
    #expect(try Table("BEGIN:VCARD;x\n1;2\n").header == ["BEGIN:VCARD", "x"])
  }
}
