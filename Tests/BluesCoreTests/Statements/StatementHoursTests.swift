import Basics
import Testing

@testable import BluesCore

/// Hours that are in no cost, or do not pass their checks, are named in the statement.
@Suite struct `The hours of a statement` {
  let store: Store

  init() throws {
    store = try Store.blues(on: "2021-02-10")
    _ = try store.persons.add(.init("NP-1"), ["partner": "NP"])
    _ = try store.persons.add(.init("NP-2"), ["partner": "NP", "to": "2020-05-31"])
    _ = try store.personRates.add(
      .init("NP-2@2020-02-01"), ["annual_cost": "17200"])
    try add("NP-1", "2020-05-01")
    try add("NP-2", "2020-06-01")
  }

  private func add(_ person: String, _ month: String) throws {
    _ = try store.timesheets.add(
      .init(person: person, worked: .init(month: .of(month)), workPackage: .init("WP1")),
      #require(Hours("8")))
  }

  private func warnings(_ partner: String, _ period: String = "RP1") throws -> [String] {
    let ledger = try store.statements.ledger()
    return try store.statements.warnings(
      of: ledger.statement(of: partner, in: period), in: ledger
    ).map { "\($0.rule) \($0.source): \($0.message)" }
  }

  @Test func `are named with the command that gives the rate, and with their checks`() throws {
    #expect(
      try warnings("NP") == [
        "no-rate NP-1 2020-05: NP-1 has 8.00 hours in 2020-05 without a rate of pay: no cost "
          + "counts them. Add it: blues partner person rate add NP-1@2020-05-01 AMOUNT",
        "unsigned-timesheet NP-1 2020-05: NP-1, 2020-05: of 1 entry 1 not signed, 1 not approved.",
        "contract-dates NP-2 2020-06: NP-2 has 8.00 hours on 2020-06, after leaving on 2020-05-31.",
        "unsigned-timesheet NP-2 2020-06: NP-2, 2020-06: of 1 entry 1 not signed, 1 not approved.",
      ])
    #expect(try warnings("AV") == [])
    #expect(try warnings("NP", "RP2") == [])
  }

  @Test func `that came after the lock are asked for by the period that declares them`() throws {
    _ = try store.personRates.add(
      .init("NP-1@2020-02-01"), ["annual_cost": "17200"])
    _ = try store.periodCheck.lock("RP1", on: .of("2021-02-10"), because: "Due tonight")
    try add("NP-2", "2020-05-01")
    let missing = try store.periodCheck.missing(in: "RP2").filter { $0.requirement == "late-hours" }
    #expect(
      missing.map { "\($0.code): \($0.what) \($0.command)" } == [
        "NP-2: NP-2, 2020-05: of 1 entry 1 not signed, 1 not approved. blues wp effort sign NP-2 "
          + "2020-05 --on today --approved-on today --by \"…\""
      ])
    #expect(try warnings("NP", "RP2").count == 1)
  }

  @Test func `that the lock accepted are not asked for again`() throws {
    _ = try store.personRates.add(
      .init("NP-1@2020-02-01"), ["annual_cost": "17200"])
    _ = try store.periodCheck.lock("RP1", on: .of("2021-02-10"), because: "Due tonight")
    _ = try store.personRates.set(
      .init("NP-1@2020-02-01"), ["annual_cost": "20000"])
    #expect(
      try store.periodCheck.missing(in: "RP2").filter { $0.requirement == "late-hours" } == [])
  }

  @Test func `on days off are one line for a person and a month on a page`() throws {
    for day in ["2020-05-02", "2020-05-03", "2020-06-06", "2020-05-10"] {
      _ = try store.timesheets.add(
        .init(
          person: "NP-1", worked: #require(WorkDate(stored: day)), workPackage: .init("WP1")),
        #require(Hours("2")))
    }
    let items = try store.periodCheck.missing(in: "RP1").filter { $0.command.contains("remove") }
    #expect(items.count == 4)
    #expect(items.first?.command == "blues wp effort remove NP-1 2020-05-02")
    #expect(
      MissingItem.byMonth(items).map { "\($0.what) \($0.command)" } == [
        "NP-1 has hours on 3 days off of 2020-05: 2, 3, 10. blues wp effort remove NP-1 DAY",
        "NP-1 has 2.00 hours on 2020-06-06, a Saturday. blues wp effort remove NP-1 2020-06-06",
      ])
  }

  @Test func `have a command that mends, or the lock that accepts`() throws {
    let items = try store.periodCheck.missing(in: "RP1")
    #expect(items.allSatisfy { !$0.command.contains(" check ") && !$0.command.contains(" show ") })
    #expect(
      items.filter { $0.requirement == "hours" }.map(\.command).contains(
        "blues partner person set NP-2 --to DATE"))
    let item = MissingItem("K7", "K7: It has no receipt.", command: "blues partner cost show K7")
    #expect(item.told == " K7: It has no receipt.")
    for code in ["K1", "K2"] {
      _ = try store.costs.add(
        .init(code), Costs.texts(["supplier": "Rail", "invoice": "7", "vat": "1.00"]))
    }
    #expect(
      try store.periodCheck.missing(in: "RP1").filter { $0.code == "K1" }.map(\.command) == [
        "blues report period lock RP1 --because \"…\"",
        "blues partner cost set K1 --vat-deductible no",
      ])
  }
}
