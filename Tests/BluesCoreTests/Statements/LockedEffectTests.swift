import Basics
import Testing

@testable import BluesCore

/// What a change makes of a locked period is said with it.
@Suite struct `The effect of a change on locked periods` {
  let store: Store

  init() throws {
    store = try Store.blues(on: "2021-02-10")
    _ = try store.costs.add(.init("K1"), Costs.texts(["amount": "100.00"]))
    _ = try store.costs.add(.init("K2"), Costs.texts(["amount": "50.00", "invoice": "2"]))
    _ = try store.persons.add(.init("NP-1"), ["partner": "NP"])
    _ = try store.personRates.add(
      .init("NP-1@2020-02-01"), ["annual_cost": "17200"])
    _ = try store.timesheets.add(
      .init(person: "NP-1", worked: .init(month: .of("2020-05-01")), workPackage: .init("WP1")),
      #require(Hours("10")), signedOn: .of("2020-06-02"), approvedOn: .of("2020-06-03"))
    _ = try store.periodCheck.lock("RP1", on: .of("2021-02-10"), because: "Due tonight")
  }

  private func effect(of source: String? = nil, _ change: () throws -> Void) throws -> [String] {
    let effect = try LockedEffect(store)
    try change()
    return try effect.remarks(in: store, of: source)
  }

  private static let adjustment = ["RP1 is locked: this becomes an adjustment of RP2."]

  @Test func `is an adjustment of the next open period`() throws {
    #expect(
      try effect { _ = try store.costs.set(.init("K1"), ["amount": "120.00"]) } == Self.adjustment)
    #expect(
      try effect {
        _ = try store.costs.add(.init("K3"), Costs.texts(["amount": "7.00", "invoice": "3"]))
      } == Self.adjustment)
    #expect(try effect { try store.costs.remove(.init("K2")) } == Self.adjustment)
    #expect(
      try effect {
        _ = try store.personRates.set(
          .init("NP-1@2020-02-01"), ["annual_cost": "20000"])
      } == Self.adjustment)
    #expect(
      try effect {
        _ = try store.timesheets.add(
          .init(
            person: "NP-1", worked: .init(month: .of("2020-12-01")), workPackage: .init("WP1")),
          #require(Hours("8")))
      } == Self.adjustment)
    #expect(
      try effect { _ = try store.costs.set(.init("K1"), ["amount": "100.00"]) }
        == ["RP1 is locked: the adjustment of RP2 goes away."])
    #expect(
      try store.statements.ledger().adjustments(of: "RP1").map { "\($0.charged ?? "") \($0.count)" }
        == ["RP2 4"])
  }

  @Test func `is nothing where no figure changes, and nothing of other periods`() throws {
    #expect(
      try effect(of: "K1") { _ = try store.costs.set(.init("K1"), ["note": "x"]) }
        == ["RP1 is locked: its statement stays as it is."])
    #expect(
      try effect(of: "K1") { _ = try store.costs.set(.init("K1"), ["charged_in": "RP2"]) }
        == ["RP1 is locked: its statement stays as it is."])
    #expect(
      try effect {
        _ = try store.costs.add(
          .init("K4"), Costs.texts(["incurred_on": "2021-02-05", "invoice": "4"]))
      } == [])
  }

  @Test func `of a cost of another category, work package or period is an adjustment`() throws {
    for said in [
      ["category": "D.3"], ["work_package": "WP1"], ["incurred_on": "2021-02-03"],
    ] as [Changes] {
      #expect(
        try effect { _ = try store.costs.set(.init("K1"), said) } == Self.adjustment, "\(said)")
      #expect(
        try effect { _ = try store.history.undo() }
          == ["RP1 is locked: the adjustment of RP2 goes away."], "\(said)")
    }
  }

  @Test func `of a cost that another partner takes is an adjustment of both`() throws {
    #expect(
      try effect { _ = try store.costs.set(.init("K1"), ["partner": "AV"]) } == Self.adjustment)
    #expect(
      try effect { _ = try store.costs.set(.init("K1"), ["partner": "NP"]) }
        == ["RP1 is locked: the adjustment of RP2 goes away."])
  }

  @Test func `of a period that was opened again is told with the one that declared it`() throws {
    _ = try store.costs.add(.init("K3"), Costs.texts(["amount": "10.00", "invoice": "3"]))
    let later = try store.on("2022-02-10")
    _ = try later.periodCheck.lock("RP2", on: .of("2022-02-10"), because: "x")
    _ = try later.periods.reopen("RP1", on: .of("2022-02-10"), because: "x")
    #expect(
      try effect(of: "K3") { _ = try later.costs.set(.init("K3"), ["amount": "15.00"]) }
        == ["RP2 is locked: this becomes an adjustment of RP1."])
  }

  @Test func `without an open period is told with the way out`() throws {
    _ = try store.periodCheck.lock("RP2", on: .of("2021-02-10"), because: "The last one")
    #expect(
      try effect { try store.costs.remove(.init("K2")) } == [
        "RP1 is locked and no open period follows: this is in no statement. Open it again: blues "
          + "report period reopen RP1 --because \"…\". Or add a period: blues project period add "
          + "--to MONTH"
      ])
  }

  @Test func `of a cost that is moved to another period has the rate of that period`() throws {
    let later = try store.on("2021-02-11")
    _ = try later.periods.reopen("RP1", on: .of("2021-02-11"), because: "x")
    _ = try later.exchangeRates.set(
      .czk, in: "RP1", to: #require(ExactRate(Array("25".utf8))), because: "x")
    _ = try later.exchangeRates.set(
      .czk, in: "RP2", to: #require(ExactRate(Array("20".utf8))), because: "x")
    _ = try later.costs.add(
      .init("K5"), Costs.texts(["amount": "500.00", "currency": "CZK", "invoice": "5"]))
    _ = try later.periodCheck.lock("RP1", on: .of("2021-02-11"), because: "x")
    _ = try later.costs.set(.init("K5"), ["incurred_on": "2021-02-05"])
    let lines = try later.statements.ledger().lines.filter { $0.source == "K5" }
    #expect(
      lines.map { "\($0.charged) of \($0.incurred) \($0.euro)" } == [
        "RP1 of RP1 20.00 EUR", "RP2 of RP1 -20.00 EUR", "RP2 of RP2 25.00 EUR",
      ])
  }
}
