internal import Basics
package import Documents

extension Statements {
  /// The statement of a partner for a period as a document.
  package func page(
    of partner: String, in entry: ReportingPeriods.Entry, _ ledger: Ledger,
    as state: PeriodState? = nil
  ) throws -> Document {
    let statement = ledger.statement(of: partner, in: entry.name)
    let project = try store.project.overview().project
    let book = try ledger.books[entry.name] ?? store.grantFigures.book()
    let share = try book.rule("use-of-resources").percent("share")
    let rates = statement.currencies.compactMap { currency, period in
      ledger.rates.rate(currency, in: period).map {
        UsedRate(currency: currency, period: period, rate: $0)
      }
    }
    return Document(
      schema: "blues.financial-statement/1",
      title: "Financial statement of \(project.acronym): \(statement.partner), \(entry.name)",
      subtitle: "\(entry.days.lowerBound.spoken) to \(entry.days.upperBound.spoken)",
      blocks: [
        .facts(
          Facts([
            Fact("project", "Project", .text(project.acronym)),
            Fact("partner", "Partner", .text(statement.partner)),
            Fact("period", "Period", .text(entry.name)),
            Fact("state", "State", .text((state ?? entry.state).rawValue)),
          ])),
        .section("Exchange rates"),
        .table(
          Table(
            noun: "currency_rates", emptySentence: "All costs are in EUR.",
            fields: UsedRate.fields, rows: rates)),
        .section("Costs by category"), .table(Self.categories(statement)),
      ] + Self.notes(statement) + statement.adjustmentBlocks
        + [
          .section("Contribution"), .facts(Self.figures(statement)),
          .section("Use of resources"),
          .table(
            Table(
              noun: "use_of_resources", emptySentence: "No costs.", fields: UsedResource.fields,
              rows: statement.useOfResources(share: share))),
          .section("To be looked at"),
          .table(
            Table(
              noun: "warnings", emptySentence: "Nothing.", fields: StatementWarning.fields,
              rows: try warnings(of: statement, in: ledger))),
        ])
  }

  private static func notes(_ statement: FinancialStatement) -> [Block] {
    statement.categories.notes.map { .note($0, .muted) }
  }

  private static func categories(_ statement: FinancialStatement) -> Table {
    let own = statement.sums.reduce(0) { $0 + $1.own }
    let later = statement.sums.reduce(0) { $0 + $1.adjustments }
    return Table(
      noun: "categories", fields: FinancialStatement.CategorySum.fields, rows: statement.sums,
      total: [
        .text("Total"), .empty, .amount(Money(cents: own)), .amount(Money(cents: later)),
        .amount(statement.totalCosts),
      ])
  }

  private static func figures(_ statement: FinancialStatement) -> Facts {
    Facts([
      Fact("direct_costs", "Direct costs", .amount(statement.directCosts)),
      Fact("indirect_base", "Base of indirect costs", .amount(statement.indirectBase)),
      Fact("indirect_rate", "Rate", .text(statement.categories.indirectRate.description)),
      Fact("total_costs", "Total costs", .amount(statement.totalCosts)),
      Fact("receipts", "Receipts", .amount(statement.receipts)),
      Fact("maximum_contribution", "Maximum contribution", .amount(statement.maximumContribution)),
      Fact(
        "requested_contribution", "Requested contribution",
        .amount(statement.requestedContribution)),
    ])
  }
}

/// The rate by which a currency became euro in a period.
private struct UsedRate {
  let currency: Currency
  let period: String
  let rate: LedgerRates.Rate

  static let fields: [Field<UsedRate>] = [
    Field("currency", "Currency", rank: .key) { .text($0.currency.code) },
    Field("average", "Average") { .text(orEmpty: $0.rate.average?.text(decimals: 6)) },
    Field("days", "Days", kind: .number) { .integer($0.rate.count) },
    Field("from", "From", kind: .day) { .day(orEmpty: $0.rate.from) },
    Field("to", "To", kind: .day) { .day(orEmpty: $0.rate.to) },
    Field("set_by_hand", "By hand", kind: .flag) { .flag($0.rate.isSetByHand) },
    Field("period", "Period") { .text($0.period) },
  ]
}

extension FinancialStatement.CategorySum {
  package static let fields: [Field<FinancialStatement.CategorySum>] = [
    Field("category", "Category", rank: .key) { .text($0.category.code) },
    Field("name", "Name", rank: .main) { .text($0.category.name) },
    Field("own", "Own", kind: .amount) { .amount(Money(cents: $0.own)) },
    Field("adjustments", "Adjustments", kind: .amount) { .amount(Money(cents: $0.adjustments)) },
    Field("total", "Total", kind: .amount) { .amount(Money(cents: $0.total)) },
  ]
}

extension StatementWarning {
  package static let fields: [Field<StatementWarning>] = [
    Field("rule", "Rule", rank: .key) { .state($0.rule, .warning) },
    Field("message", "Finding", rank: .main) { .text($0.message) },
    Field("source", "Source") { .text($0.source) },
  ]
}
