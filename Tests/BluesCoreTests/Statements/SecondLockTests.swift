import Basics
import Documents
import Testing

@testable import BluesCore

/// What happens to a line that was declared in one period and adjusted in another, which is locked too.
@Suite struct `An adjustment that is locked itself` {
  let store: Store

  init() throws {
    store = try Store.blues(on: "2022-03-20")
    _ = try store.periods.add(from: nil, to: ProjectMonth("M36") ?? .first)
    _ = try store.costs.add(.init("K1"), Costs.texts(["amount": "1000.00"]))
    try lock("RP1")
    _ = try store.costs.set(.init("K1"), ["amount": "1100.00"])
    try lock("RP2")
  }

  private func lock(_ period: String) throws {
    _ = try store.periodCheck.lock(period, on: .of("2022-03-20"), because: "Due")
  }

  private func lines(_ period: String) throws -> [String] {
    let ledger = try store.statements.ledger()
    return ledger.statement(of: "NP", in: period).lines.map {
      "\($0.source) \($0.euro.decimal) \($0.arithmetic) (\($0.reason ?? ""))"
    } + ledger.late.map { "late \($0.euro.decimal) \($0.arithmetic)" }
  }

  @Test func `is no change of the next period`() throws {
    #expect(
      try lines("RP2") == [
        "K1 100.00 1100.00 EUR; 1000.00 EUR of it declared in RP1 (changed after RP1 was locked)"
      ])
    #expect(try lines("RP3") == [])
  }

  @Test func `is part of what a later change starts from`() throws {
    _ = try store.costs.set(.init("K1"), ["amount": "1150.00"])
    #expect(
      try lines("RP3") == [
        "K1 50.00 1150.00 EUR; 1100.00 EUR of it declared in RP1 and RP2 "
          + "(changed after RP2 was locked)"
      ])
    _ = try store.costs.set(.init("K1"), ["amount": "1000.00"])
    #expect(
      try lines("RP3") == [
        "K1 -100.00 1000.00 EUR; 1100.00 EUR of it declared in RP1 and RP2 "
          + "(changed after RP2 was locked)"
      ])
  }

  @Test(arguments: [("RP1", "802.50"), ("RP2", "882.75")])
  func `is requested to date from its own period on`(period: String, requested: String) throws {
    let page = try SummaryReport(store: store).document(ReportRequest(texts: ["period": period]))
    let sum = page.blocks.lazy.compactMap { block -> Cell? in
      guard case .facts(let facts) = block else { return nil }
      return facts.items.first { $0.name == "requested_to_date" }?.cell
    }.first
    #expect(sum == .amount(try Money("\(requested) EUR")))
  }

  @Test func `is withdrawn with its line, once`() throws {
    try store.costs.remove(.init("K1"))
    #expect(
      try lines("RP3") == [
        "K1 -1100.00 1100.00 EUR declared in RP1 and RP2 is withdrawn "
          + "(withdrawn after RP2 was locked)"
      ])
    try lock("RP3")
    #expect(try lines("RP3").count == 1)
    // It is declared and withdrawn: another cost with its number is a new one.
    _ = try store.costs.add(.init("K2"), Costs.texts(["amount": "7.00"]))
    #expect(try lines("RP3").last == "late 7.00 7.00 EUR")
  }

  @Test func `is late where no period is open, and only what changed`() throws {
    try lock("RP3")
    #expect(try lines("RP3") == [])
    _ = try store.costs.set(.init("K1"), ["amount": "1101.00"])
    #expect(
      try lines("RP3") == ["late 1.00 1101.00 EUR; 1100.00 EUR of it declared in RP1 and RP2"])
  }

  @Test func `stays where its line moves to another period and back`() throws {
    _ = try store.costs.set(.init("K1"), ["incurred_on": "2021-05-05"])
    #expect(
      try lines("RP3") == [
        "K1 -1100.00 1100.00 EUR declared in RP1 and RP2 is withdrawn "
          + "(withdrawn after RP2 was locked)",
        "K1 1100.00 1100.00 EUR (came after RP2 was locked)",
      ])
    _ = try store.costs.set(.init("K1"), ["incurred_on": "2020-05-05"])
    #expect(try lines("RP3") == [])
  }

  @Test func `counts once where the first period is opened again`() throws {
    _ = try store.periods.reopen("RP1", on: .of("2022-03-20"), because: "Corrections")
    #expect(
      try lines("RP1") == [
        "K1 1000.00 1100.00 EUR; 100.00 EUR of it declared in RP2 ()"
      ])
    #expect(try lines("RP3") == [])
  }
}
