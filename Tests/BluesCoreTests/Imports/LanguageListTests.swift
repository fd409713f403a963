import Testing

@testable import BluesCore

@Suite struct `Lists of money in six languages` {
  let store: Store

  init() throws { store = try Store.blues() }

  @Test(arguments: [
    ("AP1", "WP1"), ("AP 2", "WP2"), ("Arbeitspaket 3", "WP3"), ("LP4", "WP4"), ("Lot 4", "WP4"),
    ("GT2", "WP2"), ("Lot de travail 5", "WP5"), ("PT1", "WP1"), ("Paquete de trabajo 5", "WP5"),
    ("PB3", "WP3"), ("Pracovní balíček 3", "WP3"), ("PR2", "WP2"), ("Pakiet roboczy 7", "WP7"),
    ("WP-3", "WP3"), ("wp3", "WP3"), ("Work package 3", "WP3"), ("3", "WP3"),
  ])
  func `a work package is known by the words of six languages`(text: String, code: String) throws {
    #expect(try WorkPackageCode(listed: text).description == code)
  }

  @Test(arguments: ["XP1", "AP", "AP0", "1 2", "AP1.2", "Ort 3", ""])
  func `another word with a number is none`(text: String) {
    #expect(throws: CodeProblem.self) { try WorkPackageCode(listed: text) }
  }

  @Test func `a command takes the codes of the project alone`() {
    #expect(throws: CodeProblem.self) { try WorkPackageCode(typed: "AP1") }
  }

  @Test(arguments: [
    ("Reise", "D.1"), ("Dienstreisen", "D.1"), ("Déplacement", "D.1"), ("viaje", "D.1"),
    ("podróż", "D.1"), ("Cestovní náklady", "D.1"), ("Personal", "A.1"), ("Personalkosten", "A.1"),
    ("salaires", "A.1"), ("Wynagrodzenia", "A.1"), ("Mzdové náklady", "A.1"),
    ("Unterauftrag", "B"), ("Subdodávka", "B"), ("Sonstige Kosten", "D.3"),
    ("Autres coûts", "D.3"), ("otros costes", "D.3"), ("Inne koszty", "D.3"),
    ("Ostatní náklady", "D.3"), ("Abschreibung", "D.2"), ("équipements", "D.2"),
    ("Gemeinkosten", "E"), ("režie", "E"),
  ])
  func `a category is known by the words of six languages`(word: String, code: String) throws {
    #expect(try store.costCategories().meant(by: word)?.code == code)
  }

  @Test func `no word means two categories`() throws {
    let categories = try store.costCategories().all
    var owners: [String: Set<String>] = [:]
    for category in categories {
      for word in category.words.map(\.text) + [category.name, category.code] {
        owners[CostCategory.key(word), default: []].insert(category.code)
      }
    }
    #expect(owners.filter { $0.value.count > 1 } == [:])
  }

  @Test func `a German budget is read with its headings, its sums and what is nothing`() throws {
    let imported = try store.importList(
      .budget(store.costCategories()),
      """
      Teilnehmer;Personalkosten;Unteraufträge;Reise;Sonstige Kosten;Gesamt
      NP;10.000,00 €;- €;1.200,00 €;100,00 €;11.300,00 €
      AV;20.000,00 €;1.000,00 €;1.200,00 €;100,00 €;22.300,00 €
      """, delimiter: 0x3B)
    #expect(imported.counts == [2, 2, 0, 0, 0])
    #expect(
      try store.budget.all().map { "\($0.partner) \($0.category) \($0.amount ?? 0)" } == [
        "NP A.1 1000000", "NP D.1 120000", "NP D.3 10000", "AV A.1 2000000", "AV B 100000",
        "AV D.1 120000", "AV D.3 10000",
      ])
    let mapping = imported.outcome.mapping
    #expect(
      mapping.columns.map(\.reason) == Array(repeating: MappingReason.heading(.german), count: 6))
    #expect(
      imported.outcome.reading.last
        == "Personalkosten, Unteraufträge and 3 more columns read with a decimal comma, "
        + "as in 1.234,50")
  }

  @Test(arguments: ["Summe", "Gesamt", "total", "Razem", "Celkem", "Suma"])
  func `beside columns of categories a column of sums is the total`(heading: String) throws {
    let list = RecordList.budget(try store.costCategories())
    let right = try store.importList(
      list, "Partner;Travel;Equipment;\(heading)\nNP;100.00;50.00;150.00\n", delimiter: 0x3B)
    #expect(right.counts == [1, 1, 0, 0, 0])
    let wrong = try store.importList(
      list, "Partner;Travel;Equipment;\(heading)\nAV;100.00;50.00;160.00\n", delimiter: 0x3B)
    #expect(wrong.outcome.rejectedByRule == ["total": 1])
  }

  @Test func `a German list of costs is read without a mapping`() throws {
    let imported = try store.importList(
      .costs,
      """
      Teilnehmer;Kategorie;AP;Datum;Bezeichnung;Betrag
      NP;Reise;AP1;2020-05-31;Bahn;12,50 €
      NP;Reise;AP2;2020-06-05;Hotel;1 234,50 Kč
      """, delimiter: 0x3B)
    #expect(imported.counts == [2, 2, 0, 0, 0])
    #expect(try store.costs.all().map(\.category) == ["D.1", "D.1"])
    #expect(try store.costs.all().map(\.workPackage) == ["WP1", "WP2"])
    #expect(
      try store.costs.all().map(\.eligible) == [
        Money(cents: 1_250), Money(cents: 123_450, currency: .czk),
      ])
  }

  @Test(arguments: ["- €", "-   €", "€ -", "– Kč", "- zł", "-\u{A0}€", "- EUR"])
  func `a dash with a currency is no amount`(text: String) {
    #expect(BlankWords().empties(text, of: .amount))
    #expect(!BlankWords().empties(text, of: .text))
  }

  @Test(arguments: ["€", "EUR", "- 5 €", "- x"])
  func `a currency alone, or with a figure, is not blank`(text: String) {
    #expect(!BlankWords().empties(text, of: .amount))
  }
}
