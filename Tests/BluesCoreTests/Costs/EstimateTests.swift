import Basics
import Documents
import Testing

@testable import BluesCore

/// What partners expect to spend between the reports, and what becomes of it in the budget report.
@Suite struct `Estimates between the reports` {
  let store: Store

  init() throws {
    store = try Store.blues(on: "2020-11-30")
    for (code, package, amount) in [("B1", "WP5", "1000.00"), ("B2", "WP2", "500.00")] {
      _ = try store.budget.add(
        .init(code),
        Changes(
          ["partner": "NP", "category": "D.1", "work_package": package, "amount": amount]
            .mapValues { [$0] }))
    }
  }

  private func add(_ code: String, _ month: String, _ amount: String) throws {
    _ = try store.estimates.add(
      .init(code),
      Changes(
        ["partner": "NP", "category": "D.1", "month": month, "amount": amount].mapValues { [$0] }))
  }

  private func view(_ period: String? = nil) throws -> BudgetView {
    let ledger = try store.statements.ledger()
    return BudgetView(
      try store.statements.budget(), ledger, open: [:], by: .line, in: period,
      elapsed: try #require(Fraction(1, over: 2)), alarm: try Percent("20 %"),
      estimates: CountedEstimates(try store.estimates.all(), ledger), lapse: try Percent("10 %"))
  }

  @Test func `a month is written as 2020-11, in words, or as its first day`() throws {
    try add("EST1", "2020-11", "500")
    try add("EST2", "2020-12-01", "300.00 EUR")
    try add("EST4", "Jan 2021", "1")
    try add("EST5", "02.2021", "1")
    #expect(
      try store.estimates.all().map { $0.month?.iso } == [
        "2020-11-01", "2020-12-01", "2021-01-01", "2021-02-01",
      ])
    for (month, amount) in [("2020-12-02", "5"), ("13.2020", "5"), ("2021-03", "5 CZK")] {
      #expect(throws: RecordProblem.self) { try add("EST3", month, amount) }
    }
    #expect(throws: EstimateProblem.sameFigure(try .init("EST1"), "NP", "D.1", "2020-11")) {
      try add("EST3", "2020-11", "5")
    }
    #expect(throws: CostProblem.indirect) {
      try store.estimates.add(
        .init("EST3"),
        ["partner": "NP", "category": "E", "month": "2020-11", "amount": "5"])
    }
  }

  @Test func `a list finds its estimates by partner, category and month`() throws {
    let list = "Partner,Category,Month,Amount\nNP,D.1,2020-11,500\nNP,D.1,2020-12-01,300\n"
    #expect(try store.importList(CostEstimate.register.list, list).counts == [2, 2, 0, 0, 0])
    let later = list.replacing("300", with: "350")
    #expect(try store.importList(CostEstimate.register.list, later).counts == [2, 0, 1, 1, 0])
    #expect(try store.estimates.all().map(\.amount) == [50_000, 35_000])
  }

  @Test func `an estimate counts until a cost of its month is recorded`() throws {
    try add("EST1", "2020-11", "600.00")
    try add("EST2", "2021-03", "300.01")
    #expect(
      try view().rows.map { row in
        "\(row.key.category ?? "") \(row.key.workPackage ?? 0): \(row.estimated) "
          + "\(row.projected.cents) \(row.lapses.cents) \(row.alarm?.rawValue ?? "")"
      } == [
        "D.1 2: 30000 30000 20000 lapses", "D.1 5: 60001 60001 39999 lapses",
        "E 2: 2100 2100 1400 lapses", "E 5: 4200 4200 2800 lapses",
      ])
    #expect(try view("RP2").total.estimated == 30_001 + 2_100)
    _ = try store.costs.add(
      .init("K1"), Costs.texts(["incurred_on": "2020-11-14", "amount": "900.00"]))
    let now = try view()
    #expect(now.total.estimated == 30_001 + 2_100)
    #expect(now.total.declared == 96_300)
    #expect(now.total.projected.cents == 128_401)
    #expect(now.total.lapses.cents == 160_500 - 128_401)
    let explained = CountedEstimates(
      try store.estimates.all(), try store.statements.ledger()
    ).explanation
    #expect(explained.value == Money(cents: 30_001))
    #expect(
      explained.lines.map { "\($0.source) \($0.description): \($0.arithmetic)" } == [
        "EST1 D.1 of NP, 2020-11: 600.00 EUR covered: K1",
        "EST2 D.1 of NP, 2021-03: 300.01 EUR",
      ])
  }

  @Test func `more than the budget is an alarm beyond the share of the rule`() throws {
    try add("EST1", "2020-11", "1650.00")
    #expect(try view().total.alarm == nil)
    _ = try store.estimates.set(.init("EST1"), ["amount": "1650.15"])
    #expect(try view().total.alarm == .exceeds)
  }

  @Test func `the month of a locked period is covered`() throws {
    try add("EST1", "2020-11", "600.00")
    let later = try store.on("2021-02-10")
    _ = try later.periodCheck.lock("RP1", on: .of("2021-02-10"), because: "Due tonight")
    let counted = CountedEstimates(
      try later.estimates.all(), try later.statements.ledger())
    #expect(counted.entries.map(\.cover) == ["RP1 is locked"])
    #expect(counted.counted().isEmpty)
  }

  @Test func `the report says from where the alarm is`() throws {
    try add("EST1", "2020-11", "600.00")
    let text = String(
      decoding: try store.budgetReport.document().bytes(.init(format: .text)), as: UTF8.self)
    #expect(
      text.contains(
        "A projection with estimates that misses the budget by more than 10 % is an alarm (mark R, "
          + "rule lapse-alarm, OWN)."))
    _ = try store.grantFigures.set("lapse-alarm", "share", to: "70 %", because: "A quiet year")
    #expect(
      try store.budgetReport.document(ReportRequest(texts: ["explain": "estimated"])).title
        == "estimated of BLUES")
  }
}
