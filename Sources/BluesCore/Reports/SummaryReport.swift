internal import Basics
package import Documents

/// The statements of all partners added up, for a period or for the whole action.
package struct SummaryReport: Report {
  package static let name = "summary"
  package static let abstract =
    "The statements of all partners added up, for a period or the whole action."
  package static let examples = [
    "blues report summary", "blues report summary --period RP1 --json",
    "blues report summary --by month", "blues report summary -o summary.xlsx",
    "blues report summary --period RP1 --explain personnel",
  ]
  package static let options = [
    ReportOption(
      name: "period", help: "The reporting period, such as RP1; default: the whole action.",
      isNeeded: false),
    ReportOption(
      name: "by",
      help: "What rows are of: partner (the default), category, work-package, month or person.",
      isNeeded: false, words: LedgerGrouping.allCases.map(\.rawValue)),
    ReportOption(
      name: "explain",
      help: "The lines of all partners that make up a figure, such as personnel or total_costs.",
      isNeeded: false),
  ]

  package let store: Store

  package init(store: Store) { self.store = store }

  package func content(_ asked: ReportRequest) throws -> Document {
    let ledger = try store.statements.ledger(withUnrated: true)
    let entry = try asked.texts["period"].map { try ledger.periods.named($0) }
    try ledger.refuseUnrated(in: entry?.name)
    if let figure = asked.texts["explain"] {
      return try explained(figure, ledger, entry?.name)
    }
    if let grouping = asked.texts["by"].flatMap({ LedgerGrouping(rawValue: $0) }),
      grouping != .partner
    {
      return try view(ledger, grouping, entry?.name)
    }
    let statements = ledger.statements(withLines: false)
    let past = Set(ledger.periods.names(upTo: entry?.name))
    let toDate = StatementSummary(
      statements.filter { past.contains($0.period) }, partners: ledger.partners)
    let summary = StatementSummary(
      statements.filter { entry == nil || $0.period == entry?.name }, partners: ledger.partners)
    let grant = try store.grantFigures.book().rule("maximum-grant").money("amount")
    let requested = toDate.total.requestedContribution
    let project = try store.project.overview().project
    let total = StatementSummary.fields.map { $0.cell(summary.total) }
    let remaining = Money(cents: grant.cents - requested.cents)
    var blocks: [Block] = [
      .table(
        Table(
          noun: "partners", emptySentence: "No partners yet.", fields: StatementSummary.fields,
          rows: summary.rows, total: total)),
      .data(
        "total",
        .object(
          StatementSummary.fields.dropFirst().map { field in
            JSONMember(field.column.name, field.cell(summary.total).json)
          })),
    ]
    blocks += ledger.reservations(in: entry?.name)
    blocks += ledger.categories.notes.map { .note($0, .muted) }
    blocks += [
      .section("Grant"),
      .facts(
        Facts([
          Fact("maximum_grant", "Maximum grant", .amount(grant)),
          Fact("requested_to_date", "Requested to date", .amount(requested)),
          Fact("remaining", "Remaining", .amount(remaining)),
        ])),
    ]
    if remaining.cents < 0 {
      blocks.append(
        .note(
          "The sum requested is \(Money(cents: -remaining.cents)) above the maximum grant.", .bad))
    }
    return Document(
      schema: "blues.financial-summary/1",
      title: "\(project.acronym): summary of \(entry?.name ?? "the whole action")",
      blocks: blocks.explained)
  }

  /// The lines of all statements that make up a figure, each with its partner.
  private func explained(_ figure: String, _ ledger: Ledger, _ period: String?) throws -> Document {
    let statements = ledger.statements(in: period)
    let parts = try statements.map { ($0.partner, try $0.explanation(of: figure)) }
    let lines = parts.flatMap { partner, part in
      part.lines.map { line in
        Explanation.Line(
          source: line.source == partner ? partner : "\(partner) \(line.source)",
          description: line.description, arithmetic: line.arithmetic, amount: line.amount)
      }
    }
    let value = Money(cents: parts.reduce(0) { $0 + $1.1.value.cents })
    let project = try store.project.overview().project
    return FinancialReport.page(
      of: Explanation(figure: parts.first?.1.figure ?? figure, value: value, lines: lines),
      title: "\(project.acronym): all partners, \(period ?? "the whole action")")
  }

  /// The total costs by something else than partners.
  private func view(
    _ ledger: Ledger, _ grouping: LedgerGrouping, _ period: String?
  ) throws -> Document {
    let rows = ledger.view(by: grouping, in: period)
    let total = Money(cents: rows.reduce(0) { $0 + $1.total.cents })
    let project = try store.project.overview().project
    return Document(
      schema: "blues.cost-view/1",
      title:
        "\(project.acronym): costs of \(period ?? "the whole action") by \(grouping.rawValue)",
      blocks: ([
        .table(
          Table(
            noun: "rows", emptySentence: "No costs yet.", fields: grouping.fields, rows: rows,
            total: rows.isEmpty ? nil : [.text("Total"), .amount(total)])),
        .data("total_costs", Cell.amount(total).json),
      ] + ledger.categories.notes.map { .note($0, .muted) }).explained)
  }
}
