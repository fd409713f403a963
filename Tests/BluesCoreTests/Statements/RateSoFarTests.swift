import Basics
import Documents
import Tabular
import Testing

@testable import BluesCore

/// A period that is not over yet has no final exchange rates; its figures are shown by those so far.
@Suite struct `Rates of a running period` {
  let store: Store

  init() throws {
    store = try Store.blues(on: "2021-06-30")
    let rates = "Date,CZK\n2021-04-06,25.5\n2021-02-01,25\n2021-01-29,26\n2020-02-03,26\n"
    _ = try store.exchangeRates.take(
      RateFile(.bytes(Array(rates.utf8)), named: "rates"), named: "rates")
    _ = try store.costs.add(
      .init("K1"),
      Costs.texts(["amount": "505.00", "currency": "CZK", "incurred_on": "2021-04-05"]))
  }

  private static let message =
    "RP2 runs until 2022-01-31: CZK is converted by the average of the rates so far "
    + "(2 days to 2021-04-06), which changes."

  @Test func `convert by their average so far, and pages say so`() throws {
    let ledger = try store.statements.ledger()
    #expect(ledger.lines.map(\.euro) == [Money(cents: 2_000)])
    let warnings = try store.statements.warnings(
      of: ledger.statement(of: "NP", in: "RP2"), in: ledger)
    #expect(warnings.filter { $0.rule == "rates-so-far" }.map(\.message) == [Self.message])
    for document in [
      try SummaryReport(store: store).document(), try store.budgetReport.document(),
    ] {
      #expect(document.blocks.contains(.note(Self.message, .warning)))
    }
    #expect(
      !(try SummaryReport(store: store).document(ReportRequest(texts: ["period": "RP1"]))).blocks
        .contains(.note(Self.message, .warning)))
  }

  @Test func `are no figures that can be locked`() throws {
    let missing = try store.periodCheck.missing(in: "RP2").filter(\.isFigure)
    #expect(missing.map(\.what) == [Self.message])
    #expect(
      missing.map(\.command) == [
        "blues partner rate set CZK --period RP2 --rate N --because \"…\""
      ])
    _ = try store.exchangeRates.set(
      .czk, in: "RP2", to: #require(ExactRate(Array("25".utf8))), because: "The Agency says so")
    #expect(try store.periodCheck.missing(in: "RP2").filter(\.isFigure) == [])
  }

  @Test func `are refused once the period is over`() throws {
    let later = try store.on("2022-02-10")
    let refused = #expect(throws: UnratedLine.self) { try later.statements.ledger() }
    #expect(
      refused?.message
        == "K1 of NP, 505.00 CZK: The exchange rates end on 2021-04-06, before RP2 ends on 2022-01-31."
    )
  }

  @Test func `that are not there stop no earlier period, whose pages name what is not counted`()
    throws
  {
    _ = try store.costs.add(
      .init("K2"),
      Costs.texts(["currency": "PLN", "incurred_on": "2021-05-03", "invoice": "2"]))
    #expect(throws: UnratedLine.self) { try store.budgetReport.document() }
    let first = try SummaryReport(store: store).document(ReportRequest(texts: ["period": "RP1"]))
    #expect(
      first.blocks.contains(
        .note(
          "Not counted: K2 of NP, 100.00 PLN: PLN has no rate in RP2, from 2021-02-01 to 2022-01-31.",
          .warning)))
  }
}
