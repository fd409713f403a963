package import Basics
package import Documents

/// What costs are grouped by in a view.
package enum LedgerGrouping: String, Sendable, CaseIterable {
  case partner, category
  case workPackage = "work-package"
  case month, person
}

/// Costs in euro, direct and indirect, with all that a view can group them by.
package struct LedgerPart: Sendable, Equatable {
  package let partner: String
  package let category: String
  package let workPackage: Int?
  /// The first day of the month.
  package let month: Day
  /// Who did the work; nil for what is no work.
  package let person: String?
  package let cents: Int64
}

/// One row of a view.
package struct LedgerRow: Sendable, Equatable {
  /// A partner, a category, `WP3`, a month or a person; empty for costs in no work package or of nobody.
  package let key: String
  package let total: Money
}

extension Ledger {
  /// The total costs of a period, or of all, grouped; every view adds up to the same.
  ///
  /// Indirect costs are those of the statements, shared out by the base of each row.
  package func view(by grouping: LedgerGrouping, in period: String? = nil) -> [LedgerRow] {
    var totals: [String: Int64] = [:]
    for part in parts(by: grouping, in: period) {
      totals[key(of: part, grouping), default: 0] += part.cents
    }
    return totals.sorted { place($0.key, grouping) < place($1.key, grouping) }
      .map { LedgerRow(key: $0.key, total: Money(cents: $0.value)) }
  }

  /// The costs of the statements, with indirect costs shared out by what a view groups by.
  package func parts(by grouping: LedgerGrouping, in period: String? = nil) -> [LedgerPart] {
    statements(in: period).flatMap { statement in
      let direct = statement.lines.map { line in
        LedgerPart(
          partner: line.partner, category: line.category, workPackage: line.workPackage,
          month: line.month, person: line.personMonths == nil ? nil : line.party,
          cents: line.euro.cents)
      }
      return direct + indirect(statement, direct, grouping)
    }
  }

  private func indirect(
    _ statement: FinancialStatement, _ direct: [LedgerPart], _ grouping: LedgerGrouping
  ) -> [LedgerPart] {
    let amount = statement.total(of: CostCategory.indirect).cents
    let categories = statement.categories
    let code = categories.all.first(where: \.isIndirect)?.code ?? CostCategory.indirect
    var bases: [String: Int64] = [:]
    var examples: [String: LedgerPart] = [:]
    let isShared = [.workPackage, .month, .person].contains(grouping)
    for part in direct where categories[part.category]?.isInBase == true {
      let key = isShared ? key(of: part, grouping) : ""
      bases[key, default: 0] += part.cents
      examples[key] = part
    }
    let keys = bases.keys.sorted { place($0, grouping) < place($1, grouping) }
    let shares = Shares.of(amount, by: keys.map { bases[$0] ?? 0 }) ?? keys.map { _ in 0 }
    return zip(keys, shares).compactMap { key, share in
      guard share != 0, let example = examples[key] else { return nil }
      return LedgerPart(
        partner: statement.partner, category: code, workPackage: example.workPackage,
        month: example.month, person: grouping == .person ? example.person : nil, cents: share)
    }
  }

  private func key(of part: LedgerPart, _ grouping: LedgerGrouping) -> String {
    switch grouping {
    case .partner: part.partner
    case .category: part.category
    case .workPackage: part.workPackage.map { "WP\($0)" } ?? ""
    case .month: String(part.month.iso.prefix(7))
    case .person: part.person ?? ""
    }
  }

  /// Where a row is listed: partners and categories in their order, costs in no work package or of nobody
  /// last.
  private func place(_ key: String, _ grouping: LedgerGrouping) -> (Int, String) {
    switch grouping {
    case .partner: (partners.firstIndex(of: key) ?? .max, key)
    case .category: (categories.rank(key), key)
    case .workPackage: (key.isEmpty ? .max : Int(key.dropFirst(2)) ?? .max - 1, key)
    case .month: (0, key)
    case .person: (key.isEmpty ? .max : 0, key)
    }
  }
}

extension LedgerGrouping {
  /// The columns of its rows.
  package var fields: [Field<LedgerRow>] {
    let heading: String
    switch self {
    case .partner: heading = "Partner"
    case .category: heading = "Category"
    case .workPackage: heading = "WP"
    case .month: heading = "Month"
    case .person: heading = "Person"
    }
    return [
      Field("key", heading, "What the costs are of.", rank: .key) {
        .text(orEmpty: $0.key.isEmpty ? nil : $0.key)
      },
      Field("total_costs", "Total", "Direct and indirect costs.", kind: .amount) {
        .amount($0.total)
      },
    ]
  }
}
