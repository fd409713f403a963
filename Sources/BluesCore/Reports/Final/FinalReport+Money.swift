internal import Basics
internal import Documents

extension FinalReport {
  /// What one period declares.
  private struct PeriodSum {
    let period: String
    let total: Money
    let requested: Money
    let receipts: Money
  }

  /// The costs and the contribution of all periods, payments, and the third parties supported.
  func money(_ periods: [Period]) throws -> [Block] {
    let ledger = try store.statements.ledger()
    let sums = periods.map { period -> PeriodSum in
      let statements = ledger.statements(in: period.name, withLines: false)
      let sum = StatementSummary(statements, partners: ledger.partners).total
      let receipts = statements.reduce(Int64(0)) { $0 + $1.receipts.cents }
      return PeriodSum(
        period: period.name, total: sum.totalCosts, requested: sum.requestedContribution,
        receipts: Money(cents: receipts))
    }
    func sum(_ value: (PeriodSum) -> Money) -> Money {
      Money(cents: sums.reduce(Int64(0)) { $0 + value($1).cents })
    }
    let total = PeriodSum(
      period: "Total", total: sum(\.total), requested: sum(\.requested),
      receipts: sum(\.receipts))
    let fields: [Field<PeriodSum>] = [
      Field("period", "Period", rank: .key) { .text($0.period) },
      Field("total_costs", "Total costs") { .amount($0.total) },
      Field("receipts", "Receipts") { .amount($0.receipts) },
      Field("requested_contribution", "Requested") { .amount($0.requested) },
    ]
    let support = ledger.lines.filter { $0.category.hasPrefix(CostCategory.support) }
      .sorted { ($0.day, $0.source) < ($1.day, $1.source) }
    return [
      .section("Costs of all periods"),
      .table(
        Table(
          noun: "periods_costs", fields: fields, rows: sums, total: fields.map { $0.cell(total) })),
      .section("Third parties supported"),
      .table(Self.supported(support)),
    ]
  }

  /// Who received support, with the sum below.
  private static func supported(_ lines: [LedgerLine]) -> Table {
    let sum = Money(cents: lines.reduce(Int64(0)) { $0 + $1.euro.cents })
    let fields: [Field<LedgerLine>] = [
      Field("recipient", "Recipient", rank: .main) { .text(orEmpty: $0.party) },
      Field("source", "For", rank: .key) { .text($0.source) },
      Field("partner", "Paid by") { .text($0.partner) },
      Field("paid_on", "On") { .day($0.day) },
      Field("period", "Declared in") { .text($0.charged) },
      Field("amount", "Amount") { .amount($0.euro) },
    ]
    return Table(
      noun: "supported", emptySentence: "No third party was supported.", fields: fields,
      rows: lines,
      total: lines.isEmpty
        ? nil : [.text("Total"), .empty, .empty, .empty, .empty, .amount(sum)])
  }
}
