import Basics
import Testing

@testable import BluesCore

@Suite struct `The rule book` {
  let book = RuleBook.standard
  let day: Day

  init() throws { day = try #require(Day(iso: "2020-11-18")) }

  @Test func `figures are read by name`() throws {
    #expect(try book.rule("minimum-stay").whole("working_days") == 3)
    #expect(try book.rule("maximum-stay").whole("months") == 1)
    #expect(try book.rule("halving").percent("share").hundredths == 5_000)
    #expect(try book.rule("halving").whole("below_kilometres") == 200)
    #expect(try book.rule("ceiling").money("amount") == Money(cents: 110_000))
    #expect(try book.rule("payment-term").whole("days") == 10)
    #expect(try book.rule("quality-commitment").whole("signatures") == 4)
    #expect(try book.rule("periodic-report").whole("days") == 60)
    #expect(try book.rule("virtual-allowed").day("until").iso == "2020-12-31")
  }

  @Test func `an unknown rule or figure is named with near ones`() {
    #expect(throws: ProgrammeProblem.noSuchRule("halvin", known: book.rules.map(\.id))) {
      try book.rule("halvin")
    }
    #expect(
      ProgrammeProblem.noSuchRule("halvin", known: ["halving"]).hint == "Did you mean halving?")
    #expect(
      throws: ProgrammeProblem.noSuchFigure(rule: "ceiling", figure: "sum", known: ["amount"])
    ) { try book.rule("ceiling").money("sum") }
  }

  @Test func `every rule has an id of its own and a known source`() {
    #expect(Set(book.rules.map(\.id)).count == book.rules.count)
    for rule in book.rules {
      #expect(!rule.sources.isEmpty)
      #expect(rule.sources.filter { Source.byTag[$0] == nil } == [], "\(rule.id)")
    }
  }

  @Test func `every country that takes part has a threshold, a name and holidays`() {
    let countries = book.participatingCountries
    #expect(countries.count == 39)
    for country in countries {
      #expect(book.threshold(for: country, on: day) != nil, "\(country)")
      #expect(country.englishName != country.code)
      #expect(PublicHolidays.countries.contains(country), "\(country)")
      #expect(book.eligibility(of: country, on: day) != .notEligible)
    }
    #expect(CountryCode.euMembers.filter { !countries.contains($0) } == [])
  }

  @Test func `thresholds and eligibility follow country and day`() throws {
    func country(_ code: String) throws -> CountryCode { try #require(CountryCode(code)) }
    #expect(book.threshold(for: try country("PT"), on: day)?.description == "780.00 EUR")
    #expect(book.threshold(for: try country("DK"), on: day)?.description == "1100.00 EUR")
    #expect(book.eligibility(of: try country("DE"), on: day) == .eligible)
    #expect(
      book.eligibility(of: try country("UK"), on: day)
        == .toBeConfirmed(
          "Takes part until closure of the 2014-2020 programmes.", rule: "united-kingdom"))
    for code in ["CH", "NO", "LI", "US"] {
      #expect(book.eligibility(of: try country(code), on: day) == .notEligible)
    }
    let late = try #require(Day(iso: "2024-01-01"))
    #expect(book.threshold(for: try country("PT"), on: late) == nil)
  }

  @Test func `half of a threshold is what the partners publish`() throws {
    let half = try book.rule("halving").percent("share")
    let rates = try ["PT", "DE", "ES", "FR", "CZ", "PL"].map { code in
      let country = try #require(CountryCode(code))
      return try #require(book.threshold(for: country, on: day)).times(half).decimal
    }
    #expect(rates == ["390.00", "415.00", "415.00", "450.00", "305.00", "305.00"])
  }

  @Test func `a project changes a figure with a reason`() throws {
    let changed = try book.overriding(
      "country-threshold", figure: "DE", value: "800.00 EUR", reason: "Annex 1")
    #expect(changed.threshold(for: try #require(CountryCode("DE")), on: day)?.cents == 80_000)
    #expect(book.threshold(for: try #require(CountryCode("DE")), on: day)?.cents == 83_000)
    #expect(changed.version == "2020-09-23+1")
    #expect(try book.applying(changed.overrides) == changed)
    #expect(
      throws: ProgrammeProblem.figureHasOtherKind(
        rule: "minimum-stay", figure: "working_days", value: "three")
    ) {
      try book.overriding("minimum-stay", figure: "working_days", value: "three", reason: "x")
    }
    #expect(throws: ProgrammeProblem.reasonMissing(rule: "minimum-stay")) {
      try book.overriding("minimum-stay", figure: "working_days", value: "4", reason: " ")
    }
  }

  @Test func `a breach names its rule and its source`() throws {
    let breach = try book.rule("minimum-stay").breach(
      "The stay has 2 working days; 3 are the least.")
    #expect(breach.rule == "minimum-stay")
    #expect(breach.severity == .refusal)
    #expect(
      breach.source
        == "ECCP, about ClusterXchange, https://clustercollaboration.eu/clusterxchange/about")
    #expect(
      breach.sentence
        == "The stay has 2 working days; 3 are the least. (rule minimum-stay, CXC-ABOUT)")
  }

  @Test func `host categories widen with the second wave`() throws {
    let first = try book.rule("host-category")
    let second = try book.rule("host-category-2022")
    #expect(first.isInForce(on: day) && !second.isInForce(on: day))
    let later = try #require(Day(iso: "2022-02-01"))
    #expect(!first.isInForce(on: later) && second.isInForce(on: later))
  }
}
