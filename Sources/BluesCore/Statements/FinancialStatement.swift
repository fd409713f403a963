/// What a partner declares for a period: costs by category, and what the grant pays of them.
package struct FinancialStatement: Sendable {
  /// The costs of one category, in whole cents.
  package struct CategorySum: Sendable, Equatable {
    package let category: CostCategory
    /// Incurred and declared in the period.
    package internal(set) var own: Int64
    /// Declared in the period, incurred in an earlier one.
    package internal(set) var adjustments: Int64

    package var total: Int64 { own + adjustments }
  }

  package let partner: String
  package let period: String
  /// In an order of their own: category, day, source; none where only the sums were asked for.
  package let lines: [LedgerLine]
  package let categories: CostCategories
  /// Every category, indirect costs last.
  package let sums: [CategorySum]
  package let word: StatementWord?

  /// The statement of those lines that stand at some places.
  package init(
    partner: String, period: String, lines: [LedgerLine], at chosen: [Int],
    categories: CostCategories, word: StatementWord? = nil, hasLines: Bool = true
  ) {
    self.partner = partner
    self.period = period
    self.categories = categories
    self.word = word
    self.lines = hasLines ? Self.ordered(chosen.map { lines[$0] }, categories) : []
    var sums = categories.all.map { CategorySum(category: $0, own: 0, adjustments: 0) }
    let places = Dictionary(
      sums.indices.map { (sums[$0].category.code, $0) }, uniquingKeysWith: { first, _ in first })
    for place in chosen {
      guard let at = places[lines[place].category], !sums[at].category.isIndirect else { continue }
      if lines[place].isAdjustment {
        sums[at].adjustments += lines[place].euro.cents
      } else {
        sums[at].own += lines[place].euro.cents
      }
    }
    let base = sums.filter(\.category.isInBase)
    let own = base.reduce(0) { $0 + $1.own }
    let adjustments = base.reduce(0) { $0 + $1.adjustments }
    for at in sums.indices where sums[at].category.isIndirect {
      sums[at].own = Money(cents: own).times(categories.indirectRate).cents
      sums[at].adjustments = Money(cents: adjustments).times(categories.indirectRate).cents
    }
    self.sums = sums
  }

  /// The lines by category, day, source and work package.
  ///
  /// Their places are sorted: a line is large, and a sort moves each a dozen times.
  private static func ordered(_ lines: [LedgerLine], _ categories: CostCategories) -> [LedgerLine] {
    let ranks = Dictionary(
      categories.all.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    let keys = lines.map { (ranks[$0.category] ?? ranks.count, $0.day) }
    return lines.indices.sorted { one, other in
      if keys[one] != keys[other] { return keys[one] < keys[other] }
      let (one, other) = (lines[one], lines[other])
      return (one.source, one.workPackage ?? .max) < (other.source, other.workPackage ?? .max)
    }.map { lines[$0] }
  }

  private func sum(_ holds: (CategorySum) -> Bool) -> Int64 {
    sums.filter(holds).reduce(0) { $0 + $1.total }
  }

  /// The costs of a group by its letter.
  package func total(of group: String) -> Money { Money(cents: sum { $0.category.group == group }) }

  package var directCosts: Money { Money(cents: sum { !$0.category.isIndirect }) }
  package var indirectBase: Money { Money(cents: sum { $0.category.isInBase }) }
  package var totalCosts: Money { Money(cents: sum { _ in true }) }
  package var receipts: Money { word?.receipts ?? .zero() }

  /// What the grant pays, by rate of reimbursement, each rounded once.
  package var contributions: [(rate: Percent, costs: Money, contribution: Money)] {
    let rates = Set(sums.map(\.category.rate)).sorted()
    return rates.map { rate in
      let costs = Money(cents: sum { $0.category.rate == rate })
      return (rate, costs, costs.times(rate))
    }
  }

  package var maximumContribution: Money {
    Money(cents: contributions.reduce(0) { $0 + $1.contribution.cents })
  }

  /// What the partner asks for: the maximum, or less where it says so.
  package var requestedContribution: Money {
    guard let requested = word?.requested else { return maximumContribution }
    return min(requested, maximumContribution)
  }

  /// What would be more if the base left out no category.
  package var withoutExclusions: Money {
    let whole = sums.filter { !$0.category.isIndirect }
    let own = Money(cents: whole.reduce(0) { $0 + $1.own }).times(categories.indirectRate)
    let later = Money(cents: whole.reduce(0) { $0 + $1.adjustments })
      .times(categories.indirectRate)
    return Money(cents: own.cents + later.cents - total(of: CostCategory.indirect).cents)
  }

  /// The currencies other than euro that its lines have, each with the period of its rate.
  package var currencies: [(currency: Currency, period: String)] {
    var found: [(currency: Currency, period: String)] = []
    for line in lines where line.amount.currency != .eur {
      guard !found.contains(where: { $0 == (line.amount.currency, line.incurred) }) else {
        continue
      }
      found.append((line.amount.currency, line.incurred))
    }
    return found.sorted { ($0.currency.code, $0.period) < ($1.currency.code, $1.period) }
  }
}
