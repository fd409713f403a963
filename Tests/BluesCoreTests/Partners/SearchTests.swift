import Basics
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

  @Test(arguments: [
    ("groß", ["gross", "groess"]), ("Müller", ["muller", "mueller"]),
    ("mueller", ["mueller", "muller"]),
    ("mu", ["mu"]), ("mue", ["mue"]), ("köln", ["koln", "koeln"]), ("x9", ["x9"]),
  ])
  func `a word is looked for with and without an e behind a, o and u`(
    word: String, spellings: [String]
  ) {
    let found = SearchWords.spellings(Array(Folding.folded(word).utf8))
    #expect(found.map { String(decoding: $0, as: UTF8.self) } == spellings)
  }

  @Test func `ü, ue and u find each other, as among duplicates`() throws {
    try store.importContacts(
      "organisation,family name\nA,Müller\nB,Mueller\nC,Muller\nD,Miller\n")
    for word in ["Müller", "mueller", "MULLER", "muelle"] {
      #expect(try names(word) == ["Mueller", "Muller", "Müller"])
    }
    #expect(try names("koeln") == ["Groß"])
  }

  @Test(arguments: [
    "+34 600 123 456", "+34600123456", "0034 600 123456", "600123456", "600-12-34-56",
    "(+34) 600.123.456", "123456",
  ])
  func `a telephone number is found in any spelling`(number: String) throws {
    #expect(try names(number) == ["Núñez"])
  }

  @Test func `a number as it is called at home finds the one from abroad, and the other way`()
    throws
  {
    try store.importContacts(
      "organisation,family name,phone,country\nA,Eins,030 901820,DE\nB,Zwei,+49 (0)30 / 90 18 20,DE\n"
    )
    for number in ["030 901820", "+49 30 901820", "0049 (0)30 901820", "03090 1820"] {
      #expect(try names(number) == ["Eins", "Zwei"])
    }
    #expect(try names("+49 31 901820") == [])
  }

  @Test func `a person is found by a first name, and by a name without its accents`() throws {
    for text in ["Jürgen", "jurgen", "juergen", "Jürgen Groß", "gross jurgen"] {
      #expect(try store.contacts.one(text).contact.known[.familyName] == "Groß", "\(text)")
    }
    #expect(throws: ContactProblem.unknown("Jurgen Zolc")) { try store.contacts.one("Jurgen Zolc") }
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
