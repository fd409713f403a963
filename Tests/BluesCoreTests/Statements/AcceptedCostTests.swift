import Basics
import Documents
import Testing

@testable import BluesCore

/// Accepted costs, the shares of the partners, and whether the grant makes a profit.
@Suite struct `Accepted costs and the balance` {
  let store: Store

  init() throws {
    store = try Store.blues(on: "2022-03-10")
    _ = try store.costs.add(.init("K1"), Costs.texts(["amount": "1000.00"]))
    _ = try store.costs.add(
      .init("K2"),
      Costs.texts(["amount": "500.00", "partner": "AV", "incurred_on": "2021-05-05"]))
  }

  private func close(_ period: String, _ figures: [AcceptedFigure] = []) throws {
    let day = try Day.of("2022-03-10")
    _ = try store.periodCheck.lock(period, on: day, because: "Due")
    _ = try store.periods.submit(period, on: day)
    _ = try store.statements.accept(period, on: day, figures)
  }

  private func rows() throws -> [String] {
    try #require(try store.statements.balance()).rows.map {
      "\($0.period) \($0.declared.decimal) \($0.accepted.decimal) \($0.contribution.decimal) "
        + "\($0.basis.rawValue)"
    }
  }

  private func report() throws -> String {
    try String(
      decoding: store.paymentReport.document().bytes(.init(format: .text)), as: UTF8.self)
  }

  @Test func `one partner and category has one figure`() throws {
    let (one, other) = (
      AcceptedFigure(partner: "NP", category: "D.1", cents: 10_000),
      AcceptedFigure(partner: "NP", category: "D.1", cents: 5_000)
    )
    #expect(throws: AcceptanceProblem.twice(one, other)) { try close("RP1", [one, other]) }
    #expect(
      AcceptanceProblem.twice(one, other).message
        == "NP has two accepted amounts of D.1: 100.00 EUR and 50.00 EUR.")
  }

  @Test func `figures of an acceptance before the period was opened again can be told`() throws {
    let figure = AcceptedFigure(partner: "NP", category: "D.1", cents: 90_000)
    try close("RP1", [figure])
    #expect(try store.statements.formerFigures(of: "RP1") == [])
    _ = try store.periods.reopen("RP1", on: .of("2022-03-10"), because: "x")
    #expect(try store.statements.formerFigures(of: "RP1") == [figure])
    try close("RP1")
    #expect(try store.statements.formerFigures(of: "RP1") == [figure])
    #expect(try rows().first == "RP1 1070.00 1070.00 802.50 accepted as declared")
  }

  @Test func `declared costs are taken for accepted ones until the Agency says otherwise`() throws {
    #expect(
      try rows() == [
        "RP1 1070.00 1070.00 802.50 declared", "RP2 535.00 535.00 401.25 declared",
      ])
    #expect(try report().contains("Declared costs are taken for accepted ones in RP1, RP2."))
    #expect(try report().contains("No costs are accepted yet"))
    try close("RP1", [AcceptedFigure(partner: "NP", category: "D.1", cents: 90_000)])
    #expect(
      try rows() == [
        "RP1 1070.00 963.00 722.25 accepted", "RP2 535.00 535.00 401.25 declared",
      ])
    #expect(
      try report().contains("A period is still open: the balance is that of the maximum grant."))
    try close("RP2")
    #expect(try rows().last == "RP2 535.00 535.00 401.25 accepted as declared")
    #expect(
      try report().contains(
        "The balance is the contribution of all periods, at most the maximum grant."))
    #expect(try report().contains("Still to be received        1123.50 EUR"))
    for _ in 0..<6 { _ = try store.history.undo() }
    #expect(try rows().first == "RP1 1070.00 1070.00 802.50 declared")
  }

  @Test func `indirect costs follow their base unless they are named`() throws {
    let statement = try store.statements.ledger().statement(of: "NP", in: "RP1")
    #expect(AcceptedStatement(statement, ["D.1": 90_000]).sums["E"] == 6_300)
    #expect(AcceptedStatement(statement, ["D.1": 90_000, "E": 5_000]).costs.decimal == "950.00")
    #expect(AcceptedStatement(statement, [:]).sums["E"] == 7_000)
  }

  @Test func `accepted figures are read, and never above what was declared`() throws {
    let categories = try store.costCategories()
    #expect(
      try AcceptedFigure.read("np d.1 900.00, AV Travel 90", partners: ["NP", "AV"], categories)
        == [
          AcceptedFigure(partner: "NP", category: "D.1", cents: 90_000),
          AcceptedFigure(partner: "AV", category: "D.1", cents: 9_000),
        ])
    #expect(throws: AcceptanceProblem.unreadable("XX D.1 1")) {
      try AcceptedFigure.read("XX D.1 1", partners: ["NP"], categories)
    }
    let much = AcceptedFigure(partner: "NP", category: "D.1", cents: 100_001)
    #expect(
      throws: AcceptanceProblem.aboveDeclared(much, Money(cents: 100_000), "RP1")
    ) { try close("RP1", [much]) }
    #expect(
      AcceptanceProblem.aboveDeclared(much, Money(cents: 100_000), "RP1").message
        == "NP declared 1000.00 EUR of D.1 in RP1, less than 1000.01 EUR.")
  }

  @Test func `receipts that bring a profit are told`() throws {
    _ = try store.statements.say("NP", in: "RP2", requested: nil, receipts: Money(cents: 50_000))
    // 802.50 + 401.25 + 500.00 - 1605.00.
    #expect(try #require(try store.statements.balance()).profit.decimal == "98.75")
    #expect(
      try report().contains(
        "Grant and receipts are 98.75 EUR above the accepted costs: the grant must not make a "
          + "profit"))
    _ = try store.statements.say("NP", in: "RP2", requested: nil, receipts: Money(cents: 40_125))
    #expect(try #require(try store.statements.balance()).profit == .zero())
    #expect(try !report().contains("must not make a profit"))
  }

  @Test func `shares are those of the contribution in the budget`() throws {
    for (code, partner, category, amount) in [
      ("B1", "NP", "D.1", "1000.00"), ("B2", "AV", "C", "802.50"), ("B3", "AV", "B", "1000.00"),
    ] {
      _ = try store.budget.add(
        .init(code),
        Changes(
          ["partner": partner, "category": category, "amount": amount].mapValues { [$0] }))
    }
    let shares = try PaymentShares.of(store)
    // 75 % of 1070.00; 75 % of 1000.00 and 802.50 in full.
    #expect(
      shares.shares.map { "\($0.partner) \($0.weight)" } == [
        "BNPT 0", "AV 155250", "MCICT 0", "NP 80250", "ZINNAE 0",
      ])
    #expect(
      shares.source == "The shares are those of the contribution in the budget as signed.")
    _ = try store.budget.add(
      .init("B4"),
      ["partner": "NP", "category": "D.1", "amount": "1000.00", "amendment": "1"])
    #expect(
      try PaymentShares.of(store).source
        == "The shares are those of the contribution in the budget with amendment 1.")
  }

  @Test func `a share that is set leaves the rest to the others`() throws {
    for (code, partner, amount) in [("B1", "NP", "1000.00"), ("B2", "AV", "2000.00")] {
      _ = try store.budget.add(
        .init(code),
        Changes(["partner": partner, "category": "B", "amount": amount].mapValues { [$0] }))
    }
    _ = try store.grantPayments.add(
      .init("PAY1"), ["kind": "pre-financing", "amount": "900.01", "paid_on": "2020-03-02"])
    #expect(throws: ShareProblem.reasonMissing("BNPT")) {
      try store.setShares.set("BNPT", to: Percent("10 %"), because: " ")
    }
    #expect(
      try store.setShares.set("bnpt", to: Percent("10 %"), because: "Article 7") == "BNPT")
    let figures = try PaymentFigures.of(store)
    #expect(
      figures.lines.map { "\($0.partner) \($0.share) \($0.due.decimal)" } == [
        "BNPT 1000 90.00", "AV 6000 540.01", "MCICT 0 0.00", "NP 3000 270.00", "ZINNAE 0 0.00",
      ])
    #expect(
      figures.shares.source
        == "The shares are those of the contribution in the budget as signed. Set otherwise: "
        + "BNPT 10 % (Article 7).")
    #expect(throws: ShareProblem.above(try Percent("100.01 %"))) {
      try store.setShares.set("NP", to: Percent("90.01 %"), because: "Article 7")
    }
    _ = try store.setShares.set("BNPT", to: nil, because: nil)
    #expect(try PaymentFigures.of(store).lines.map(\.share) == [0, 6667, 0, 3333, 0])
  }

  @Test func `a certificate is due from what is requested to date`() throws {
    _ = try store.grantFigures.set(
      "certificate", "amount", to: "900.00 EUR", because: "Amendment 1")
    _ = try store.costs.add(
      .init("K3"), Costs.texts(["amount": "200.00", "incurred_on": "2021-05-05"]))
    let ledger = try store.statements.ledger()
    // 802.50 in RP1, and 160.50 in RP2.
    let told = try ["RP1", "RP2"].map { period in
      try store.statements.warnings(of: ledger.statement(of: "NP", in: period), in: ledger)
        .filter { $0.rule == "certificate" }.map(\.message)
    }
    #expect(
      told == [
        [], ["963.00 EUR requested to date: from 900.00 EUR a certificate is due."],
      ])
  }

  @Test func `more than the budget has for a partner is told`() throws {
    func told() throws -> [String] {
      let ledger = try store.statements.ledger()
      return try store.statements.warnings(of: ledger.statement(of: "NP", in: "RP1"), in: ledger)
        .filter { $0.rule == "partner-maximum" }.map(\.message)
    }
    #expect(try told() == [])
    _ = try store.budget.add(
      .init("B1"), ["partner": "NP", "category": "D.1", "amount": "1000.00"])
    #expect(try told() == [])
    _ = try store.budget.set(.init("B1"), ["amount": "999.98"])
    // 75 % of 999.98 and 70.00 is 802.485, which is 802.49.
    #expect(try told() == ["802.50 EUR requested to date, and the budget has 802.49 EUR."])
  }
}
