import Testing

@testable import BluesCore

@Suite struct `Words of a person in a text` {
  private let words: PersonWords = {
    var words = PersonWords()
    words.add(.givenName, "Žofie")
    words.add(.familyName, "Říhová")
    words.join(given: "Žofie", family: "Říhová")
    words.add(.email, "Zofie.Rihova@example.org; z@example.net")
    words.add(.phone, "+420 377 555 010")
    words.add(.iban, "CZ65 0800 0000 1920 0014 5399")
    return words
  }()

  @Test(arguments: [
    ("Žofie Říhová came.", "X came."),
    ("ŘÍHOVÁ, Žofie", "X"),
    ("rihova zofie", "X"),
    ("Mrs Rihova and Zofie", "Mrs X and X"),
    ("zofie.rihova@EXAMPLE.org", "X"),
    ("mail z@example.net!", "mail X!"),
    ("call 377 555 010 or 00420377555010", "call X or X"),
    ("CZ6508000000192000145399 and CZ65 0800 0000 1920 0014 5399", "X and X"),
    ("{\"a\":\"Žofie Říhová\"}", "{\"a\":\"X\"}"),
  ])
  func `they are found folded, turned round and in groups`(text: String, expected: String) {
    #expect(words.replaced(in: text, by: "X", .names) == expected)
  }

  @Test(arguments: ["", "Zofie alone", "a rihova river", "Rihovar", "+420 377 555 011", "65 0800"])
  func `nothing else is`(text: String) {
    #expect(words.replaced(in: text, by: "X", .names) == nil)
  }

  @Test func `where others are named only whole names and addresses are looked for`() {
    #expect(words.replaced(in: "Mrs Říhová", by: "X", .sure) == nil)
    #expect(words.replaced(in: "Mrs Žofie Říhová", by: "X", .sure) == "Mrs X")
  }

  private var withSayings: PersonWords {
    var words = words
    words.add(.street, "Kieselgurweg 77")
    words.add(.website, "https://rihova-privat.example.org")
    words.add(.note, "Memo Nachbarin Schulze")
    words.add(.note, "key contact")
    return words
  }

  @Test(arguments: [
    ("lives at Kieselgurweg 77, 10115 Berlin", "lives at X, 10115 Berlin"),
    ("memo: NACHBARIN Schulze", "X"),
    ("see https://www.rihova-privat.example.org/", "see X/"),
    ("see rihova-privat.example.org", "see X"),
  ])
  func `a street, a website and a note are found as a whole`(text: String, expected: String) {
    #expect(withSayings.replaced(in: text, by: "X", .sure) == expected)
  }

  @Test(arguments: ["Kieselgurweg 78", "Memo Nachbarin", "a key contact", "privat.example.org"])
  func `a part of them, or a note of two words, is left`(text: String) {
    #expect(withSayings.replaced(in: text, by: "X", .names) == nil)
  }

  @Test func `a family name in small letters stays and is told`() {
    #expect(words.look(in: "a rihova river", by: "X", .names) == .init(text: nil, mayName: true))
    #expect(
      words.look(in: "Mrs Rihova, rihova", by: "X", .names)
        == .init(text: "Mrs X, rihova", mayName: true))
    #expect(words.look(in: "zofie rihova", by: "X", .names) == .init(text: "X", mayName: false))
    #expect(words.look(in: "a rihova river", by: "X", .sure) == .init())
  }
}
