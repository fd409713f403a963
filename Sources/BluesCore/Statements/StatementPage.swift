internal import Basics
package import Documents

extension Statements {
  /// The statement of a partner for a period as a document, as it is now.
  package func page(
    of partner: String, in entry: ReportingPeriods.Entry, _ ledger: Ledger
  ) throws -> Document {
    try content(of: partner, in: entry, ledger).document()
  }

  /// The same as a lock keeps it: with what a page has around the figures.
  package func locked(
    of partner: String, in entry: ReportingPeriods.Entry, _ ledger: Ledger, _ footer: [String],
    _ imprint: Imprint
  ) throws -> Document {
    let content = try content(of: partner, in: entry, ledger, as: .locked)
    return content.document(besides: [.data("page", content.page.closed(footer, imprint).json)])
  }

  func content(
    of partner: String, in entry: ReportingPeriods.Entry, _ ledger: Ledger,
    as state: PeriodState? = nil
  ) throws -> StatementContent {
    let statement = ledger.statement(of: partner, in: entry.name)
    let book = try ledger.books[entry.name] ?? store.grantFigures.book()
    let share = try book.rule("use-of-resources").percent("share")
    let rates = statement.currencies.compactMap { currency, period in
      ledger.rates.rate(currency, in: period).map { rate in
        StatementContent.UsedRate(
          currency: currency.code, average: rate.average?.text(decimals: 6), days: rate.count,
          from: rate.from, to: rate.to, isSetByHand: rate.isSetByHand, period: period)
      }
    }
    return StatementContent(
      project: try store.project.overview().project.acronym, partner: statement.partner,
      legalName: try store.partners.one(PartnerCode(statement.partner)).name,
      period: entry.name, state: (state ?? entry.state).rawValue, rates: rates,
      categories: statement.sums.map { StatementContent.CategoryRow($0) },
      adjustments: statement.adjustments + statement.followingAdjustments,
      figures: StatementContent.Figures(statement),
      resources: statement.useOfResources(share: share),
      warnings: try warnings(of: statement, in: ledger),
      page: StatementFrame(statement, entry.days))
  }
}

extension StatementWarning {
  package static let fields: [Field<StatementWarning>] = [
    Field("rule", "Rule", rank: .key) { .state($0.rule, .warning) },
    Field("message", "Finding", rank: .main) { .text($0.message) },
    Field("source", "Source") { .text($0.source) },
  ]
}
