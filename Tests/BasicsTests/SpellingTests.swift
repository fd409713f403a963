import Basics
import Testing

@Suite struct `The spelling of names` {
  @Test(arguments: [
    ("Eins GmbH", "EINS GMBH"), ("L'Atelier", "L’Atelier"), ("L'Atelier", "L`ATELIER"),
    ("L'Atelier", "Lʼatelier"), ("d´Or", "D′or"), ("Anna  Beispiel", "\u{A0}anna beispiel "),
    ("Anna Beispiel", "Anna\u{202F}Bei\u{AD}spiel"), ("Groß", "GROSS"), ("Ärzte", "ärzte"),
    ("Łódź", "ŁÓDŹ"), ("Ελλάς", "ΕΛΛΆΣ"), ("Жук", "жУК"),
    ("Ana\u{200B}", "ana"), ("A – B", "a - b"), ("„X“ «Y»", "„x\" \"y\""), ("", " \t"),
  ])
  func `capitals, apostrophes, spaces and invisible characters make no difference`(
    one: String, other: String
  ) {
    #expect(Spelling.isSame(one, other))
    var (first, second) = (Digest(), Digest())
    first.addSpelling(one)
    second.addSpelling(other)
    #expect(first.value == second.value)
  }

  @Test(arguments: [
    ("Müller", "Muller"), ("Müller", "Mueller"), ("Anna Beispiel", "AnnaBeispiel"),
    ("Eins", "Eins GmbH"), ("L'Atelier", "Latelier"), ("A-B", "A B"), ("", "a"), ("Łódź", "Lodz"),
  ])
  func `accents, letters and the place of spaces do`(one: String, other: String) {
    #expect(!Spelling.isSame(one, other))
    var (first, second) = (Digest(), Digest())
    first.addSpelling(one)
    second.addSpelling(other)
    #expect(first.value != second.value)
  }

  @Test func `nothing and an empty text differ`() {
    #expect(Spelling.isSame(nil, nil))
    #expect(!Spelling.isSame(nil, ""))
    #expect(Spelling.plain(" Bei\u{AD}Spiel  \u{2019}S ") == Array("beispiel 's".utf8))
  }
}
