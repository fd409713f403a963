import Basics
import Testing

@testable import BluesCore

@Suite struct `Countries` {
  @Test(arguments: [
    ("GR", "EL"), ("gb", "UK"), ("EL", "EL"), ("fra", "FR"), ("GBR", "UK"), ("XK", "XK"),
    ("Czechia", "CZ"), ("Czech Republic", "CZ"), ("République tchèque", "CZ"), ("Tschechien", "CZ"),
    ("USA", "US"), ("Royaume-Uni", "UK"), ("Turkey", "TR"), ("Türkiye", "TR"), ("TÜRKİYE", "TR"),
    ("The Netherlands", "NL"), ("Pays-Bas", "NL"), ("Korea, South", "KR"),
    ("Korea, Republic of", "KR"), ("Macedonia, former Yug. Rep.", "MK"), ("NIEMCY", "DE"),
    ("Česká republika", "CZ"), ("España", "ES"), ("ILES COOK", "CK"), ("COOK, ILES", "CK"),
    ("Kingdom of Belgium", "BE"), ("Ελλάδα", "EL"), ("Hong Kong", "HK"), ("Côte d’Ivoire", "CI"),
    ("Democratic People's Republic of Korea", "KP"), ("People's Republic of China", "CN"),
  ])
  func `a country is known by codes and names`(text: String, code: String) {
    #expect(CountryCode(spelled: text)?.code == code)
  }

  @Test(arguments: ["", "ZZ", "Atlantis", "Republic of China", "Republic", "E", "Middle Earth"])
  func `what is no country is refused`(text: String) {
    #expect(CountryCode(spelled: text) == nil)
  }

  @Test func `a slip is offered its country`() {
    #expect(throws: CountryProblem.unknown("Germny", near: ["Germany"])) {
      try CountryCode(parsing: "Germny")
    }
  }

  @Test func `every country has a name that leads back to it`() {
    #expect(CountryCode.all.count == 250)
    #expect(CountryCode.all.filter { CountryCode(spelled: $0.englishName) != $0 } == [])
    #expect(CountryCode.all.filter { CountryCode($0.alpha3) != $0 } == [])
    #expect(CountryCode.all.filter { CountryCode($0.iso) != $0 } == [])
  }

  @Test func `member states come first in protocol order`() {
    let sorted = CountryCode.all.sorted().prefix(28).map(\.code)
    let expected =
      "BE BG CZ DK DE EE IE EL ES FR HR IT CY LV LT LU HU MT NL AT PL PT RO SI SK FI SE AD"
    #expect(sorted.joined(separator: " ") == expected)
  }
}
