package import Documents

/// What a row of the budget report is about.
package struct BudgetKey: Hashable, Sendable {
  package let partner: String?
  package let category: String?
  /// The number of the work package; nil for costs in none.
  package let workPackage: Int?
}

/// The budget of a row beside what is declared, committed and left.
package struct BudgetRow: Sendable, Equatable {
  package let key: BudgetKey
  /// What another version of the budget has, where two are compared.
  package internal(set) var before: Int64 = 0
  package internal(set) var budget: Int64 = 0
  package internal(set) var declared: Int64 = 0
  /// Agreed and not yet paid.
  package internal(set) var committed: Int64 = 0
  /// Expected in months that no cost covers yet.
  package internal(set) var estimated: Int64 = 0
  /// The share of the action's days that are over.
  package let elapsed: Fraction
  /// The share of the budget that a projection may miss it by: by the pace so far, and by estimates.
  let alarmShare: Percent
  let lapseShare: Percent

  package var left: Money { Money(cents: budget - declared - committed) }

  /// The share of the budget that is declared or committed, in hundredths of a per cent.
  package var used: Int? {
    guard budget != 0 else { return nil }
    let share = Fraction(Int128(declared + committed)).divided(by: Fraction(Int128(budget)))
    return share.map { Int($0.rounded(toParts: 10_000)) }
  }

  /// What will be declared at the end: declared, committed and estimated.
  package var projected: Money { Money(cents: declared + committed + estimated) }

  /// What of the budget nobody will have used then.
  package var lapses: Money { Money(cents: budget - projected.cents) }

  /// Of a total, the sum of the trends of its rows, each of which is rounded.
  var trendOfRows: Int64?

  /// What will be declared at the end where it goes on as it did.
  package var trend: Money? {
    if let trendOfRows { return Money(cents: trendOfRows) }
    guard let whole = Fraction(Int128(declared)).divided(by: elapsed) else { return nil }
    return Money(cents: Int64(clamping: whole.rounded()))
  }

  /// What is out of order: overdrawn; with estimates more than the budget, or so little that it lapses;
  /// without estimates ahead of the time or behind it.
  package enum Alarm: String, Sendable, CaseIterable {
    case overdrawn, exceeds, lapses, ahead, behind
  }

  package var alarm: Alarm? {
    if left.cents < 0 { return .overdrawn }
    guard budget > 0 else { return nil }
    if estimated != 0 {
      let margin = Money(cents: budget).times(lapseShare).cents
      if lapses.cents < -margin { return .exceeds }
      return lapses.cents > margin ? .lapses : nil
    }
    guard let trend else { return nil }
    let margin = Money(cents: budget).times(alarmShare).cents
    if trend.cents > budget + margin { return .ahead }
    return trend.cents < budget - margin ? .behind : nil
  }
}

/// The budget in force beside the costs to date.
package struct BudgetView: Sendable {
  /// What rows are of: all three, or one of them.
  package enum Grouping: String, Sendable, CaseIterable {
    case line, partner, category
    case workPackage = "work-package"
  }

  package let rows: [BudgetRow]
  package let total: BudgetRow

  /// Puts them together; `open` is what is agreed with visitors and not paid yet, by partner, `before` the
  /// lines of the version that is compared with, and `lapse` the share of the budget that estimates may
  /// miss it by.
  package init(
    _ budget: BudgetTable, _ ledger: Ledger, open: [String: Int64], by grouping: Grouping,
    in period: String? = nil, elapsed: Fraction, alarm: Percent,
    comparedWith before: [BudgetTable.Entry] = [], estimates: CountedEstimates? = nil,
    lapse: Percent? = nil
  ) {
    let lapse = lapse ?? alarm
    let categories = ledger.categories
    let supports = SupportPayment.packages(of: budget)
    var rows: [BudgetKey: BudgetRow] = [:]
    func add(
      _ partner: String, _ category: String, _ package: Int?, _ change: (inout BudgetRow) -> Void
    ) {
      let key = BudgetKey(
        partner: [.line, .partner].contains(grouping) ? partner : nil,
        category: [.line, .category].contains(grouping) ? category : nil,
        workPackage: [.line, .workPackage].contains(grouping) ? package : nil)
      change(
        &rows[
          key,
          default: BudgetRow(
            key: key, elapsed: elapsed, alarmShare: alarm, lapseShare: lapse)])
    }
    for entry in budget.inForce + Self.indirect(budget.inForce, categories) {
      add(entry.partner, entry.category, entry.workPackage) { $0.budget += entry.cents }
    }
    for entry in before + Self.indirect(before, categories) {
      add(entry.partner, entry.category, entry.workPackage) { $0.before += entry.cents }
    }
    for part in ledger.parts(by: .workPackage, in: period) {
      add(part.partner, part.category, part.workPackage) { $0.declared += part.cents }
    }
    for entry in estimates?.entries(in: period, budget.inForce, categories) ?? [] {
      add(entry.partner, entry.category, entry.workPackage) { $0.estimated += entry.cents }
    }
    if period == nil, let support = categories.all.first(where: \.isSupport) {
      for (partner, cents) in open where cents != 0 {
        add(partner, support.code, supports[partner]) { $0.committed += cents }
      }
    }
    self.rows = rows.values.sorted { Self.place($0.key, ledger) < Self.place($1.key, ledger) }
    var total = self.rows.reduce(
      into: BudgetRow(
        key: BudgetKey(partner: nil, category: nil, workPackage: nil), elapsed: elapsed,
        alarmShare: alarm, lapseShare: lapse)
    ) {
      $0.before += $1.before
      $0.budget += $1.budget
      $0.declared += $1.declared
      $0.committed += $1.committed
      $0.estimated += $1.estimated
    }
    if elapsed != .zero {
      total.trendOfRows = self.rows.reduce(0) { $0 + ($1.trend?.cents ?? 0) }
    }
    self.total = total
  }

  /// The indirect costs of partners whose budget has no line for them, by work package.
  static func indirect(
    _ entries: [BudgetTable.Entry], _ categories: CostCategories
  ) -> [BudgetTable.Entry] {
    guard let code = categories.all.first(where: \.isIndirect)?.code else { return [] }
    let byPartner = Dictionary(grouping: entries, by: \.partner)
    return byPartner.flatMap { partner, lines -> [BudgetTable.Entry] in
      guard !lines.contains(where: { $0.category == code }) else { return [] }
      let base = lines.filter { categories[$0.category]?.isInBase == true }
      let packages = Set(base.map(\.workPackage)).sorted { ($0 ?? .max) < ($1 ?? .max) }
      let bases = packages.map { package in
        base.filter { $0.workPackage == package }.reduce(0) { $0 + $1.cents }
      }
      let amount = Money(cents: bases.reduce(0, +)).times(categories.indirectRate).cents
      let shares = Shares.of(amount, by: bases) ?? []
      return zip(packages, shares).map { package, cents in
        BudgetTable.Entry(
          partner: partner, category: code, workPackage: package, cents: cents,
          amendment: lines[0].amendment)
      }
    }
  }

  private static func place(_ key: BudgetKey, _ ledger: Ledger) -> (Int, Int, Int) {
    (
      key.partner.map { ledger.partners.firstIndex(of: $0) ?? .max } ?? 0,
      key.category.map { ledger.categories.rank($0) } ?? 0, key.workPackage ?? .max
    )
  }
}

extension BudgetView.Grouping {
  /// The columns of its rows; where two versions are compared, those of the change as well.
  package func fields(comparing: Bool = false) -> [Field<BudgetRow>] {
    keys + (comparing ? BudgetRow.changes : []) + BudgetRow.figures
  }

  /// The columns that say what a row is of.
  package var keys: [Field<BudgetRow>] {
    var fields: [Field<BudgetRow>] = []
    if self == .line || self == .partner {
      fields.append(Field("partner", "Partner", rank: .key) { .text(orEmpty: $0.key.partner) })
    }
    if self == .line || self == .category {
      fields.append(
        Field("category", "Category", kind: .form("cost category"), rank: .key) {
          .text(orEmpty: $0.key.category)
        })
    }
    if self == .line || self == .workPackage {
      fields.append(
        Field("work_package", "WP", kind: .form("work package"), rank: .key) {
          .text(orEmpty: $0.key.workPackage.map { "WP\($0)" })
        })
    }
    return fields
  }
}
