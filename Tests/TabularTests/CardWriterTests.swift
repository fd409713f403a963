import Tabular
import Testing

@Suite struct `Writing cards` {
  static func written(
    _ records: [[String: String]], others: [String] = [], version: CardVersion = .four
  ) -> String {
    let keys = CardField.keys + others
    var writer = CardWriter(keys: keys, version: version)
    for record in records { writer.write(keys.map { record[$0] ?? "" }) }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// The records as they are read back; only bytes count.
  static func read(_ text: String) throws -> [[String: [UInt8]]] {
    let table = try Table(text)
    #expect(table.faults == [])
    return table.lines.map { line in
      Dictionary(
        uniqueKeysWithValues: zip(table.header ?? [], line.cells.map { Array($0.utf8) })
          .filter { !$0.1.isEmpty })
    }
  }

  static func expectKept(_ records: [[String: String]], others: [String] = []) throws {
    for version in CardVersion.allCases {
      let text = written(records, others: others, version: version)
      let back = try read(text)
      #expect(back == records.map { $0.mapValues { Array($0.utf8) }.filter { !$0.value.isEmpty } })
      for line in text.utf8.split(separator: 0x0A) { #expect(line.count <= 76) }
    }
  }

  @Test func `a record becomes a card of version 4`() {
    let record = [
      "organisation": "Mill, Till & Co", "given_name": "Ada", "family_name": "Love",
      "email": "a@example.org; b@example.org", "phone": "+1 2", "mobile": "+1 3", "fax": "+1 4",
      "street": "Way 1", "city": "Town", "postcode": "01234", "country": "ES", "language": "fr",
      "note": "one\ntwo", "website": "https://example.org", "position": "Head",
      "vcard": "UID:u\nitem1.X-A:b",
    ]
    #expect(
      Self.written([record]) == """
        BEGIN:VCARD\r
        VERSION:4.0\r
        FN:Ada Love\r
        N:Love;Ada;;;\r
        ORG:Mill\\, Till & Co\r
        TITLE:Head\r
        EMAIL:a@example.org\r
        EMAIL:b@example.org\r
        TEL:+1 2\r
        TEL;TYPE=cell:+1 3\r
        TEL;TYPE=fax:+1 4\r
        URL:https://example.org\r
        ADR;PREF=1:;;Way 1;Town;;01234;ES\r
        LANG:fr\r
        NOTE:one\\ntwo\r
        UID:u\r
        item1.X-A:b\r
        END:VCARD\r

        """)
  }

  @Test func `a card of version 3 has a name in parts`() {
    #expect(
      Self.written([["organisation": "Mill"]], version: .three)
        == "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Mill\r\nN:;;;;\r\nORG:Mill\r\nEND:VCARD\r\n")
  }

  @Test func `a kept line that says more of a name stands for it`() throws {
    let record = [
      "organisation": "Mill", "given_name": "Ada", "family_name": "Love", "name": "Dr. Ada Love",
      "vcard": "N:Love;Ada;;Dr.;\nORG:Mill;Wheel",
    ]
    #expect(
      Self.written([record]) == """
        BEGIN:VCARD\r
        VERSION:4.0\r
        FN:Dr. Ada Love\r
        N:Love;Ada;;Dr.;\r
        ORG:Mill;Wheel\r
        END:VCARD\r

        """)
    try Self.expectKept([record])
  }

  @Test func `what a card cannot hold stands beside it`() throws {
    #expect(
      Self.written([["organisation": "M", "note": "a\r\nb\u{7} "]]) == """
        BEGIN:VCARD\r
        VERSION:4.0\r
        FN:M\r
        ORG:M\r
        NOTE:a\\nb\u{2407} \r
        X-BLUES-FIELD:note=a%0D%0Ab%07%20\r
        END:VCARD\r

        """)
  }

  @Test func `what another program changed is not taken back`() throws {
    let text = Self.written([["organisation": "M", "note": "a\rb", "phone": "1;; 2"]])
    let changed = String(decoding: text.utf8.map { $0 }, as: UTF8.self)
      .split(separator: "\r\n").map { $0 == "NOTE:a\\nb" ? "NOTE:new" : $0 }
      .joined(separator: "\r\n")
    #expect(
      try Self.read(changed) == [
        [
          "organisation": Array("M".utf8), "note": Array("new".utf8), "phone": Array("1;; 2".utf8),
        ]
      ])
  }

  @Test func `fields that cards have no property for are kept under their keys`() throws {
    let others = ["sector", "Größe; \"x\"=1"]
    try Self.expectKept(
      [
        ["organisation": "M"], ["organisation": "N", "sector": "a,b\\c", others[1]: " = "],
      ], others: others)
    let table = try Table(Self.written([["organisation": "M"]], others: others))
    #expect(table.header == CardField.keys + others)
  }

  @Test(arguments: [
    ["name": "Ada"], ["name": "Ada Love", "given_name": "Ada", "family_name": "Love"],
    ["email": "a@example.org"], ["phone": "tel:1; ;2;"], ["note": "only"], ["city": "Town"],
    ["organisation": "M", "name": "M"], ["vcard": "END:VCARD\nBEGIN:VCARD\nFN:x"],
    ["vcard": "no property"], ["vcard": "NOTE:taken", "note": "n"], ["vcard": "X-A:1\r\nX-B:2"],
    ["vcard": "X;ENCODING=QUOTED-PRINTABLE:a="], ["vcard": "AGENT:"], ["email": "mailto:x"],
    ["given_name": "A;B,C\\n", "family_name": "\\"], ["organisation": "\n\r\n\r"],
    ["note": "\u{85}\u{2028}\u{FEFF}\u{202E}e\u{301}"], ["note": "\t \t"],
    ["language": "fr", "vcard": "LANG;PREF=1:en"], ["street": "a", "vcard": "ADR;PREF=1:;;b"],
    ["position": "a; b", "website": "; "],
  ])
  func `a record is read back byte for byte`(record: [String: String]) throws {
    try Self.expectKept([record, record])
  }

  @Test(arguments: 0..<4)
  func `a kept line in quoted-printable is never folded behind an equals sign`(shift: Int) throws {
    let line =
      "NOTE;ENCODING=QUOTED-PRINTABLE:" + String(repeating: "x", count: shift)
      + String(repeating: "=C3=91", count: 60)
    try Self.expectKept([["organisation": "M", "vcard": "X-A:1\n\(line)"]])
  }

  @Test func `any texts in any fields are read back byte for byte`() throws {
    var random = SplitMix64(state: 7)
    let pieces = [
      "a", "Zoë", "; ", ";", ",", "\\", "\\n", "\n", "\r", "\r\n", " ", "\t", ":", "\"", "=", "%",
      "=\n", "BEGIN:VCARD", "END:VCARD", "\nEND:VCARD\n", "tel:", "^n", "\u{1}", "\u{7F}",
      "\u{1F469}\u{200D}\u{1F52C}", "e\u{301}", "\u{2028}", "ENCODING=QUOTED-PRINTABLE:", "X-A:",
      String(repeating: "ł", count: 80), String(repeating: " ", count: 90),
    ]
    for _ in 0..<60 {
      var record: [String: String] = [:]
      for key in CardField.keys where Bool.random(using: &random) {
        let count = Int.random(in: 1...5, using: &random)
        record[key] = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      }
      try Self.expectKept([record])
    }
  }
}
