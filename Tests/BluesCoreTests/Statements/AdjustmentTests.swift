import Basics
import Documents
import Testing

@testable import BluesCore

/// What is declared later than it was incurred has a kind and a reason.
@Suite struct `Adjustments of a statement` {
  let store: Store

  init() throws {
    store = try Store.blues(on: "2021-02-10")
    for (code, more) in [("K1", [:]), ("K2", ["charged_in": "RP2"]), ("K3", [:])] {
      _ = try store.costs.add(.init(code), Costs.texts(more))
    }
    _ = try store.periodCheck.lock("RP1", on: .of("2021-02-10"), because: "Due tonight")
    _ = try store.costs.set(.init("K1"), ["amount": "130.00"])
    try store.costs.remove(.init("K3"))
    _ = try store.costs.add(.init("K4"), Costs.texts())
  }

  private func told(_ period: String = "RP2") throws -> [String] {
    try store.statements.ledger().statement(of: "NP", in: period).adjustments.map {
      "\($0.source) \($0.kind.rawValue) \($0.incurred) \($0.amount.decimal): \($0.reason)"
    }
  }

  @Test func `have the reason that follows from what happened`() throws {
    #expect(
      try told() == [
        "K1 cost RP1 30.00: changed after RP1 was locked",
        "K2 cost RP1 100.00: declared later than incurred",
        "K3 cost RP1 -100.00: withdrawn after RP1 was locked",
        "K4 cost RP1 100.00: came after RP1 was locked",
      ])
    #expect(try told("RP1") == [])
  }

  @Test func `are followed by the indirect costs, so that the rows add up to the figures`() throws {
    let statement = try store.statements.ledger().statement(of: "NP", in: "RP2")
    let following = statement.followingAdjustments
    #expect(
      following.map {
        "\($0.source) \($0.category) \($0.incurred) \($0.amount.decimal): \($0.reason)"
      }
        == ["E E RP1 9.10: follows the adjusted direct costs"])
    #expect(
      (statement.adjustments + following).reduce(0) { $0 + $1.amount.cents }
        == statement.sums.reduce(0) { $0 + $1.adjustments })
    #expect(try page().contains("\"reason\": \"follows the adjusted direct costs\""))
    #expect(throws: AdjustmentProblem.none("E", "NP", "RP2", known: ["K1", "K2", "K3", "K4"])) {
      try store.statements.explain("E", of: "NP", in: "RP2", because: "x")
    }
    #expect(
      try store.statements.ledger().statement(of: "NP", in: "RP1").followingAdjustments == [])
  }

  @Test func `have the reason that the partner says, and keep it when they are locked`() throws {
    let said = try store.statements.explain(
      "k4", of: "np", in: "RP2", because: " The invoice came late ")
    #expect(said.map(\.reason).last == "The invoice came late")
    #expect(throws: AdjustmentProblem.none("K9", "NP", "RP2", known: ["K1", "K2", "K3", "K4"])) {
      try store.statements.explain("K9", of: "NP", in: "RP2", because: "x")
    }
    #expect(throws: AdjustmentProblem.reasonMissing("K4")) {
      try store.statements.explain("K4", of: "NP", in: "RP2", because: " ")
    }
    let before = try told()
    let json = try page()
    #expect(json.contains("\"adjustments\": ["))
    #expect(json.contains("\"reason\": \"The invoice came late\""))
    let later = try store.on("2022-02-10")
    _ = try later.periodCheck.lock("RP2", on: .of("2022-02-10"), because: "Due tonight")
    #expect(try told() == before)
    #expect(throws: PeriodLockProblem.self) {
      try later.statements.explain("K4", of: "NP", in: "RP2", because: "Another one")
    }
  }

  @Test func `of hours are of the kind effort`() throws {
    var ledger = try store.statements.ledger()
    try ledger.add(personnel: [
      PersonnelLine(
        partner: try PartnerCode("NP"), person: "NP-1", category: "A.1", workPackage: nil,
        month: try .of("2020-05-01"), hours: 100, annualCost: Money(cents: 172_000),
        productiveHours: 172_000, amount: Money(cents: 100))
    ])
    let found = ledger.statement(of: "NP", in: "RP2").adjustments.first
    #expect(found?.kind == .effort)
    #expect(found?.source == "NP-1 2020-05")
  }

  private func page() throws -> String {
    let ledger = try store.statements.ledger()
    let page = try store.statements.page(of: "NP", in: ledger.periods.named("RP2"), ledger)
    return try String(decoding: page.bytes(Rendering(format: .json)), as: UTF8.self)
  }
}
