import Testing

@testable import BluesCore

/// The checks of an exchange by their numbers, each with the text of its refusal.
@Suite struct `Checks of an exchange` {
  static let about = "CXC-ABOUT"
  static let clamtex = "CLAM-FAQ"
  static let landing = "CXC-OLD"
  static let questions = "CXC-FAQ1"

  @Test func `a week that keeps every rule has no breach`() throws {
    #expect(try CheckInput.week().breaches() == [])
  }

  @Test func `check 1: visitor and host of one country are refused`() throws {
    #expect(
      try CheckInput.week(from: "DE").refusal()
        == "Host and visitor are both registered in Germany. "
        + "(rule countries-differ, \(Self.about))")
  }

  @Test func `check 2: a country outside COSME is refused`() throws {
    #expect(
      try CheckInput.week(from: "NO").refusal()
        == "Norway, where the visitor is registered, does not take part in COSME. "
        + "(rule eligible-country, \(Self.about))")
  }

  @Test func `check 2: the United Kingdom and Kosovo ask for the Agency's word`() throws {
    let found = try CheckInput.week(from: "UK", to: "XK").breaches()
    #expect(found.map(\.brief) == ["kosovo warning", "united-kingdom warning"])
    #expect(
      found.map(\.message) == [
        "Kosovo, country of the host: This designation is without prejudice to positions on "
          + "status (UNSCR 1244).",
        "United Kingdom, country of the visitor: Takes part until closure of the 2014-2020 "
          + "programmes.",
      ])
    #expect(found.map(\.isApprovable) == [true, true])
  }

  @Test func `check 3: fewer than three working days are refused`() throws {
    let refusal =
      "The stay from 2020-11-12 to 2020-11-15 has 2 working days in Germany; the minimum is 3. "
      + "(rule minimum-stay, \(Self.about))"
    #expect(try CheckInput.week("2020-11-12", "2020-11-15").refusal() == refusal)
    #expect(
      try CheckInput.week("2020-11-12", "2020-11-15", mode: .hybrid).refusal() == refusal)
    #expect(
      try CheckInput.week("2020-11-12", "2020-11-15", mode: .virtual).breaches() == [])
  }

  @Test func `check 3: more than a month is refused`() throws {
    let refusal =
      "The stay from 2020-11-09 may last a month, to 2020-12-08, and would end on 2020-12-09. "
      + "(rule maximum-stay, \(Self.about))"
    #expect(try CheckInput.week("2020-11-09", "2020-12-09").refusal() == refusal)
    #expect(
      try CheckInput.week("2020-11-09", "2020-12-09", mode: .hybrid).refusal() == refusal)
    #expect(
      try CheckInput.week("2020-11-09", "2020-12-09", mode: .virtual).breaches() == [])
  }

  @Test(
    arguments: [
      ("2020-11-11", 1_738, "3 working days, fewer than 5"),
      ("2020-11-10", 1_738, "4 working days, fewer than 5"),
      ("2020-11-09", 199, "199 km, less than 200"),
      ("2020-11-11", 0, "3 working days, fewer than 5, and 0 km, less than 200"),
    ])
  func `check 4: a short stay or a short way has half, once`(
    first: String, kilometres: Int, why: String
  ) throws {
    let stay = try CheckInput.week(first, kilometres: kilometres)
    #expect(try stay.with { $0.agreed = Money(cents: 41_500) }.breaches() == [])
    #expect(
      try stay.with { $0.agreed = Money(cents: 41_501) }.refusal()
        == "The amount agreed, 415.01 EUR, exceeds 415.00 EUR, which is 50 % of 830.00 EUR for "
        + "\(why). (rule halving, \(Self.about))")
  }

  @Test func `check 4: five days and 200 km have the whole`() throws {
    let stay = try CheckInput.week(kilometres: 200)
    #expect(try stay.with { $0.agreed = Money(cents: 83_000) }.breaches() == [])
  }

  @Test func `check 4: while the distance is unknown, more than half is a question`() throws {
    let stay = try CheckInput.week(kilometres: nil)
    #expect(try stay.with { $0.agreed = Money(cents: 41_500) }.breaches() == [])
    let found = try stay.with { $0.agreed = Money(cents: 83_000) }.breaches()
    #expect(found.map(\.brief) == ["halving warning"])
    #expect(
      found.map(\.message) == [
        "The amount agreed, 830.00 EUR, exceeds 415.00 EUR, the lump sum below 200 km. "
          + "How far is it?"
      ])
  }

  @Test func `check 5: more than the threshold of the host country is refused`() throws {
    #expect(
      try CheckInput.week().with { $0.agreed = Money(cents: 83_001) }.refusal()
        == "The amount agreed, 830.01 EUR, exceeds 830.00 EUR, the threshold of Germany. "
        + "(rule country-threshold, \(Self.landing))")
  }

  @Test func `check 5: more than the ceiling is refused, agreed or paid`() throws {
    let stay = try CheckInput.week(to: "DK").with { $0.agreed = Money(cents: 110_001) }
    #expect(
      try stay.refusal()
        == "The amount agreed, 1100.01 EUR, exceeds 1100.00 EUR, the threshold of Denmark. "
        + "(rule country-threshold, \(Self.landing))\n"
        + "The amount agreed, 1100.01 EUR, exceeds 1100.00 EUR, the ceiling for every visitor. "
        + "(rule ceiling, \(Self.landing))")
    let paid = try CheckInput.week().with {
      $0.agreed = Money(cents: 80_000)
      $0.paid = Money(cents: 90_000)
    }
    #expect(
      try paid.breaches().map(\.message).first
        == "The amount paid, 900.00 EUR, exceeds 830.00 EUR, the threshold of Germany.")
  }

  @Test func `check 6: a second funded visit is refused until the Agency agrees`() throws {
    let stay = try CheckInput.week(others: ["EX-003"])
    #expect(
      try stay.refusal()
        == "Aqua already has a funded visit, EX-003. (rule one-funded-visit, \(Self.about))")
    let problem = ExchangeProblem.refused(try stay.breaches())
    #expect(
      problem.hint == "once the Agency has agreed: --waive one-funded-visit --because TEXT")
  }

  @Test(arguments: [("sme", "an SME"), ("support-organisation", "a support organisation")])
  func `check 7: a visitor without a cluster on ECCP is refused, a host needs approval`(
    category: String, words: String
  ) throws {
    let visitor = try CheckInput.week().with {
      $0.visitor = .init(name: "Aqua", category: category)
    }
    #expect(
      try visitor.refusal()
        == "Aqua, \(words), does not belong to a cluster profiled on ECCP. "
        + "(rule eccp-membership, \(Self.clamtex))")
    let host = try CheckInput.week().with {
      $0.host = .init(name: "Plasma", category: category, cluster: " ")
    }
    #expect(try host.breaches().map(\.brief) == ["host-approval warning"])
    #expect(
      try host.breaches().map(\.message) == [
        "Plasma, \(words), does not belong to a cluster profiled on ECCP: it may host "
          + "once the Agency has agreed."
      ])
  }

  @Test func `check 7: a cluster belongs to itself`() throws {
    let stay = try CheckInput.week().with { $0.visitor = .init(name: "Zin", category: "cluster") }
    #expect(try stay.breaches() == [])
  }

  @Test(
    arguments: [
      ("large-company", "a large company"), ("public-authority", "a public authority"),
      ("training-provider", "a training provider"),
    ])
  func `check 8: a large, public or training body is refused as a visitor`(
    category: String, words: String
  ) throws {
    let stay = try CheckInput.week().with { $0.visitor = .init(name: "Aqua", category: category) }
    #expect(
      try stay.refusal()
        == "Aqua is \(words); a visitor must be one of cluster, support-organisation, sme. "
        + "(rule visitor-category, \(Self.questions))")
  }

  @Test(arguments: ["large-company", "public-authority", "training-provider"])
  func `check 8: as a host of the pilot it is warned of, from February 2022 it is welcome`(
    category: String
  ) throws {
    func host(_ first: String, _ last: String) throws -> [Breach] {
      try CheckInput.week(first, last).with {
        $0.host = .init(name: "Plasma", category: category)
      }.breaches()
    }
    let found = try host("2022-01-31", "2022-02-04")
    #expect(found.map(\.brief) == ["host-category warning"])
    #expect(
      found.map(\.message) == [
        "Plasma is a \(category.replacing("-", with: " ")); on 2022-01-31 a host must be one of "
          + "cluster, support-organisation, sme."
      ])
    #expect(try host("2022-02-01", "2022-02-07") == [])
  }
}
