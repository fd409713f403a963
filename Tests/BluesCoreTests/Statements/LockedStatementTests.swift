import Basics
import Testing

@testable import BluesCore

/// Statements of a locked period, and what comes after the lock.
@Suite struct `A locked statement` {
  let store: Store

  init() throws {
    store = try Store.blues(on: "2021-02-10")
    try add("K1", "100.00", on: "2020-05-01")
    try add("K2", "50.00", on: "2020-06-01")
    _ = try store.periodCheck.lock("RP1", on: .of("2021-02-10"), because: "Due tonight")
  }

  private func add(_ code: String, _ amount: String, on day: String) throws {
    _ = try store.costs.add(
      .init(code),
      [
        "description": "Travel \(code)", "partner": "NP", "category": "D.1", "amount": amount,
        "incurred_on": day, "work_package": "WP1",
      ])
  }

  /// Own costs, adjustments and the total of travel.
  private func travel(_ period: String) throws -> [Int64] {
    let sums = try store.statements.ledger().statement(of: "NP", in: period).sums
    let travel = try #require(sums.first { $0.category.code == "D.1" })
    return [travel.own, travel.adjustments, travel.total]
  }

  private func frozen() throws -> String {
    try #require(
      try store.frozenDocuments.find("financial-statement", in: "RP1", partner: "NP")
    ).content
  }

  @Test func `stays as it was, and what changes later is an adjustment of the next period`() throws
  {
    let before = try frozen()
    #expect(try travel("RP1") == [15_000, 0, 15_000])
    _ = try store.costs.set(.init("K1"), ["amount": "120.00"])
    try add("K3", "7.00", on: "2020-07-01")
    try store.costs.remove(.init("K2"))
    try add("K4", "30.00", on: "2021-03-01")
    #expect(try travel("RP1") == [15_000, 0, 15_000])
    #expect(try travel("RP2") == [3_000, 2_000 + 700 - 5_000, 700])
    #expect(try frozen() == before)
    let lines = try store.statements.ledger().statement(of: "NP", in: "RP2").lines
    #expect(
      lines.map(\.arithmetic).contains("120.00 EUR; 100.00 EUR of it declared in RP1"))
    #expect(lines.map(\.arithmetic).contains("50.00 EUR declared in RP1 is withdrawn"))
  }

  @Test func `what comes when no open period follows is told, and in no statement`() throws {
    _ = try store.periodCheck.lock("RP2", on: .of("2021-02-10"), because: "The last one")
    try add("K5", "9.00", on: "2020-08-01")
    let ledger = try store.statements.ledger()
    #expect(ledger.late.map(\.source) == ["K5"])
    #expect(try travel("RP1") == [15_000, 0, 15_000])
    #expect(try travel("RP2") == [0, 0, 0])
    let warnings = try store.statements.warnings(
      of: ledger.statement(of: "NP", in: "RP1"), in: ledger)
    #expect(
      warnings.filter { $0.rule == "after-the-lock" }.map(\.message)
        == ["9.00 EUR came after RP1 was locked, and no open period follows."])
  }

  @Test func `undo of the lock opens it again, to the figures of now`() throws {
    _ = try store.history.undo()
    _ = try store.costs.set(.init("K1"), ["amount": "120.00"])
    #expect(try travel("RP1") == [17_000, 0, 17_000])
    #expect(try store.frozenDocuments.all(in: "RP1") == [])
  }
}
