import Basics
import Testing

@testable import BluesCore

/// What holds for the statements of any costs.
@Suite struct `Statements of random costs` {
  private static func costs(_ random: inout SplitMix64, _ count: Int) throws -> [CostLine] {
    try (1...count).map { number in
      var cost = CostLine(code: try #require(CostCode(number: number)))
      cost.partner = random.pick(["NP", "AV", "BNPT"])
      cost.category = random.pick(["A.1", "B", "D.1", "D.2", "D.3", "C"])
      cost.workPackage = random.pick([nil, "WP1", "WP2", "WP5"])
      cost.incurredOn = Day(number: 18_293 + random.upTo(730))
      cost.description = "x"
      cost.amount = random.upTo(200_000) - 20_000
      cost.currency = random.pick([.eur, .czk])
      cost.vat = random.pick([nil, random.upTo(1_000)])
      cost.isVATDeductible = random.pick([nil, .yes, .no])
      cost.chargedIn = random.pick([nil, nil, "RP2"])
      return cost
    }
  }

  private static func ledger(_ store: Store, _ costs: [CostLine]) throws -> Ledger {
    let rate = LedgerRates.Rate(sum: Fraction(7636, over: 100) ?? .zero, count: 3)
    let other = LedgerRates.Rate(sum: Fraction(25_455_066, over: 1_000_000) ?? .zero, count: 1)
    var ledger = try store.statements.ledger(
      rates: LedgerRates(["RP1": [.czk: rate], "RP2": [.czk: other]]))
    try ledger.add(costs: costs)
    return ledger
  }

  private static func figures(_ ledger: Ledger) -> [String] {
    ledger.statements().map { statement in
      "\(statement.partner) \(statement.period) "
        + statement.sums.map { "\($0.category.code) \($0.own) \($0.adjustments)" }
        .joined(separator: " ") + " \(statement.maximumContribution)"
    }
  }

  @Test(arguments: Trials.seeds(150))
  func `order does not matter, and every view has the same total`(
    seed: Int
  ) throws {
    var random = SplitMix64(seed: seed)
    let store = try Store.blues()
    let costs = try Self.costs(&random, 1 + random.upTo(60))
    let ledger = try Self.ledger(store, costs)
    let shuffled = try Self.ledger(store, costs.shuffled(using: &random))
    #expect(Self.figures(ledger) == Self.figures(shuffled))
    for grouping in LedgerGrouping.allCases {
      #expect(ledger.view(by: grouping) == shuffled.view(by: grouping))
    }
    let total = ledger.statements().reduce(0) { $0 + $1.totalCosts.cents }
    let summary = StatementSummary(ledger.statements(), partners: ledger.partners)
    #expect(summary.total.totalCosts.cents == total)
    for grouping in LedgerGrouping.allCases {
      #expect(ledger.view(by: grouping).reduce(0) { $0 + $1.total.cents } == total, "\(grouping)")
    }
    for period in ["RP1", "RP2"] {
      let own = ledger.statements(in: period).reduce(0) { $0 + $1.totalCosts.cents }
      for grouping in LedgerGrouping.allCases {
        let view = ledger.view(by: grouping, in: period)
        #expect(view.reduce(0) { $0 + $1.total.cents } == own, "\(period) \(grouping)")
      }
    }
    for statement in ledger.statements() {
      #expect(statement.directCosts.cents == statement.lines.reduce(0) { $0 + $1.euro.cents })
      for figure in statement.figures {
        let explained = try statement.explanation(of: figure)
        #expect(explained.lines.reduce(0) { $0 + $1.amount.cents } == explained.value.cents)
      }
    }
    for grouping in BudgetView.Grouping.allCases {
      let view = BudgetView(
        BudgetTable(entries: []), ledger, open: [:], by: grouping,
        elapsed: try #require(Fraction(1, over: 2)), alarm: try Percent("20 %"))
      #expect(view.total.declared == total)
    }
  }

  @Test func `splitting a line in euro changes nothing`() throws {
    var random = SplitMix64(seed: 7)
    let store = try Store.blues()
    var costs = try Self.costs(&random, 40)
    for index in costs.indices {
      costs[index].currency = .eur
      costs[index].vat = nil
    }
    var split = costs
    for index in costs.indices {
      var part = costs[index]
      part.amount = 333
      split[index].amount = (costs[index].amount ?? 0) - 333
      split.append(part)
    }
    #expect(
      Self.figures(try Self.ledger(store, costs)) == Self.figures(try Self.ledger(store, split)))
  }

  @Test func `what is declared late is an adjustment at the rate of its own period`() throws {
    let store = try Store.blues()
    var cost = CostLine(code: try .init("K1"))
    cost.partner = "NP"
    cost.category = "D.3"
    cost.incurredOn = try .of("2020-05-14")
    cost.amount = 1_493_818
    cost.currency = .czk
    cost.chargedIn = "RP2"
    let ledger = try Self.ledger(store, [cost])
    let statement = ledger.statement(of: "NP", in: "RP2")
    let sum = try #require(statement.sums.first { $0.category.code == "D.3" })
    #expect(sum.own == 0)
    #expect(sum.adjustments == 58_689)
    #expect(statement.sums.last?.adjustments == 4_108)
    #expect(ledger.statement(of: "NP", in: "RP1").totalCosts == .zero())
  }

  @Test(
    arguments: [
      (100, [1, 1, 1], [34, 33, 33]), (-100, [1, 1, 1], [-33, -33, -34]), (10, [3, -1], [15, -5]),
      (7, [0, 5], [0, 7]), (1, [-1, -1], [1, 0]), (0, [4, 4], [0, 0]),
    ] as [(Int64, [Int64], [Int64])])
  func `shares add up to what is shared out`(amount: Int64, weights: [Int64], parts: [Int64]) {
    #expect(Shares.of(amount, by: weights) == parts)
  }
}
