import Testing

@testable import BluesCore

@Suite struct `Searching contacts` {
  let store: Store

  init() throws {
    store = try Store.blues()
    try store.importContacts(
      """
      organisation,given name,family name,email,city,position,sector,phone,note,short name
      Gęsia Łąka,Paweł,Żółć,pawel@example.org,Łódź,,,,,
      Straße & Söhne,Jürgen,Groß,jg@example.org,Köln,Geschäftsführer,,,,
      Nordsjø,Søren,Ødegård,soren@example.org,Ålborg,,,,,
      Águas do Sul,María,Núñez,mn@example.org,A Coruña,,nanotechnology,+34 600 123 456,near the fair,ADS
      Čistá voda,Jiří,Dvořák,jd@example.org,Plzeň,,,,AND NOT a test,

      """)
  }

  func names(_ words: String) throws -> [String] {
    try store.contacts.search(words).compactMap { $0.known[.familyName] }.sorted()
  }

  @Test(arguments: [
    ("lodz", "Żółć"), ("ŁÓDŹ", "Żółć"), ("zolc", "Żółć"), ("gesia laka", "Żółć"),
    ("strasse", "Groß"), ("STRASSE", "Groß"), ("straße", "Groß"), ("gross", "Groß"),
    ("koln", "Groß"), ("geschaftsf", "Groß"), ("soren", "Ødegård"), ("nordsjo", "Ødegård"),
    ("odegard", "Ødegård"), ("ALBORG", "Ødegård"), ("nunez", "Núñez"), ("coruna", "Núñez"),
    ("dvor", "Dvořák"), ("plzen jiri", "Dvořák"), ("nano", "Núñez"), ("600", "Núñez"),
    ("fair", "Núñez"), ("ads", "Núñez"), ("soren@example.org", "Ødegård"),
  ])
  func `accents, letters of their own and endings do not matter`(words: String, name: String)
    throws
  {
    #expect(try names(words) == [name])
  }

  @Test func `a contact of a merged organisation is found by the name that stayed`() throws {
    _ = try store.organisations.merge("Straße & Söhne", with: ["Nordsjø"])
    try store.importContacts("organisation,family name\nNordsjø,Berg\n")
    #expect(try names("strasse") == ["Berg", "Groß", "Ødegård"])
  }

  @Test func `every word must occur, at the start of a word`() throws {
    #expect(try names("aguas coruna") == ["Núñez"])
    #expect(try names("aguas lodz") == [])
    #expect(try names("technology") == [])
    #expect(try names("example").count == 5)
  }

  @Test(arguments: [
    "NEAR(", "AND", "OR", "NOT", "*", "^", "\"", "a\"b", ":", "words:lodz", "(", "-lodz", "' --",
    "lodz AND", "{lodz}", "+", "",
  ])
  func `the operators of the index are plain words`(words: String) throws {
    _ = try names(words)
  }

  @Test func `an operator that is a word is found as one`() throws {
    #expect(try names("and not") == ["Dvořák"])
    #expect(try names("near") == ["Núñez"])
    #expect(try names("\"lodz\"") == ["Żółć"])
    #expect(try names("*") == [])
  }

  @Test func `the index follows changes of the contact and of its organisation`() throws {
    _ = try store.contacts.set("jg@example.org", ContactDraft([.city: "Zwickau"]))
    #expect(try names("zwickau") == ["Groß"])
    #expect(try names("koln") == [])
    _ = try store.organisations.set("Nordsjø", .init(name: "Südsee"))
    #expect(try names("sudsee") == ["Ødegård"])
    #expect(try names("nordsjo") == [])
    _ = try store.history.undo()
    #expect(try names("nordsjo") == ["Ødegård"])
  }

  @Test func `as many as wanted are given`() throws {
    #expect(try store.contacts.search("example", limit: 2).count == 2)
  }
}
