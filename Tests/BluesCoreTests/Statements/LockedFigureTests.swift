import Basics
import Documents
import Testing

@testable import BluesCore

/// A locked statement keeps the rates that were in force at its lock.
@Suite struct `The figures of a locked statement` {
  let store: Store

  init() throws {
    store = try Store.blues(on: "2021-02-10")
    _ = try store.costs.add(.init("K1"), Costs.texts(["amount": "1000.00"]))
    _ = try store.costs.add(
      .init("K2"), Costs.texts(["amount": "500.00", "incurred_on": "2021-02-05"]))
    _ = try store.grantFigures.set(
      "indirect-costs", "rate", to: "10 %", because: "The grant agreement")
    _ = try store.periodCheck.lock("RP1", on: .of("2021-02-10"), because: "Due tonight")
  }

  private func statement(_ period: String) throws -> [String] {
    let statement = try store.statements.ledger().statement(of: "NP", in: period)
    return [
      statement.total(of: "E").decimal, statement.maximumContribution.decimal,
      statement.categories.notes.last ?? "",
    ]
  }

  private func page() throws -> [UInt8] {
    let ledger = try store.statements.ledger()
    return try store.statements.page(of: "NP", in: ledger.periods.named("RP1"), ledger)
      .bytes(Rendering(format: .json))
  }

  @Test func `do not change with those of the project`() throws {
    let before = try (statement("RP1"), page(), store.statements.ledger().view(by: .month))
    #expect(
      before.0 == [
        "100.00", "825.00",
        "Indirect costs are 10 % of direct costs without B and C (mark R, rule indirect-costs, "
          + "OWN; changed by the project: The grant agreement).",
      ])
    _ = try store.grantFigures.set(
      "indirect-costs", "rate", to: "25 %", because: "Another agreement")
    _ = try store.grantFigures.set(
      "indirect-costs", "excluded", to: "D.1", because: "Another agreement")
    _ = try store.grantFigures.set("reimbursement", "costs", to: "50 %", because: "Amendment 1")
    _ = try store.grantFigures.set("certificate", "amount", to: "10.00 EUR", because: "Amendment 1")
    _ = try store.grantFigures.set("use-of-resources", "share", to: "0 %", because: "Amendment 1")
    #expect(try statement("RP1") == before.0)
    #expect(try page() == before.1)
    #expect(
      try store.statements.ledger().view(by: .month).first { $0.key == "2020-05" }?.total
        == before.2.first { $0.key == "2020-05" }?.total)
    #expect(try statement("RP2").prefix(2) == ["0.00", "250.00"])
  }

  @Test func `are those of now when the period is opened again`() throws {
    _ = try store.grantFigures.set("reimbursement", "costs", to: "50 %", because: "Amendment 1")
    _ = try store.periods.reopen("RP1", on: .of("2021-02-10"), because: "Corrections")
    #expect(try statement("RP1").prefix(2) == ["100.00", "550.00"])
    _ = try store.history.undo()
    #expect(try statement("RP1").prefix(2) == ["100.00", "825.00"])
  }
}
