internal import Basics
package import Documents

/// The budget beside what is declared, committed and left.
package struct BudgetReport: Report {
  package static let name = "budget"
  package static let abstract = "The budget beside what is declared, committed and left."
  package static let examples = [
    "blues report budget", "blues report budget --by partner",
    "blues report budget --by category --period RP1 --json",
    "blues report budget --by partner --against 0",
    "blues report budget --explain estimated",
    "blues report budget --by category --if \"NP D.1 WP5 -500.00, AV D.1 WP2 +500.00\"",
  ]
  package static let options = [
    ReportOption(
      name: "by", help: "What rows are of: line (the default), partner, category or work-package.",
      isNeeded: false, words: BudgetView.Grouping.allCases.map(\.rawValue)),
    ReportOption(
      name: "period", help: "Only what is declared in that period; default: all to date.",
      isNeeded: false),
    ReportOption(
      name: "against", help: "The version of the budget to compare with: 0 as signed.",
      isNeeded: false),
    ReportOption(
      name: "if", help: "Transfers to try: PARTNER CATEGORY WP AMOUNT, separated by commas.",
      isNeeded: false),
    ReportOption(
      name: "explain", help: "The estimates that make up the column: estimated.", isNeeded: false,
      words: ["estimated"]),
  ]

  package let store: Store

  package init(store: Store) { self.store = store }

  package func content(_ asked: ReportRequest) throws -> Document {
    let ledger = try store.statements.ledger(withUnrated: true)
    let entry = try asked.texts["period"].map { try ledger.periods.named($0) }
    try ledger.refuseUnrated(in: entry?.name)
    let grouping = asked.texts["by"].flatMap { BudgetView.Grouping(rawValue: $0) } ?? .line
    let project = try store.project.overview().project
    let today = store.invocation.today
    let estimates = CountedEstimates(try store.estimates.all(), ledger)
    if asked.texts["explain"] != nil {
      return FinancialReport.page(of: estimates.explanation, title: project.acronym)
    }
    var budget = try store.statements.budget()
    let book = try store.grantFigures.book()
    let lapse = try book.rule("lapse-alarm")
    let before = try earlier(asked, budget)
    if let transfers = asked.texts["if"] {
      budget = try store.statements.trying(
        BudgetTransfer.read(transfers, partners: ledger.partners, ledger.categories), in: budget)
    }
    let view = BudgetView(
      budget, ledger, open: try store.statements.openPayments(), by: grouping, in: entry?.name,
      elapsed: project.elapsedShare(of: entry?.days, on: today),
      alarm: try book.rule("budget-alarm").percent("share"), comparedWith: before ?? [],
      estimates: estimates, lapse: try lapse.percent("share"))
    let notes = before.map { BudgetView.notes(from: $0, to: budget.inForce, ledger.categories) }
    return Document(
      schema: "blues.budget-report/1",
      title: "\(project.acronym): budget"
        + (entry.map { ", declared in \($0.name)" } ?? " on \(today.spoken)"),
      subtitle: entry.map { _ in "on \(today.spoken)" },
      blocks: ([.table(Self.table(view, grouping, comparing: before != nil))]
        + (notes ?? []).map { .note($0, .warning) }
        + ledger.reservations(in: entry?.name)
        + (view.total.estimated == 0 ? [] : [.note(try Self.note(lapse), .muted)])
        + ledger.categories.notes.map { .note($0, .muted) }).explained)
  }

  /// When a projection with estimates is an alarm, and where that is from.
  private static func note(_ rule: Rule) throws -> String {
    "A projection with estimates that misses the budget by more than \(try rule.text("share")) is an "
      + "alarm (mark \(rule.mark.rawValue), rule \(rule.id), \(rule.breach("").tag))."
  }

  /// The lines of the version that is compared with: the one that was named, or the one in force where
  /// transfers are tried.
  private func earlier(
    _ asked: ReportRequest, _ budget: BudgetTable
  ) throws -> [BudgetTable.Entry]? {
    guard let text = asked.texts["against"] else {
      return asked.texts["if"] == nil ? nil : budget.inForce
    }
    guard let number = wholeNumber(text.trimmedBytes), number <= budget.newest else {
      throw TransferProblem.noVersion(text, newest: budget.newest)
    }
    return budget.version(number)
  }

  private static func table(
    _ view: BudgetView, _ grouping: BudgetView.Grouping, comparing: Bool
  ) -> Table {
    let fields = grouping.fields(comparing: comparing)
    let names = grouping.keys.count
    let total =
      [Cell.text("Total")] + Array(repeating: .empty, count: names - 1)
      + fields.dropFirst(names).map { $0.cell(view.total) }
    return Table(
      noun: "rows", emptySentence: "No budget and no costs yet.", fields: fields,
      rows: view.rows, total: view.rows.isEmpty ? nil : total)
  }
}

extension Store {
  package var budgetReport: BudgetReport { BudgetReport(store: self) }
}
