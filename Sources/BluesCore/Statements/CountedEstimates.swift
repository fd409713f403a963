internal import Basics
internal import Documents

/// The estimates between the reports: which of them count, and what covers the others.
///
/// An estimate counts until a cost of its partner, category and month is in the ledger, or until the
/// period of its month is locked.
package struct CountedEstimates: Sendable {
  /// An estimate with what covers it.
  package struct Entry: Sendable, Equatable {
    package let code: String
    package let partner: String
    package let category: String
    /// Its month, `2020-11`.
    package let month: String
    /// The period of its month.
    package let period: String?
    package let cents: Int64
    /// The line or the locked period that covers it; nil where it counts.
    package let cover: String?
  }

  package let entries: [Entry]

  package init(_ estimates: [CostEstimate], _ ledger: Ledger) {
    var covers: [String: String] = [:]
    for line in ledger.lines {
      let key = "\(line.partner)|\(line.category)|\(line.month.iso.prefix(7))"
      covers[key] = min(covers[key] ?? line.source, line.source)
    }
    entries = estimates.compactMap { estimate in
      guard let day = estimate.month else { return nil }
      let month = CostEstimate.monthText(day)
      let period = ledger.periods.incurred(on: day)
      let lock = period.flatMap { $0.state == .open ? nil : "\($0.name) is \($0.state.rawValue)" }
      return Entry(
        code: estimate.code.description, partner: estimate.partner, category: estimate.category,
        month: month, period: period?.name, cents: Int64(estimate.amount ?? 0),
        cover: covers["\(estimate.partner)|\(estimate.category)|\(month)"] ?? lock)
    }
  }

  /// Those that count, of one period or of all.
  package func counted(in period: String? = nil) -> [Entry] {
    entries.filter { $0.cover == nil && (period == nil || $0.period == period) }
  }

  /// The estimates as lines of a budget: in the work packages that the budget has for partner and category,
  /// by what it has for each, and with the indirect costs on them.
  func entries(
    in period: String?, _ budget: [BudgetTable.Entry], _ categories: CostCategories
  ) -> [BudgetTable.Entry] {
    var sums: [String: (partner: String, category: String, cents: Int64)] = [:]
    for entry in counted(in: period) {
      let key = "\(entry.partner)|\(entry.category)"
      sums[key] = (entry.partner, entry.category, entry.cents + (sums[key]?.cents ?? 0))
    }
    let direct = sums.sorted { $0.key < $1.key }.flatMap { _, sum -> [BudgetTable.Entry] in
      let lines = budget.filter { $0.partner == sum.partner && $0.category == sum.category }
      let parts = Shares.of(sum.cents, by: lines.map(\.cents)) ?? [sum.cents]
      let packages = parts.count == lines.count ? lines.map(\.workPackage) : [nil]
      return zip(packages, parts).map { package, cents in
        BudgetTable.Entry(
          partner: sum.partner, category: sum.category, workPackage: package, cents: cents,
          amendment: 0)
      }
    }
    return direct + BudgetView.indirect(direct, categories)
  }

  /// What is estimated, estimate by estimate.
  package var explanation: Explanation {
    let lines = entries.map { entry in
      Explanation.Line(
        source: entry.code, description: "\(entry.category) of \(entry.partner), \(entry.month)",
        arithmetic: entry.cover.map { "\(Money(cents: entry.cents)) covered: \($0)" }
          ?? "\(Money(cents: entry.cents))",
        amount: Money(cents: entry.cover == nil ? entry.cents : 0))
    }
    return Explanation(
      figure: "estimated", value: Money(cents: lines.reduce(0) { $0 + $1.amount.cents }),
      lines: lines)
  }
}
