import Basics
import Documents
import Testing

@testable import BluesCore

/// What commands do to the money of a project, in any order, is taken back and done again exactly.
@Suite struct `Random changes of the money` {
  /// Everything that reports say of the money of a project.
  private static func figures(_ store: Store) throws -> [String] {
    try [
      SummaryReport(store: store).document(), store.budgetReport.document(),
      store.paymentReport.document(),
    ].map { String(decoding: try $0.bytes(Rendering(format: .json)), as: UTF8.self) }
  }

  /// One change of the money of a project, whatever the seed says.
  private static func change(_ store: Store, _ random: inout SplitMix64) throws {
    let code = try #require(CostCode(number: 1 + random.upTo(4)))
    let amount = "\(1 + random.upTo(9_000)).\(10 + random.upTo(90))"
    switch random.upTo(9) {
    case 0, 1:
      _ = try store.costs.add(
        code,
        Costs.texts([
          "amount": amount, "partner": random.pick(["NP", "AV"]),
          "incurred_on": random.pick(["2020-05-14", "2021-02-03"]),
        ]))
    case 2: _ = try store.costs.set(code, Changes(["amount": [amount]]))
    case 3: try store.costs.remove(code)
    case 4:
      _ = try store.estimates.add(
        .init("EST\(1 + random.upTo(3))"),
        Changes([
          "partner": ["NP"], "category": ["D.1"], "month": ["2021-0\(3 + random.upTo(6))"],
          "amount": [amount],
        ]))
    case 5:
      _ = try store.grantFigures.set(
        "indirect-costs", "rate", to: "\(random.upTo(25)) %", because: "x")
    case 6: _ = try store.periodCheck.lock("RP1", on: .of("2021-02-10"), because: "x")
    case 7: _ = try store.periods.reopen("RP1", on: .of("2021-02-10"), because: "x")
    default:
      _ = try store.statements.say(
        "NP", in: "RP2", requested: nil, receipts: Money(cents: Int64(random.upTo(90_000))))
    }
  }

  @Test(arguments: Trials.seeds(10))
  func `undo and redo restore every figure, and a lock keeps its own`(
    seed: Int
  ) throws {
    var random = SplitMix64(seed: seed)
    let store = try Store.blues(on: "2021-02-10")
    var states = [try Self.figures(store)]
    while states.count < 9 {
      let ledger = try store.statements.ledger()
      let isLocked = ledger.periods.all[0].state != .open
      let locked = ledger.statement(of: "NP", in: "RP1")
      let last = try store.history.steps(limit: 1).first?.id
      do {
        try Self.change(store, &random)
      } catch is any Problem {
        continue
      }
      // What changes nothing is no step.
      guard try store.history.steps(limit: 1).first?.id != last else { continue }
      let now = try store.statements.ledger()
      if isLocked, now.periods.all[0].state != .open {
        let statement = now.statement(of: "NP", in: "RP1")
        #expect(statement.lines == locked.lines)
        #expect(statement.sums == locked.sums)
        #expect(statement.maximumContribution == locked.maximumContribution)
      }
      states.append(try Self.figures(store))
    }
    for state in states.dropLast().reversed() {
      _ = try store.history.undo()
      #expect(try Self.figures(store) == state)
    }
    for state in states.dropFirst() {
      _ = try store.history.redo()
      #expect(try Self.figures(store) == state)
    }
  }
}
