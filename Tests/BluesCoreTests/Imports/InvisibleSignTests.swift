import Testing

@testable import BluesCore

@Suite struct `Invisible signs in lists` {
  private static let signs = [
    "\u{200B}", "\u{FEFF}", "\u{AD}", "\u{2060}", "\u{200E}", "\u{200F}", "\u{61C}", "\u{200D}",
  ]
  private static let pairs = [
    ("\u{202D}", "\u{202C}"), ("\u{202A}", "\u{202C}"), ("\u{2066}", "\u{2069}"),
    ("\u{202E}\u{200B} ", "\u{A0}\u{202C}\n"), ("\u{2068}", "\u{2069}"),
  ]

  /// The only contact of a list of one row, and the rules that were told of.
  private static func contact(
    _ headings: String, _ cells: [String]
  ) throws -> (known: ContactDraft, told: [String]) {
    let store = try Store.blues()
    let imported = try store.importContacts(
      csv([headings.split(separator: ",").map(String.init), cells]))
    #expect(imported.counts == [1, 1, 0, 0, 0])
    let contact = try #require(try store.contacts.all().first)
    return (contact.known, imported.outcome.firstWarnings.map { "\($0.column) \($0.rule)" })
  }

  @Test(arguments: signs.map { ($0, $0) } + signs.map { ("", $0) } + pairs)
  func `at the ends they are taken off and told`(before: String, behind: String) throws {
    let cells = ["Aqua", "a@example.org", "+49 351 5550120", "DE100000008", "01067", "DE"]
    let (known, told) = try Self.contact(
      "organisation,email,phone,vat,postcode,country", cells.map { before + $0 + behind })
    let fields: [ContactField] = [.organisation, .email, .phone, .vat, .postcode, .country]
    #expect(fields.map { known[$0] ?? "" } == cells)
    #expect(known.e164(.phone) == "+493515550120")
    #expect(told == (1...6).map { "\($0) invisible" })
  }

  @Test func `blanks of other widths are blanks and nothing to tell`() throws {
    let (known, told) = try Self.contact(
      "organisation,email", ["\u{3000}Ana\u{2003}", "\u{202F}ana@example.org\u{A0}"])
    #expect(known[.organisation] == "Ana")
    #expect(known[.email] == "ana@example.org")
    #expect(told == [])
  }

  @Test func `letters that end in the same bytes are letters`() throws {
    let (known, told) = try Self.contact("organisation,city", ["Ádà", "Łódź\u{301}"])
    #expect(Array((known[.organisation] ?? "").utf8) == Array("Ádà".utf8))
    #expect(Array((known[.city] ?? "").utf8) == Array("Łódź\u{301}".utf8))
    #expect(told == [])
  }

  @Test(arguments: [
    ("email", "cyr\u{200B}@example.org", "U+200B", 4),
    ("email", "eva@exam\u{AD}ple.org", "U+00AD", 9),
    ("phone", "+49 351\u{202A}5550120x", "U+202A", 8), ("vat", "DE1\u{2060}00000009", "U+2060", 4),
    ("iban", "DE\u{FEFF}00 1", "U+FEFF", 3), ("pic", "99999\u{200E}9999", "U+200E", 6),
    ("basis_date", "2020\u{2069}-01-01", "U+2069", 5),
    ("email", "eva\u{61C}@example.org", "U+061C", 4),
    ("email", "eva\u{FE0F}@example.org", "U+FE0F", 4),
    ("email", "e\u{34F}va@example.org", "U+034F", 2),
    ("email", "eva@ex\u{180E}ample.org", "U+180E", 7),
    ("email", "eva@example\u{3164}.org", "U+3164", 12),
  ])
  func `inside a value that cannot stand the sign and its place are named`(
    field: String, text: String, sign: String, place: Int
  ) throws {
    let imported = try Store.blues().importContacts(csv([["name", field], ["Ana", text]]))
    #expect(
      imported.rejected.map(\.reason) == ["It has an invisible character, \(sign), at \(place)."])
  }

  @Test func `inside a name it is told, and the name is taken`() throws {
    let (known, told) = try Self.contact(
      "organisation,family_name,city", ["Elb\u{AD}werk", "Mül\u{200B}ler", "Me\u{200C}shed"])
    #expect(known[.organisation] == "Elb\u{AD}werk")
    #expect(told == ["1 invisible", "2 invisible"])
  }

  @Test(arguments: ["\u{200B}", "\u{FEFF}", "\u{AD}", "\u{2060}", "\u{200E}", "\u{200F}"])
  func `inside a telephone number it is told where the number can be read`(sign: String) throws {
    let store = try Store.blues()
    let text = "+49 351 \(sign)5550120"
    let imported = try store.importContacts(csv([["name", "phone"], ["Ana", text]]))
    let name = try #require(InvisibleSign(in: sign)).name
    #expect(
      imported.outcome.firstWarnings == [
        PlacedWarning(
          line: 2, column: 2, rule: "invisible",
          reason: "It has an invisible character, \(name), at 9.")
      ])
    let known = try #require(try store.contacts.all().first).known
    #expect(known.e164(.phone) == "+493515550120")
  }

  @Test func `headings are known without them`() throws {
    let (known, _) = try Self.contact(
      "\u{FEFF}Organi\u{AD}sation\u{200B},\u{202A}E-mail\u{A0}address\u{202C}",
      ["Aqua", "a@example.org"])
    #expect(known[.organisation] == "Aqua")
    #expect(known[.email] == "a@example.org")
  }
}
