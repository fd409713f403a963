import Basics
import Tabular
import Testing

@testable import BluesCore

/// What is asked before a lock, and what a statement warns of, by name and with its exact text.
@Suite struct `Every named check of a statement and of a lock` {
  private func warnings(_ store: Store, _ period: String = "RP1") throws -> [String] {
    let ledger = try store.statements.ledger()
    return try store.statements.warnings(
      of: ledger.statement(of: "NP", in: period), in: ledger
    ).map { "\($0.rule) \($0.source): \($0.message)" }
  }

  @Test func `indirect-costs, requested-above-maximum, partner-maximum, certificate`() throws {
    let store = try Store.blues(on: "2021-02-10")
    _ = try store.costs.add(
      .init("K1"), Costs.texts(["category": "B", "foreseen": "yes", "amount": "1000.00"]))
    #expect(
      try warnings(store) == [
        "indirect-costs grant agreement: If your article 6.2.E has no exclusion: 70.00 EUR more of "
          + "indirect costs."
      ])
    _ = try store.statements.say("NP", in: "RP1", requested: Money(cents: 75_000), receipts: nil)
    _ = try store.costs.set(.init("K1"), ["amount": "900.00"])
    _ = try store.grantFigures.set("certificate", "amount", to: "600 EUR", because: "Amendment")
    _ = try store.budget.add(
      .init("B1"), ["partner": "NP", "category": "B", "amount": "800.00"])
    #expect(
      try warnings(store) == [
        "requested-above-maximum NP: 750.00 EUR was asked for; the maximum is 675.00 EUR now, and no "
          + "more is requested.",
        "indirect-costs grant agreement: If your article 6.2.E has no exclusion: 63.00 EUR more of "
          + "indirect costs.",
        "partner-maximum NP: 675.00 EUR requested to date, and the budget has 600.00 EUR.",
        "certificate NP: 675.00 EUR requested to date: from 600.00 EUR a certificate is due.",
      ])
  }

  @Test func `after-the-lock`() throws {
    let store = try Store.blues(on: "2022-03-10")
    for period in ["RP1", "RP2"] {
      _ = try store.periodCheck.lock(period, on: .of("2022-03-10"), because: "Due")
    }
    _ = try store.costs.add(.init("K1"), Costs.texts())
    let ledger = try store.statements.ledger()
    let told = try store.statements.warnings(
      of: ledger.statement(of: "NP", in: "RP1"), in: ledger
    ).filter { $0.rule == "after-the-lock" }
    #expect(
      told.map { "\($0.source): \($0.message)" } == [
        "K1: 100.00 EUR came after RP1 was locked, and no open period follows."
      ])
  }

  @Test func `rates-so-far, in the statement and before the lock`() throws {
    let store = try Store.blues(on: "2020-09-01")
    let rates = "Date,CZK\n2020-08-31,26.00\n2020-02-03,25.00\n"
    _ = try store.exchangeRates.take(
      RateFile(.bytes(Array(rates.utf8)), named: "rates"), named: "rates")
    _ = try store.costs.add(.init("K1"), Costs.texts(["currency": "CZK"]))
    let sentence =
      "RP1 runs until 2021-01-31: CZK is converted by the average of the rates so far (2 days to "
      + "2020-08-31), which changes."
    #expect(try warnings(store) == ["rates-so-far CZK: \(sentence)"])
    let missing = try store.periodCheck.missing(in: "RP1").filter { $0.requirement == "figures" }
    #expect(
      missing.map { "\($0.what) | \($0.command)" } == [
        "\(sentence) | blues partner rate set CZK --period RP1 --rate N --because \"…\""
      ])
  }

  /// What each requirement of a lock says of a project that lacks all of them.
  private static let asked = [
    "period-end": "RP2 The period ends on 2022-01-31.",
    "earlier-period": "RP1 The period before is still open.",
    "justifications": "D1.1 No justification: Study, due 2021-03-31.",
    "forecasts": "MS1 No forecast: Start, due 2021-03-31.",
    "risk-states": "R1 No state of play: Bans.",
    "indicator-readings": "I1 No reading: Firms.",
    "actions": "ACT1 Open: Send, due 2021-03-15.",
    "figures": "NP-1 8.00 hours in 2021-03 have no rate of pay.",
    "costs": "K1 K1: It has no receipt.",
    "hours": "NP-1 NP-1 has 4.00 hours on 2022-02-07, outside the action from 2020-02-01 to "
      + "2022-01-31. No statement counts them.",
    "late-hours": "NP-1 NP-1, 2020-05: of 1 entry 1 not signed, 1 not approved.",
  ]

  @Test func `each requirement of a lock`() throws {
    #expect(Set(Self.asked.keys) == Set(PeriodCheck.requirements.map { $0.name }))
    let store = try Store.blues(on: "2021-06-30")
    _ = try store.deliverables.add(.init("D1.1"), ["title": "Study", "due": "M14"])
    _ = try store.milestones.add(.init("MS1"), ["title": "Start", "due": "M14"])
    _ = try store.risks.add(.init("R1"), ["title": "Bans"])
    _ = try store.indicators.add(.init("I1"), ["title": "Firms", "target": "4"])
    _ = try store.actions.add(.init("ACT1"), ["title": "Send", "due_on": "2021-03-15"])
    _ = try store.persons.add(.init("NP-1"), ["partner": "NP"])
    _ = try store.personRates.add(
      .init("NP-1@2020-02-01"), ["annual_cost": "17200", "to": "2020-12-31"])
    func missing() throws -> [String: [String]] {
      Dictionary(grouping: try store.periodCheck.missing(in: "RP2"), by: \.requirement)
        .mapValues { $0.map { "\($0.code) \($0.what)" } }
    }
    #expect(try missing()["earlier-period"] == [#require(Self.asked["earlier-period"])])
    _ = try store.periodCheck.lock("RP1", on: .of("2021-06-30"), because: "Due")
    for (worked, hours) in [("2020-05", "8"), ("2021-03", "8"), ("2022-02-07", "4")] {
      _ = try store.timesheets.add(
        .init(
          person: "NP-1", worked: #require(WorkDate(stored: worked)), workPackage: .init("WP1")),
        #require(Hours(hours)))
    }
    _ = try store.costs.add(
      .init("K1"), Costs.texts(["incurred_on": "2021-03-03", "evidence": ""]))
    let found = try missing()
    for (name, text) in Self.asked where name != "earlier-period" {
      #expect(found[name]?.first == text, "\(name): \(found[name] ?? [])")
    }
  }
}
