import Testing

@testable import BluesCore

@Suite struct `Rules of a stay` {
  static let about = "CXC-ABOUT"

  func breaches(
    from visitor: String? = "ES", to host: String? = "DE", _ first: String = "2020-11-09",
    _ last: String = "2020-11-13", mode: Exchange.Mode = .physical, others: [String] = []
  ) throws -> [Breach] {
    try StayRules(book: .standard).breaches(
      of: .init(
        visitor: "Aqua", visitorCountry: visitor.flatMap { CountryCode($0) },
        hostCountry: host.flatMap { CountryCode($0) }, firstDay: .of(first), lastDay: .of(last),
        mode: mode, otherVisits: others))
  }

  @Test func `a week in another country of COSME breaks no rule`() throws {
    #expect(try breaches() == [])
  }

  @Test func `check 1: countries differ`() throws {
    let found = try breaches(from: "DE")
    #expect(found.map(\.rule) == ["countries-differ"])
    #expect(found.map(\.message) == ["Host and visitor are both registered in Germany."])
    #expect(found.map(\.severity) == [.refusal])
    #expect(
      ExchangeProblem.refused(found).message
        == "Host and visitor are both registered in Germany. (rule countries-differ, \(Self.about))"
    )
  }

  @Test func `check 2: every country is eligible, to be confirmed or refused, on either side`()
    throws
  {
    let taking = RuleBook.standard.participatingCountries
    #expect(taking.count == 39)
    for country in CountryCode.all {
      let other = country.code == "DE" ? "FR" : "DE"
      let asVisitor = try breaches(from: country.code, to: other).filter {
        $0.rule != "minimum-stay"
      }
      let asHost = try breaches(from: other, to: country.code).filter { $0.rule != "minimum-stay" }
      if let rule = ["UK": "united-kingdom", "XK": "kosovo"][country.code] {
        #expect(asVisitor.map(\.rule) == [rule])
        #expect(asVisitor.map(\.severity) == [.warning])
        #expect(asHost.map(\.severity) == [.warning])
      } else if taking.contains(country) {
        #expect(asVisitor == [] && asHost == [], "\(country)")
      } else {
        #expect(asVisitor.map(\.rule) == ["eligible-country"], "\(country)")
        #expect(asHost.map(\.severity) == [.refusal], "\(country)")
        #expect(
          asHost.map(\.message) == [
            "\(country.englishName), where the host is registered, does not take part in COSME."
          ])
      }
    }
  }

  @Test func `check 2: the United Kingdom is taken with a warning`() throws {
    #expect(
      try breaches(from: "UK").map(\.message) == [
        "United Kingdom, country of the visitor: "
          + "Takes part until closure of the 2014-2020 programmes."
      ])
  }

  @Test func `check 2: Switzerland and a country nobody knows are refused`() throws {
    #expect(
      try breaches(from: "CH").map(\.message) == [
        "Switzerland, where the visitor is registered, does not take part in COSME."
      ])
    #expect(
      try breaches(from: nil, to: nil).map(\.message) == [
        "The country of the host is not known.", "The country of the visitor is not known.",
      ])
  }

  @Test(
    arguments: [
      ("2020-11-11", "2020-11-13", "DE", nil),
      ("2020-11-12", "2020-11-16", "DE", nil),
      ("2020-11-12", "2020-11-15", "DE", 2),
      ("2020-11-14", "2020-11-15", "DE", 0),
      ("2020-11-16", "2020-11-16", "DE", 1),
      ("2020-11-11", "2020-11-13", "FR", 2),
      ("2020-11-10", "2020-11-13", "FR", nil),
      ("2021-05-12", "2021-05-14", "DE", 2),
    ] as [(String, String, String, Int?)])
  func `check 3: three working days are the least, without weekends and the host's holidays`(
    first: String, last: String, host: String, days: Int?
  ) throws {
    let found = try breaches(to: host, first, last)
    guard let days else {
      #expect(found == [])
      return
    }
    let country = host == "DE" ? "Germany" : "France"
    #expect(found.map(\.rule) == ["minimum-stay"])
    #expect(
      found.map(\.message) == [
        "The stay from \(first) to \(last) has \(days) working \(days == 1 ? "day" : "days") "
          + "in \(country); the minimum is 3."
      ])
  }

  @Test(arguments: [
    ("2020-11-09", "2020-12-08", true), ("2020-11-09", "2020-12-09", false),
    ("2021-01-31", "2021-02-27", true), ("2021-01-31", "2021-02-28", false),
    ("2021-02-01", "2021-02-28", true), ("2021-02-01", "2021-03-01", false),
  ])
  func `check 3: a month is the most`(first: String, last: String, isFine: Bool) throws {
    #expect(try breaches(first, last).map(\.rule) == (isFine ? [] : ["maximum-stay"]))
  }

  @Test func `check 3: too long a stay says how long it may be`() throws {
    #expect(
      try breaches("2020-11-09", "2020-12-09").map(\.message) == [
        "The stay from 2020-11-09 may last a month, to 2020-12-08, and would end on 2020-12-09."
      ])
  }

  @Test func `check 6: one funded visit is the most`() throws {
    let found = try breaches(others: ["EX-001", "EX-004"])
    #expect(found.map(\.rule) == ["one-funded-visit"])
    #expect(found.map(\.message) == ["Aqua already has a funded visit, EX-001, EX-004."])
    #expect(try breaches(mode: .virtual, others: ["EX-001"]) == [])
  }

  @Test func `a virtual stay may be short`() throws {
    #expect(try breaches("2020-11-09", "2020-11-09", mode: .virtual) == [])
  }

  @Test func `every rule that is broken is told, in the order of the book`() throws {
    let found = try breaches(from: "CH", to: "CH", "2020-11-14", "2020-11-15", others: ["EX-001"])
    #expect(
      found.map(\.rule) == [
        "countries-differ", "eligible-country", "eligible-country", "minimum-stay",
        "one-funded-visit",
      ])
    #expect(ExchangeProblem.refused(found).message.split(separator: "\n").count == 5)
  }
}
