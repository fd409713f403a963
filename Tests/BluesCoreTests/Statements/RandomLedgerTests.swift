import Basics
import Testing

@testable import BluesCore

/// Laws of ledgers with costs, persons and several currencies; `make prove` tries each law on three thousand
/// ledgers, in thirty runs.
@Suite struct `Random ledgers` {
  /// How many ledgers one run of a test makes.
  private static let many = Trials.isFull ? 100 : 20

  private let random: RandomLedger

  init() throws { random = try RandomLedger() }

  /// The seeds of one run.
  private func seeds(_ run: Int) -> [Int] { (0..<Self.many).map { run * Self.many + $0 } }

  @Test(arguments: Trials.seeds(30)) func `no cent is lost between the views, in any order`(
    run: Int
  ) throws {
    var broken: [String] = []
    for seed in seeds(run) {
      var source = SplitMix64(seed: seed)
      let (costs, work) = try (RandomLedger.costs(&source), RandomLedger.work(&source))
      let ledger = try random.ledger(costs, work)
      let shuffled = try random.ledger(
        costs.shuffled(using: &source), work.shuffled(using: &source))
      let period = source.pick([nil, "RP1", "RP2", "RP3"])
      broken += (ledger.leaks(in: nil) + ledger.leaks(in: period)).map { "\(seed): \($0)" }
      if ledger.told != shuffled.told { broken.append("\(seed): order") }
      for grouping in LedgerGrouping.allCases
      where ledger.view(by: grouping, in: period) != shuffled.view(by: grouping, in: period) {
        broken.append("\(seed): order by \(grouping.rawValue)")
      }
      let total = ledger.statements(in: period).reduce(0) { $0 + $1.totalCosts.cents }
      for grouping in BudgetView.Grouping.allCases {
        let view = BudgetView(
          BudgetTable(entries: []), ledger, open: [:], by: grouping, in: period,
          elapsed: try #require(Fraction(1, over: 2)), alarm: try Percent("20 %"))
        if view.total.declared != total {
          broken.append("\(seed): budget by \(grouping.rawValue)")
        }
      }
      if GrantBalance(ledger, [:], maximum: nil).costs.cents
        != ledger.statements().reduce(0, { $0 + $1.totalCosts.cents })
      {
        broken.append("\(seed): balance")
      }
    }
    #expect(broken == [])
  }

  @Test(arguments: Trials.seeds(30)) func `every figure is the sum of the lines that explain it`(
    run: Int
  ) throws {
    var broken: [String] = []
    for seed in seeds(run) {
      var source = SplitMix64(seed: seed)
      let ledger = try random.ledger(
        RandomLedger.costs(&source), RandomLedger.work(&source))
      let statements = ledger.statements()
      let statement = source.pick(statements)
      for figure in statement.figures {
        let explained = try statement.explanation(of: figure)
        if explained.lines.reduce(0, { $0 + $1.amount.cents }) != explained.value.cents {
          broken.append("\(seed): \(figure)")
        }
      }
      let summary = StatementSummary(statements, partners: ledger.partners)
      if summary.total.totalCosts.cents != statements.reduce(0, { $0 + $1.totalCosts.cents }) {
        broken.append("\(seed): summary")
      }
    }
    #expect(broken == [])
  }

  @Test(arguments: Trials.seeds(30)) func `splitting a line changes nothing but its rounding`(
    run: Int
  ) throws {
    var broken: [String] = []
    for seed in seeds(run) {
      var source = SplitMix64(seed: seed)
      let costs = try RandomLedger.costs(&source)
      let first = costs[source.upTo(costs.count)]
      var part = first
      part = CostLine(code: try #require(CostCode(number: 900)))
      (part.partner, part.category, part.workPackage) =
        (first.partner, first.category, first.workPackage)
      (part.incurredOn, part.chargedIn, part.currency) =
        (first.incurredOn, first.chargedIn, first.currency)
      part.description = "x"
      part.amount = source.upTo(5_000)
      var split = costs
      for at in split.indices where split[at].code == first.code {
        split[at].amount = (first.amount ?? 0) - (part.amount ?? 0)
      }
      let (whole, parts) = try (random.ledger(costs), random.ledger(split + [part]))
      let key = "\(first.partner) \(first.category)"
      let rounding = (parts.direct[key] ?? 0) - (whole.direct[key] ?? 0)
      let limit = first.currency == .eur ? 0 : 1
      var (before, after) = (whole.direct, parts.direct)
      (before[key], after[key]) = (nil, nil)
      if abs(rounding) > limit || before != after { broken.append("\(seed): \(rounding)") }
      if limit == 0, whole.told != parts.told { broken.append("\(seed): figures") }
    }
    #expect(broken == [])
  }

  @Test(arguments: Trials.seeds(30))
  func `a locked statement never changes, and the next has the rest`(
    run: Int
  ) throws {
    var broken: [String] = []
    for seed in seeds(run) {
      var source = SplitMix64(seed: seed)
      var (costs, work) = try (RandomLedger.costs(&source), RandomLedger.work(&source))
      var ledger = try random.ledger(costs, work)
      var declared: [LedgerLine] = []
      var locked: Set<String> = []
      for period in ["RP1", "RP2", "RP3"] {
        declared += ledger.lines.filter { $0.charged == period }
        locked.insert(period)
        // The lock itself changes nothing.
        var same = try random.ledger(costs, work, locked: locked)
        same.settle(declared)
        if same.told != ledger.told || !same.late.isEmpty { broken.append("\(seed): \(period)") }
        costs = try RandomLedger.edited(costs, &source)
        work = RandomLedger.edited(work, &source)
        var later = try random.ledger(costs, work, locked: locked)
        later.settle(declared)
        for name in locked {
          for (now, was) in zip(later.statements(in: name), ledger.statements(in: name))
          where now.lines != was.lines || now.sums != was.sums {
            broken.append("\(seed): \(now.partner) \(name) after \(period)")
          }
        }
        broken += later.leaks(in: source.pick([nil, period, "RP3"])).map {
          "\(seed): \($0) after \(period)"
        }
        // All periods together declare what the lists say now; once all are locked, the rest is late.
        if try later.direct != random.ledger(costs, work).direct {
          broken.append("\(seed): rest after \(period)")
        }
        if period != "RP3", !later.late.isEmpty { broken.append("\(seed): late after \(period)") }
        var shuffled = try random.ledger(
          costs.shuffled(using: &source), work, locked: locked)
        shuffled.settle(declared)
        if shuffled.told != later.told { broken.append("\(seed): order after \(period)") }
        ledger = later
      }
      // What is opened again declares all that no other period has.
      var opened = try random.ledger(costs, work, locked: ["RP2", "RP3"])
      opened.settle(declared.filter { $0.charged != "RP1" })
      if try opened.direct != random.ledger(costs, work).direct {
        broken.append("\(seed): opened")
      }
    }
    #expect(broken == [])
  }
}
