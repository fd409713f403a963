import Testing

@testable import BluesCore

/// The checks on payment, virtual exchanges and what counts, with the text of each refusal.
@Suite struct `Checks of the money of an exchange` {
  static let clamtex = `Checks of an exchange`.clamtex

  @Test func `check 9: payment without validated report and evidence is refused`() throws {
    let stay = try CheckInput.week().with { $0.isBeingPaid = true }
    #expect(
      try stay.refusal()
        == "EX-001 cannot be paid without closing-report, stay-proof, travel-proof, validation "
        + "of the closing report. (rule payment-needs-report, \(Self.clamtex))")
    let papers: Set = ["closing-report", "stay-proof", "travel-proof", "application"]
    #expect(
      try stay.with { $0.papers = papers }.refusal()
        == "EX-001 cannot be paid without validation of the closing report. "
        + "(rule payment-needs-report, \(Self.clamtex))")
    let validated = try stay.with { $0.validatedOn = try .of("2020-11-18") }
    #expect(
      try validated.with { $0.papers = papers.subtracting(["travel-proof"]) }.refusal()
        == "EX-001 cannot be paid without travel-proof. "
        + "(rule payment-needs-report, \(Self.clamtex))")
    #expect(try validated.with { $0.papers = papers }.breaches() == [])
  }

  @Test func `check 9: what proves a stay and is older than it is told, tickets are not`() throws {
    let stay = try CheckInput.week().with {
      $0.paperDays = [
        "closing-report": try .of("2020-10-09"), "stay-proof": try .of("2020-11-09"),
        "travel-proof": try .of("2020-10-09"), "payment-proof": try .of("2020-11-08"),
      ]
    }
    let found = try stay.breaches()
    #expect(
      found.map(\.message) == [
        "EX-001 has a closing-report of 2020-10-09, before the stay, which begins on 2020-11-09.",
        "EX-001 has a payment-proof of 2020-11-08, before the stay, which begins on 2020-11-09.",
      ])
    #expect(found.map(\.severity) == [.warning, .warning])
  }

  @Test func `check 9: papers older than the stay are told at each step from the report on`() throws
  {
    let store = try Store.funded(on: "2021-06-01", [(.draft, nil, nil)])
    let code = try ExchangeCode("EX-001")
    for kind in ["closing-report", "stay-proof", "travel-proof"] {
      _ = try store.papers.add(code, .kept(kind, on: .of("2021-02-01")))
    }
    try store.exchanges.bring(code, to: .ongoing, on: .of("2021-02-01"))
    var told: [String] = []
    for state in [Exchange.State.completed, .reported, .validated] {
      let result = try store.exchanges.take(state, code, on: .of("2021-06-01"))
      told.append("\(state.rawValue) \(result.warnings.count)")
    }
    #expect(told == ["completed 0", "reported 2", "validated 2"])
    #expect(try store.exchanges.check(code).breaches.count { $0.toldFrom != nil } == 2)
  }

  @Test func `check 9: what was paid too soon stays a breach`() throws {
    let stay = try CheckInput.week().with {
      $0.paidOn = try .of("2020-11-18")
      $0.paid = Money(cents: 83_000)
      $0.papers = ["closing-report", "stay-proof", "travel-proof"]
    }
    #expect(
      try stay.refusal()
        == "EX-001 was paid without validation of the closing report. "
        + "(rule payment-needs-report, \(Self.clamtex))")
  }

  @Test(
    arguments: [
      ("2020-11-23", nil), ("2020-11-24", "it is 1 day overdue."),
      ("2020-12-03", "it is 10 days overdue."),
    ] as [(String, String?)])
  func `check 9: ten days after completion the payment is overdue`(
    today: String, overdue: String?
  ) throws {
    let stay = try CheckInput.week(today: today).with { $0.completedOn = try .of("2020-11-13") }
    let found = try stay.breaches()
    guard let overdue else { return #expect(found == []) }
    #expect(found.map(\.brief) == ["payment-term warning"])
    #expect(
      found.map(\.message) == [
        "EX-001 was completed on 2020-11-13 and had to be paid by 2020-11-23; \(overdue)"
      ])
  }

  @Test func `check 9: a late payment is told, one in time is not`() throws {
    let stay = try CheckInput.week(today: "2021-03-01").with {
      $0.completedOn = try .of("2020-11-13")
      $0.validatedOn = try .of("2020-11-18")
      $0.papers = ["closing-report", "stay-proof", "travel-proof"]
    }
    #expect(try stay.with { $0.paidOn = try .of("2020-11-23") }.breaches() == [])
    #expect(
      try stay.with { $0.paidOn = try .of("2020-11-25") }.breaches().map(\.message) == [
        "EX-001 was completed on 2020-11-13 and had to be paid by 2020-11-23; it was paid on "
          + "2020-11-25, 2 days late."
      ])
  }

  @Test func `check 10: a virtual exchange with an amount is refused`() throws {
    let stay = try CheckInput.week(mode: .virtual)
    let refusal =
      "EX-001 is virtual and has an amount of 0.01 EUR; the maximum is 0.00 EUR. "
      + "(rule virtual-unfunded, SPI)"
    #expect(try stay.with { $0.agreed = Money(cents: 1) }.refusal() == refusal)
    #expect(try stay.with { $0.paid = Money(cents: 1) }.refusal() == refusal)
    #expect(try stay.with { $0.agreed = Money(cents: 0) }.breaches() == [])
    #expect(try RuleBook.standard.lumpSum(for: stay.stay, distance: stay.distance) == nil)
  }

  @Test func `check 10: after its end date a virtual exchange is warned of`() throws {
    func found(_ first: String, _ last: String) throws -> [String] {
      try CheckInput.week(first, last, mode: .virtual).breaches().map {
        "\($0.brief): \($0.message)"
      }
    }
    #expect(try found("2020-12-28", "2020-12-31") == [])
    #expect(
      try found("2020-12-28", "2021-01-01") == [
        "virtual-allowed warning: The virtual exchange ends on 2021-01-01; they were allowed "
          + "until 2020-12-31."
      ])
    #expect(
      try found("2020-02-28", "2020-03-02") == [
        "virtual-allowed warning: The virtual exchange starts on 2020-02-28; they are allowed "
          + "from 2020-03-01."
      ])
  }

  @Test func `check 11: a visitor of another partnership does not count`() throws {
    let stay = try CheckInput.week(today: "2021-03-01").with {
      $0.visitor.partnership = "Water Alliance"
      $0.completedOn = try .of("2020-11-13")
    }
    let found = try stay.breaches()
    #expect(found.map(\.brief) == ["kpi-count note"])
    #expect(
      found.map(\.message) == [
        "EX-001 is managed and paid by Water Alliance: it counts neither towards the 50 exchanges "
          + "nor towards the costs of category C."
      ])
    #expect(found.filter(\.stands) == [])
  }

  @Test func `every rule that can be broken is among those an exchange is held against`() throws {
    for id in ExchangeCheck.checkedRules { _ = try RuleBook.standard.rule(id) }
    let worst = try CheckInput.week(from: "CH", to: "CH", "2020-11-14", "2020-11-15").with {
      $0.visitor = .init(name: "Aqua", category: "large-company", partnership: "Else")
      $0.host = .init(name: "Plasma", category: "sme")
      $0.isBeingPaid = true
    }
    let rules = try worst.breaches().map(\.rule)
    #expect(rules.filter { !ExchangeCheck.checkedRules.contains($0) } == [])
    #expect(
      rules == [
        "countries-differ", "eligible-country", "eligible-country", "minimum-stay",
        "visitor-category", "host-approval", "kpi-count", "payment-needs-report",
      ])
  }
}
