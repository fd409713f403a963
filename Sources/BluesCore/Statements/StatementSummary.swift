package import Documents

/// The statements of a period, or of the whole action, added up by partner.
package struct StatementSummary: Sendable, Equatable {
  /// The sums of one partner, or of all.
  package struct Row: Sendable, Equatable {
    package let partner: String
    package internal(set) var groups: [String: Int64] = [:]
    package internal(set) var maximum: Int64 = 0
    package internal(set) var requested: Int64 = 0

    package func total(of group: String) -> Money { Money(cents: groups[group, default: 0]) }
    package var totalCosts: Money { Money(cents: groups.values.reduce(0, +)) }
    package var maximumContribution: Money { Money(cents: maximum) }
    package var requestedContribution: Money { Money(cents: requested) }

    mutating func add(_ other: Row) {
      groups.merge(other.groups) { $0 + $1 }
      maximum += other.maximum
      requested += other.requested
    }

    init(_ partner: String) { self.partner = partner }

    init(_ statement: FinancialStatement) {
      partner = statement.partner
      for sum in statement.sums { groups[sum.category.group, default: 0] += sum.total }
      maximum = statement.maximumContribution.cents
      requested = statement.requestedContribution.cents
    }
  }

  package let rows: [Row]
  package let total: Row

  package init(_ statements: [FinancialStatement], partners: [String]) {
    var byPartner: [String: Row] = [:]
    for statement in statements {
      byPartner[statement.partner, default: Row(statement.partner)].add(Row(statement))
    }
    rows = partners.map { byPartner[$0] ?? Row($0) }
    total = rows.reduce(into: Row("Total")) { $0.add($1) }
  }

  package static let fields: [Field<Row>] = [
    Field("partner", "Partner", rank: .key) { .text($0.partner) },
    group("personnel", "Personnel", CostCategory.personnel),
    group("subcontracting", "Subcontracting", CostCategory.subcontracting),
    group("third_parties", "Third parties", CostCategory.support),
    group("other_direct", "Other direct", CostCategory.other),
    group("indirect", "Indirect", CostCategory.indirect),
    Field("total_costs", "Total", kind: .amount) { .amount($0.totalCosts) },
    Field("maximum_contribution", "Maximum", kind: .amount, rank: .minor) {
      .amount($0.maximumContribution)
    },
    Field("requested_contribution", "Requested", kind: .amount) {
      .amount($0.requestedContribution)
    },
  ]

  private static func group(_ name: String, _ heading: String, _ letter: String) -> Field<Row> {
    Field(name, heading, kind: .amount, rank: .wanted) { .amount($0.total(of: letter)) }
  }
}
