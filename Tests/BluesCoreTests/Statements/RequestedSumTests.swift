import Basics
import Testing

@testable import BluesCore

/// What a partner asks for is never above the maximum, and that is said.
@Suite struct `The sum that a partner requests` {
  @Test func `is said to be the maximum where that is less now`() throws {
    let store = try Store.blues(on: "2021-02-10")
    _ = try store.costs.add(.init("K1"), Costs.texts(["amount": "1000.00"]))
    _ = try store.statements.say(
      "NP", in: "RP1", requested: Money(cents: 70_000), receipts: nil)
    func warnings() throws -> [String] {
      let ledger = try store.statements.ledger()
      return try store.statements.warnings(
        of: ledger.statement(of: "NP", in: "RP1"), in: ledger
      ).map(\.message)
    }
    #expect(try warnings() == [])
    _ = try store.costs.set(.init("K1"), ["amount": "500.00"])
    #expect(
      try warnings() == [
        "700.00 EUR was asked for; the maximum is 401.25 EUR now, and no more is requested."
      ])
  }
}
