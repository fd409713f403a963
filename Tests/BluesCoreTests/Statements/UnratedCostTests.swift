import Basics
import Testing

@testable import BluesCore

/// A currency without a rate stops the statement that it is of, and no other.
@Suite struct `A cost without an exchange rate` {
  let store: Store

  init() throws {
    store = try Store.blues(on: "2021-02-10")
    _ = try store.costs.add(.init("K1"), Costs.texts(["amount": "100.00"]))
    _ = try store.costs.add(
      .init("K2"), Costs.texts(["partner": "ZINNAE", "currency": "SEK", "invoice": "2"]))
  }

  private func report(_ partner: String, _ period: String = "RP1") throws {
    _ = try FinancialReport(store: store).document(
      ReportRequest(texts: ["partner": partner, "period": period]))
  }

  @Test func `is named with its partner, and the statements of others work`() throws {
    try report("NP")
    try report("ZINNAE", "RP2")
    let found = #expect(throws: UnratedLine.self) { try report("ZINNAE") }
    #expect(
      found?.message
        == "K2 of ZINNAE, 100.00 SEK: SEK has no rate in RP1, from 2020-02-01 to 2021-01-31.")
    #expect(throws: UnratedLine.self) { try SummaryReport(store: store).document() }
    #expect(throws: UnratedLine.self) { try store.budgetReport.document() }
  }

  @Test func `is a figure that the lock of its period lacks`() throws {
    let missing = try store.periodCheck.missing(in: "RP1").filter(\.isFigure)
    #expect(missing.map(\.code) == ["K2"])
    #expect(try store.periodCheck.missing(in: "RP2").filter(\.isFigure) == [])
  }

  @Test func `is one figure with the others that lack its rate`() throws {
    for (code, currency) in [("K3", "SEK"), ("K4", "SEK"), ("K5", "NOK"), ("K6", "NOK")] {
      _ = try store.costs.add(
        .init(code), Costs.texts(["partner": "AV", "currency": currency, "invoice": code]))
    }
    #expect(
      try store.periodCheck.missing(in: "RP1").filter(\.isFigure).map(\.what) == [
        "K2 of ZINNAE, 100.00 SEK: SEK has no rate in RP1, from 2020-02-01 to 2021-01-31. "
          + "2 more lines lack it.",
        "K5 of AV, 100.00 NOK: NOK has no rate in RP1, from 2020-02-01 to 2021-01-31. "
          + "1 more line lacks it.",
      ])
  }

  @Test func `is in a currency of ISO 4217, or in one that has a rate`() throws {
    #expect(throws: (any Error).self) {
      try store.costs.set(.init("K1"), ["currency": "XXX"])
    }
    #expect(throws: (any Error).self) {
      try store.costs.set(.init("K1"), ["amount": "12 QQQ"])
    }
    _ = try store.exchangeRates.set(
      #require(Currency("QQQ")), in: "RP1", to: #require(ExactRate(Array("2".utf8))),
      because: "A test")
    #expect(try store.costs.set(.init("K1"), ["currency": "QQQ"]).currency.code == "QQQ")
  }

  @Test func `of a list is looked up among all rates that there are`() throws {
    _ = try store.exchangeRates.set(
      #require(Currency("SEK")), in: "RP1", to: #require(ExactRate(Array("10".utf8))),
      because: "x")
    try store.costs.remove(.init("K2"))
    let rule = try store.read { db in
      let context = try RecordContext(db, store.invocation, store.hooks)
      var cost = CostLine(code: try .init("K3"))
      cost.currency = try #require(Currency("SEK"))
      cost.incurredOn = try .of("2020-05-01")
      return try CostCheck(context, ofList: true).findings(of: cost).map(\.rule)
    }
    #expect(!rule.contains(.noRate))
  }
}
