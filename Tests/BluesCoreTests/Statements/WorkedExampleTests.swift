import Basics
import Testing

@testable import BluesCore

/// The worked example of the written rule: period RP1, books in CZK, three rates.
@Suite struct `The worked example` {
  static let czk = LedgerRates.Rate(
    sum: Fraction(7636, over: 100) ?? .zero, count: 3, from: Day(iso: "2020-02-03"),
    to: Day(iso: "2021-01-29"))
  static let rates = LedgerRates(["RP1": [.czk: czk]])

  static func personnel() throws -> [PersonnelLine] {
    try [(3750, 1, 1_569_767), (2000, 5, 837_209)].map { hours, package, cents in
      PersonnelLine(
        partner: try PartnerCode("NP"), person: "NP-1", category: "A.1",
        workPackage: WorkPackageCode(number: package), month: try .of("2020-05-01"), hours: hours,
        annualCost: Money(cents: 72_000_000, currency: .czk), productiveHours: 172_000,
        amount: Money(cents: cents, currency: .czk))
    }
  }

  static func ledger() throws -> Ledger {
    let store = try Store.blues()
    _ = try store.costs.add(
      .init("K1"),
      Costs.texts([
        "amount": "12345.60", "vat": "2592.58", "currency": "CZK", "foreseen": "yes",
      ]))
    _ = try store.costs.add(
      .init("K2"),
      Costs.texts([
        "category": "B", "work_package": "WP2", "description": "Study", "amount": "1000.00",
        "foreseen": "yes",
      ]))
    var ledger = try store.statements.ledger(rates: rates, personnel: personnel())
    try ledger.add(payments: [
      SupportPayment(
        exchange: .init("EX-001"), partner: "NP", visitor: "Aguas Norte", on: .of("2020-09-14"),
        amount: Money(cents: 41_500))
    ])
    return ledger
  }

  @Test func `every line becomes euro to the cent`() throws {
    let statement = try Self.ledger().statement(of: "NP", in: "RP1")
    #expect(
      statement.lines.map { "\($0.source) \($0.category) \($0.euro)" } == [
        "NP-1 2020-05 A.1 616.72 EUR", "NP-1 2020-05 A.1 328.92 EUR", "K2 B 1000.00 EUR",
        "EX-001 C 415.00 EUR", "K1 D.1 586.89 EUR",
      ])
  }

  @Test func `the statement adds up`() throws {
    let statement = try Self.ledger().statement(of: "NP", in: "RP1")
    #expect(statement.total(of: "A") == Money(cents: 94_564))
    #expect(statement.total(of: "D") == Money(cents: 58_689))
    #expect(statement.indirectBase == Money(cents: 153_253))
    #expect(statement.total(of: "E") == Money(cents: 10_728))
    #expect(statement.directCosts == Money(cents: 294_753))
    #expect(statement.totalCosts == Money(cents: 305_481))
    #expect(statement.contributions.map(\.contribution.cents) == [197_986, 41_500])
    #expect(statement.maximumContribution == Money(cents: 239_486))
    #expect(statement.requestedContribution == Money(cents: 239_486))
    // 7 % of 2947.53 is 206.3271, so 99.05 more than 107.28.
    #expect(statement.withoutExclusions == Money(cents: 9_905))
    #expect(Self.czk.average?.text(decimals: 6) == "25.453333")
  }

  @Test func `a figure is explained down to the receipt`() throws {
    let statement = try Self.ledger().statement(of: "NP", in: "RP1")
    #expect(
      try statement.explanation(of: "d.1").lines.map(\.arithmetic) == [
        "12345.60 CZK + VAT 2592.58 CZK = 14938.18 CZK; 14938.18 x 3 / 76.36 = 586.89 EUR"
      ])
    #expect(
      try statement.explanation(of: "A.1").lines.map(\.arithmetic) == [
        "37.5 h x 720000.00 CZK / 1720 h = 15697.67 CZK; 15697.67 x 3 / 76.36 "
          + "= 616.72 EUR",
        "20 h x 720000.00 CZK / 1720 h = 8372.09 CZK; 8372.09 x 3 / 76.36 "
          + "= 328.92 EUR",
      ])
    #expect(
      try statement.explanation(of: "E").lines.map(\.arithmetic) == [
        "7 % x 1532.53 EUR = 107.28 EUR"
      ])
    let maximum = try statement.explanation(of: "maximum_contribution")
    #expect(
      maximum.lines.map(\.arithmetic) == [
        "75 % x 2639.81 EUR = 1979.86 EUR", "100 % x 415.00 EUR = 415.00 EUR",
      ])
    #expect(maximum.value == Money(cents: 239_486))
    for figure in statement.figures {
      let explained = try statement.explanation(of: figure)
      #expect(
        explained.lines.reduce(0) { $0 + $1.amount.cents } == explained.value.cents, "\(figure)")
    }
    #expect(throws: LedgerProblem.noFigure("profit", known: statement.figures)) {
      try statement.explanation(of: "profit")
    }
  }

  @Test func `the summary and every view have the same total`() throws {
    let ledger = try Self.ledger()
    let summary = StatementSummary(ledger.statements(in: "RP1"), partners: ledger.partners)
    #expect(summary.total.totalCosts == Money(cents: 305_481))
    #expect(summary.total.requestedContribution == Money(cents: 239_486))
    let packages = ledger.view(by: .workPackage, in: "RP1")
    // E of 107.28 by 616.72 of WP1 and 915.81 of WP5.
    #expect(
      packages.map { "\($0.key) \($0.total.decimal)" } == [
        "WP1 659.89", "WP2 1000.00", "WP5 979.92", " 415.00",
      ])
    for grouping in LedgerGrouping.allCases {
      let total = ledger.view(by: grouping, in: "RP1").reduce(0) { $0 + $1.total.cents }
      #expect(total == 305_481, "\(grouping)")
    }
  }

  @Test func `the use of resources lists what the officers ask for`() throws {
    let used = try Self.ledger().statement(of: "NP", in: "RP1")
      .useOfResources(share: Percent("15 %"))
    #expect(
      used.map { "\($0.category) \($0.workPackage ?? 0) \($0.description) \($0.amount.decimal)" }
        == [
          "A.1 1 0.26 person-months 616.72", "A.1 5 0.14 person-months 328.92",
          "B 2 Study 1000.00", "C 0 Lump sum of Aguas Norte 415.00", "D.1 5 Train 586.89",
        ])
  }

  @Test func `a currency without a rate is refused, with what to fetch`() throws {
    let store = try Store.blues()
    _ = try store.costs.add(.init("K1"), Costs.texts(["currency": "PLN"]))
    let problem = #expect(throws: UnratedLine.self) { try store.statements.ledger() }
    #expect(
      problem?.message
        == "K1 of NP, 100.00 PLN: PLN has no rate in RP1, from 2020-02-01 to 2021-01-31.")
    #expect(problem?.kind == .missingInput)
    #expect(throws: LedgerRateProblem.none(.pln, period: "RP2")) {
      try LedgerRates().euro(Money(cents: 1, currency: .pln), in: "RP2")
    }
    let byHand = LedgerRates.Rate(
      sum: Fraction(44_430, over: 10_000) ?? .zero, count: 1, isSetByHand: true)
    let rates = LedgerRates(["RP1": [.pln: byHand]])
    let line = try #require(try store.statements.ledger(rates: rates).lines.first)
    #expect(line.euro == Money(cents: 2_251))
    #expect(line.arithmetic == "100.00 PLN; 100.00 / 4.443 = 22.51 EUR")
  }

  @Test func `a partner asks for less than the maximum, never for more`() throws {
    let store = try Store.blues()
    _ = try store.costs.add(.init("K1"), Costs.texts())
    let statement = try store.statements.say(
      "np", in: "rp1", requested: Money(cents: 5_000), receipts: nil)
    #expect(statement.maximumContribution == Money(cents: 8_025))
    #expect(statement.requestedContribution == Money(cents: 5_000))
    #expect(throws: StatementProblem.aboveMaximum(Money(cents: 8_026), Money(cents: 8_025))) {
      try store.statements.say("NP", in: "RP1", requested: Money(cents: 8_026), receipts: nil)
    }
    #expect(throws: StatementProblem.receiptsTooEarly("RP1")) {
      try store.statements.say("NP", in: "RP1", requested: nil, receipts: Money(cents: 1))
    }
    _ = try store.history.undo()
    let again = try store.statements.ledger().statement(of: "NP", in: "RP1")
    #expect(again.requestedContribution == Money(cents: 8_025))
  }
}
