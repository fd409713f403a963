import Basics
import Documents
import Testing

@testable import BluesCore

/// Laws of ledgers with costs, persons and several currencies.
@Suite struct `Random ledgers` {
  private static func costs(_ random: inout SplitMix64) throws -> [CostLine] {
    try (1...(2 + random.upTo(30))).map { number in
      var cost = CostLine(code: try #require(CostCode(number: number)))
      cost.partner = random.pick(["NP", "AV", "BNPT"])
      cost.category = random.pick(["B", "D.1", "D.2", "D.3", "C"])
      cost.workPackage = random.pick([nil, "WP1", "WP2", "WP5"])
      cost.incurredOn = Day(number: 18_293 + random.upTo(730))
      cost.description = "x"
      cost.amount = random.upTo(200_000) - 20_000
      cost.currency = random.pick([.eur, .czk, .pln])
      cost.chargedIn = random.pick([nil, nil, "RP2"])
      return cost
    }
  }

  private static func work(_ random: inout SplitMix64) throws -> [PersonnelLine] {
    try (1...(1 + random.upTo(12))).map { _ in
      let partner = random.pick(["NP", "AV"])
      let currency: Currency = random.pick([.eur, .czk])
      return PersonnelLine(
        partner: try PartnerCode(partner), person: "\(partner)-\(1 + random.upTo(3))",
        category: random.pick(["A.1", "A.2"]),
        workPackage: WorkPackageCode(number: 1 + random.upTo(5)),
        month: try .of("2020-0\(2 + random.upTo(8))-01"), hours: 1 + random.upTo(16_000),
        annualCost: Money(cents: 72_000_000, currency: currency), productiveHours: 172_000,
        amount: Money(cents: Int64(1 + random.upTo(9_000_000)), currency: currency))
    }
  }

  private static func ledger(
    _ store: Store, _ costs: [CostLine], _ work: [PersonnelLine]
  ) throws -> Ledger {
    func rate(_ above: Int128, _ below: Int128, _ count: Int) -> LedgerRates.Rate {
      LedgerRates.Rate(sum: Fraction(above, over: below) ?? .zero, count: count)
    }
    var ledger = try store.statements.ledger(
      rates: LedgerRates([
        "RP1": [.czk: rate(7_636, 100, 3), .pln: rate(4_443, 1_000, 1)],
        "RP2": [.czk: rate(25_455_066, 1_000_000, 1), .pln: rate(91_300, 10_000, 2)],
      ]), personnel: [])
    try ledger.add(costs: costs)
    try ledger.add(personnel: work)
    return ledger
  }

  @Test(arguments: 1...300) func `no cent is lost between the views, in any order`(
    seed: Int
  ) throws {
    var random = SplitMix64(seed: seed)
    let store = try Store.blues()
    let (costs, work) = try (Self.costs(&random), Self.work(&random))
    let ledger = try Self.ledger(store, costs, work)
    let shuffled = try Self.ledger(
      store, costs.shuffled(using: &random), work.shuffled(using: &random))
    for period in [nil, "RP1", "RP2"] {
      let statements = ledger.statements(in: period)
      let total = statements.reduce(0) { $0 + $1.totalCosts.cents }
      for grouping in LedgerGrouping.allCases {
        let view = ledger.view(by: grouping, in: period)
        #expect(view.reduce(0) { $0 + $1.total.cents } == total, "\(grouping)")
        #expect(view == shuffled.view(by: grouping, in: period), "\(grouping)")
      }
      #expect(
        statements.map(\.requestedContribution)
          == shuffled.statements(in: period).map(\.requestedContribution))
      for grouping in BudgetView.Grouping.allCases {
        let view = BudgetView(
          BudgetTable(entries: []), ledger, open: [:], by: grouping, in: period,
          elapsed: try #require(Fraction(1, over: 2)), alarm: try Percent("20 %"))
        #expect(view.total.declared == total)
      }
    }
    let balance = GrantBalance(ledger, [:], maximum: nil)
    #expect(balance.costs.cents == ledger.statements().reduce(0) { $0 + $1.totalCosts.cents })
  }

  @Test(arguments: 1...200) func `splitting a line changes nothing but its rounding`(
    seed: Int
  ) throws {
    var random = SplitMix64(seed: seed)
    let store = try Store.blues()
    let costs = try Self.costs(&random)
    let first = costs[random.upTo(costs.count)]
    var part = CostLine(code: try #require(CostCode(number: 900)))
    (part.partner, part.category, part.workPackage) =
      (first.partner, first.category, first.workPackage)
    (part.incurredOn, part.chargedIn, part.currency) =
      (first.incurredOn, first.chargedIn, first.currency)
    part.description = "x"
    part.amount = random.upTo(5_000)
    var split = costs
    for at in split.indices where split[at].code == first.code {
      split[at].amount = (first.amount ?? 0) - (part.amount ?? 0)
    }
    let whole = try Self.ledger(store, costs, [])
    let parts = try Self.ledger(store, split + [part], [])
    func euro(_ ledger: Ledger, _ codes: [CostCode]) -> Int64 {
      ledger.lines.filter { line in codes.contains { $0.description == line.source } }
        .reduce(0) { $0 + $1.euro.cents }
    }
    let rounding = euro(parts, [first.code, part.code]) - euro(whole, [first.code])
    #expect(abs(rounding) <= (first.currency == .eur ? 0 : 1))
    let before = whole.statements().reduce(0) { $0 + $1.directCosts.cents }
    #expect(parts.statements().reduce(0) { $0 + $1.directCosts.cents } == before + rounding)
  }

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

  @Test(arguments: 1...10) func `undo and redo restore every figure, and a lock keeps its own`(
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
