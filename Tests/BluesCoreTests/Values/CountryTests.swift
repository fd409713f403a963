import Basics
import Foundation
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

  @Test func `every name that was known once is known for good`() throws {
    let known = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().appending(path: "../Goldens/known-country-names.tsv")
    let lines = try String(contentsOf: known, encoding: .utf8).split(separator: "\n").dropFirst()
    #expect(lines.count == 1_314)
    let lost = lines.filter { line in
      let cells = line.split(separator: "\t")
      return cells.count != 2 || CountryCode(spelled: String(cells[1]))?.code != String(cells[0])
    }
    #expect(lost == [])
  }

  @Test func `the list of names has each country once, and no name for two`() {
    #expect(CountryNames.rows.map(\.country.code).sorted() == CountryCode.all.map(\.code).sorted())
    var homes: [String: Set<CountryCode>] = [:]
    for (country, names) in CountryNames.rows {
      #expect(names.count >= 6 && !names.contains(""), "\(country)")
      for name in names { homes[CountryNames.key(of: String(name)), default: []].insert(country) }
    }
    #expect(homes.filter { $0.value.count > 1 || $0.key.isEmpty } == [:])
  }

  @Test(arguments: [
    ("Suomi", "FI"), ("საქართველო", "GE"), ("Kosovë", "XK"), ("Česko", "CZ"), ("Svizzera", "CH"),
    ("Macedonia, former Yug. Rep.", "MK"), ("U.A.E.", "AE"), ("St. Lucia", "LC"),
  ])
  func `a name in the country's own language, or as lists have it, is known`(
    name: String, code: String
  ) {
    #expect(CountryCode(spelled: name)?.code == code)
  }

  @Test func `member states come first in protocol order`() {
    let sorted = CountryCode.all.sorted().prefix(28).map(\.code)
    let expected =
      "BE BG CZ DK DE EE IE EL ES FR HR IT CY LV LT LU HU MT NL AT PL PT RO SI SK FI SE AD"
    #expect(sorted.joined(separator: " ") == expected)
  }
}
