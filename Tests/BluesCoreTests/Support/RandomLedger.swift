import Basics
import Testing

@testable import BluesCore

/// Costs and work of partners as a seed says them, and ledgers of them over three periods, all in memory.
struct RandomLedger {
  /// A ledger without lines, of which each takes its categories, periods and partners.
  private let empty: Ledger
  private let rates: LedgerRates
  private let project: Project

  init() throws {
    func rate(_ above: Int128, _ below: Int128, _ count: Int) -> LedgerRates.Rate {
      LedgerRates.Rate(sum: Fraction(above, over: below) ?? .zero, count: count)
    }
    rates = LedgerRates([
      "RP1": [.czk: rate(7_636, 100, 3), .pln: rate(4_443, 1_000, 1)],
      "RP2": [.czk: rate(25_455_066, 1_000_000, 1), .pln: rate(91_300, 10_000, 2)],
      "RP3": [.czk: rate(74_999, 1_000, 3), .pln: rate(4_631, 1_000, 1)],
    ])
    let store = try Store.blues()
    empty = try store.statements.ledger(rates: rates, personnel: [])
    project = try store.project.overview().project
  }

  /// The ledger of costs and work, where some periods are locked.
  func ledger(
    _ costs: [CostLine], _ work: [PersonnelLine] = [], locked: Set<String> = []
  ) throws -> Ledger {
    let periods = try (0..<3).map { number in
      let period = Period(
        number: number + 1, startMonth: try #require(ProjectMonth(number: 8 * number + 1)),
        endMonth: try #require(ProjectMonth(number: 8 * number + 8)))
      return ReportingPeriods.Entry(
        period: period, days: period.days(in: project),
        state: locked.contains(period.name) ? .locked : .open)
    }
    var ledger = Ledger(
      categories: empty.categories, periods: ReportingPeriods(periods), rates: rates,
      partners: empty.partners)
    ledger.eligible = empty.eligible
    try ledger.add(costs: costs)
    try ledger.add(personnel: work)
    return ledger
  }

  static func costs(_ random: inout SplitMix64) throws -> [CostLine] {
    try (1...(2 + random.upTo(14))).map { try cost($0, &random) }
  }

  static func cost(_ number: Int, _ random: inout SplitMix64) throws -> CostLine {
    var cost = CostLine(code: try #require(CostCode(number: number)))
    cost.partner = random.pick(["NP", "AV", "BNPT"])
    cost.category = random.pick(["A.1", "B", "D.1", "D.2", "D.3", "C"])
    cost.workPackage = random.pick([nil, "WP1", "WP2", "WP5"])
    cost.incurredOn = Day(number: 18_293 + random.upTo(790))
    cost.description = "x"
    cost.amount = random.upTo(200_000) - 20_000
    cost.currency = random.pick([.eur, .czk, .pln])
    cost.vat = random.pick([nil, nil, random.upTo(1_000)])
    cost.isVATDeductible = random.pick([nil, .yes, .no])
    cost.chargedIn = random.pick([nil, nil, "RP2", "RP3"])
    return cost
  }

  static func work(_ random: inout SplitMix64) throws -> [PersonnelLine] {
    try (1...(1 + random.upTo(6))).map { _ in
      let partner = random.pick(["NP", "AV"])
      let currency: Currency = random.pick([.eur, .czk])
      return PersonnelLine(
        partner: try PartnerCode(partner), person: "\(partner)-\(1 + random.upTo(3))",
        category: random.pick(["A.1", "A.2"]),
        workPackage: WorkPackageCode(number: 1 + random.upTo(5)),
        month: try .of("202\(random.upTo(2))-0\(2 + random.upTo(8))-01"),
        hours: 1 + random.upTo(16_000),
        annualCost: Money(cents: 72_000_000, currency: currency), productiveHours: 172_000,
        amount: Money(cents: Int64(1 + random.upTo(9_000_000)), currency: currency))
    }
  }

  /// What partners do with their costs after a lock: figures, days, categories and currencies change, lines
  /// come and go.
  static func edited(_ costs: [CostLine], _ random: inout SplitMix64) throws -> [CostLine] {
    var edited = costs
    for at in edited.indices where random.upTo(3) == 0 {
      switch random.upTo(7) {
      case 0: edited[at].amount = random.upTo(200_000) - 20_000
      case 1: edited[at].incurredOn = Day(number: 18_293 + random.upTo(790))
      case 2: edited[at].category = random.pick(["B", "D.1", "D.3"])
      case 3: edited[at].workPackage = random.pick([nil, "WP1", "WP3"])
      case 4: edited[at].currency = random.pick([.eur, .czk, .pln])
      case 5: edited[at].partner = random.pick(["NP", "ZINNAE"])
      default: edited[at].chargedIn = random.pick([nil, "RP2", "RP3"])
      }
    }
    edited.removeAll { _ in random.upTo(8) == 0 }
    for number in 0..<random.upTo(4) { edited.append(try cost(500 + number, &random)) }
    return edited
  }

  /// The same with hours: some change, some go.
  static func edited(_ work: [PersonnelLine], _ random: inout SplitMix64) -> [PersonnelLine] {
    var edited = work.filter { _ in random.upTo(5) != 0 }
    for at in edited.indices where random.upTo(4) == 0 {
      edited[at].amount = Money(
        cents: Int64(1 + random.upTo(9_000_000)), currency: edited[at].annualCost.currency)
    }
    return edited
  }
}

extension Ledger {
  /// Everything that statements say in figures, a line for each.
  var told: [String] {
    statements().map { statement in
      "\(statement.partner) \(statement.period) "
        + statement.sums.map { "\($0.category.code) \($0.own) \($0.adjustments)" }
        .joined(separator: " ")
        + " \(statement.maximumContribution) \(statement.requestedContribution)"
    }
  }

  /// The views of a period, or of all, whose rows do not add up to the statements.
  func leaks(in period: String?) -> [String] {
    let total = statements(in: period).reduce(0) { $0 + $1.totalCosts.cents }
    return LedgerGrouping.allCases.filter { grouping in
      view(by: grouping, in: period).reduce(0) { $0 + $1.total.cents } != total
    }.map { "\(period ?? "all") by \($0.rawValue)" }
  }

  /// The direct costs in cents by partner and category, declared or late.
  var direct: [String: Int64] {
    (lines + late).reduce(into: [:]) {
      $0["\($1.partner) \($1.category)", default: 0] += $1.euro.cents
    }
    .filter { $0.value != 0 }
  }
}
