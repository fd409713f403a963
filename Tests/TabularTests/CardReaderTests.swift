import Tabular
import Testing

@Suite struct `Reading cards` {
  static func cards(_ text: String, _ options: ReadingOptions = .init()) throws -> [Card] {
    try cards(Array(text.utf8), options)
  }

  static func cards(_ bytes: [UInt8], _ options: ReadingOptions = .init()) throws -> [Card] {
    let reader = try CardReader(source: .bytes(bytes), options: options)
    var cards: [Card] = []
    while let card = try reader.next() { cards.append(card) }
    return cards
  }

  /// The values of the properties of the only card, by name.
  static func values(_ lines: String, version: String = "3.0") throws -> [String: String] {
    let cards = try cards("BEGIN:VCARD\nVERSION:\(version)\n\(lines)\nEND:VCARD\n")
    let properties = try #require(cards.first).properties
    return Dictionary(properties.map { ($0.name, $0.text) }) { $0 + "|" + $1 }
  }

  @Test func `every line end ends a line, and cards are counted with their lines`() throws {
    for end in ["\n", "\r\n", "\r"] {
      let card = ["BEGIN:VCARD", "VERSION:4.0", "FN:Ada", "END:VCARD"].joined(separator: end)
      let cards = try Self.cards(card + end + end + card)
      #expect(cards.map(\.line) == [1, 6])
      #expect(cards.map(\.version) == ["4.0", "4.0"])
      #expect(cards.map { $0.properties.map(\.text) } == [["Ada"], ["Ada"]])
      #expect(cards.map(\.fault) == [nil, nil])
    }
  }

  @Test func `a folded line is one, less one blank`() throws {
    #expect(try Self.values("NOTE:one\n  two\n\tthree") == ["NOTE": "one twothree"])
    #expect(try Self.values("TEL;TYPE=ce\n ll:1\n 2") == ["TEL": "12"])
  }

  @Test func `in 2.1 the blank of a fold is part of the text`() throws {
    #expect(try Self.values("NOTE:one\n two", version: "2.1") == ["NOTE": "one two"])
  }

  @Test func `quoted-printable is decoded, over its soft line ends`() throws {
    let value = "NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:J=C3=BC=\nrgen=0D=0AX=\n"
    #expect(
      try Self.values(value + "\nTEL:1", version: "2.1") == ["NOTE": "Jürgen\r\nX", "TEL": "1"])
    #expect(try Self.values("URL:a?b=\nTEL:1") == ["URL": "a?b=", "TEL": "1"])
  }

  @Test func `a value may name its own character set`() throws {
    let coded = "N;CHARSET=windows-1250;ENCODING=QUOTED-PRINTABLE:=A3uk"
    #expect(try Self.values(coded, version: "2.1") == ["N": "Łuk"])
    let start = Array("BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=ISO-8859-1:M".utf8)
    let cards = try Self.cards(start + [0xFC] + Array("ller\nFN:Ł\nEND:VCARD\n".utf8))
    #expect(cards.map { $0.properties.map(\.text) } == [["Müller", "Ł"]])
    #expect(
      String(decoding: cards[0].properties[0].raw, as: UTF8.self)
        == "N;CHARSET=ISO-8859-1:Müller")
  }

  @Test func `bytes that no character set is named for ask for one`() throws {
    let text = Array("BEGIN:VCARD\nVERSION:3.0\nFN:M".utf8) + [0xFC] + Array("ller\nEND:VCARD".utf8)
    do {
      _ = try Self.cards(text)
      Issue.record("nothing asked")
    } catch TabularProblem.encodingUnsure(let doubt) {
      #expect((doubt.line, doubt.byteOffset, doubt.byte) == (3, 28, 0xFC))
      #expect(doubt.candidates.first?.text == "FN:Müller")
    }
    let cards = try Self.cards(text, .init(encoding: .latin1))
    #expect(cards.map { $0.properties.map(\.text) } == [["Müller"]])
    let faulty = try Self.cards(text, .init(encoding: .utf8))
    let kind = RowFault.Kind.undecodable(byte: 0xFC, offset: 28, encoding: .utf8)
    #expect(faulty.map(\.fault) == [RowFault(line: 3, column: 0, kind: kind)])
  }

  @Test func `a mark and UTF-16 are read`() throws {
    let text = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Łuk\r\nEND:VCARD\r\n"
    let wide = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    for bytes in [[0xEF, 0xBB, 0xBF] + Array(text.utf8), [0xFF, 0xFE] + wide, wide] {
      #expect(try Self.cards(bytes).map { $0.properties.map(\.text) } == [["Łuk"]])
    }
  }

  @Test func `groups and parameters are told, bare words by what they are short for`() throws {
    let line = "item1.tel;WORK;type=cell,\"voice,text\";X-A=\"a;b:c\";QUOTED-PRINTABLE:1"
    let cards = try Self.cards("BEGIN:VCARD\nVERSION:2.1\n\(line)\nEND:VCARD\n")
    let property = try #require(cards.first?.properties.first)
    #expect(property.group == "item1")
    #expect(property.name == "TEL")
    #expect(
      property.parameters == [
        CardParameter(name: "TYPE", values: ["WORK", "cell", "voice,text"]),
        CardParameter(name: "X-A", values: ["a;b:c"]),
        CardParameter(name: "ENCODING", values: ["QUOTED-PRINTABLE"]),
      ])
    #expect(property.line == 3)
  }

  @Test func `carets in parameters are taken off`() throws {
    let cards = try Self.cards("BEGIN:VCARD\nVERSION:4.0\nADR;LABEL=a^nb^^^'c^x:;\nEND:VCARD\n")
    #expect(
      cards[0].properties[0].parameters == [CardParameter(name: "LABEL", values: ["a\nb^\"c^x"])])
  }

  @Test func `base64 is one line, indented or not`() throws {
    let photo = "PHOTO;ENCODING=BASE64:AAAA\n  BBBB\n CC==\n\nTEL:1"
    #expect(try Self.values(photo, version: "2.1") == ["PHOTO": "AAAABBBBCC==", "TEL": "1"])
    #expect(
      try Self.values("PHOTO;BASE64:\nAAAA\nBB==\n\nTEL:1") == ["PHOTO": "AAAABB==", "TEL": "1"])
  }

  @Test func `the card of an agent belongs to the card it stands in`() throws {
    let agent = "AGENT:\nBEGIN:VCARD\nVERSION:2.1\nFN:Susan\nEND:VCARD\nTEL:1"
    #expect(
      try Self.values(agent, version: "2.1") == [
        "AGENT": #"BEGIN:VCARD\nVERSION:2.1\nFN:Susan\nEND:VCARD"#, "TEL": "1",
      ])
  }

  @Test func `a card without end is at fault and costs nothing else`() throws {
    let cards = try Self.cards("BEGIN:VCARD\nFN:A\nBEGIN:VCARD\nFN:B\nEND:VCARD\nBEGIN:VCARD\nFN:C")
    let kind = RowFault.Kind.card(.unfinished)
    #expect(
      cards.map(\.fault) == [
        RowFault(line: 1, column: 0, kind: kind), nil, RowFault(line: 6, column: 0, kind: kind),
      ])
    #expect(cards.map { $0.properties.map(\.text) } == [["A"], ["B"], ["C"]])
  }

  @Test func `a line that is not a property is told, and text outside`() throws {
    let cards = try Self.cards(
      "\nBEGIN:VCARD\nFN:A\nhello\nEND:VCARD\nx\ny\nbegin:vcard\nend:vcard\n")
    #expect(
      cards.map(\.fault) == [
        RowFault(line: 4, column: 0, kind: .card(.notAProperty)),
        RowFault(line: 6, column: 0, kind: .card(.outside)), nil,
      ])
    #expect(cards.map { String(decoding: $0.outside, as: UTF8.self) } == ["", "x\ny", ""])
  }

  @Test func `a card above the ceiling is let pass without being held`() throws {
    let photo = "PHOTO:" + String(repeating: "A", count: 20_000_000)
    let cards = try Self.cards(
      "BEGIN:VCARD\nFN:A\n\(photo)\nEND:VCARD\nBEGIN:VCARD\nFN:B\nEND:VCARD")
    #expect(
      cards.map(\.fault) == [RowFault(line: 3, column: 0, kind: .tooLong(most: 16 << 20)), nil])
    #expect(cards.map { $0.properties.map(\.text) } == [["A"], ["B"]])
  }

  @Test func `the bytes may come in any handfuls`() throws {
    let text = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Łukasz\r\n  Ó\r\nEND:VCARD\r\n"
    for chunk in 1...9 {
      let cards = try Self.cards(text + text, .init(chunkBytes: chunk))
      #expect(cards.map { $0.properties.map(\.text) } == [["Łukasz Ó"], ["Łukasz Ó"]])
      #expect(cards.map(\.line) == [1, 6])
    }
  }
}
