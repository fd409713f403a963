internal import Basics
package import Documents

/// The financial statement of a partner for a period, or how one of its figures comes about.
package struct FinancialReport: Report {
  package static let name = "financial"
  package static let abstract = "The financial statement of a partner for a reporting period."
  package static let examples = [
    "blues report financial --partner NP --period RP1",
    "blues report financial --partner NP --period RP1 --json",
    "blues report financial --partner NP --period RP1 --explain requested_contribution",
  ]
  package static let options = [
    ReportOption(name: "partner", help: "The partner, such as NP.", isNeeded: true),
    ReportOption(name: "period", help: "The reporting period, such as RP1.", isNeeded: true),
    ReportOption(
      name: "explain", help: "The lines that make up a figure, such as A.1 or total_costs.",
      isNeeded: false),
  ]

  package let store: Store

  package init(store: Store) { self.store = store }

  package func content(_ asked: ReportRequest) throws -> Document {
    let entry = try store.reportingPeriods().named(asked.texts["period"] ?? "")
    let partner = try store.partners.one(PartnerCode(asked.texts["partner"] ?? ""))
    let code = partner.code.description
    let kept = try store.statements.kept(of: code, in: entry)
    guard let figure = asked.texts["explain"] else {
      if let kept { return kept.document }
      let ledger = try ledger(of: code, in: entry)
      return try store.statements.page(of: code, in: entry, ledger)
    }
    let statement = try ledger(of: code, in: entry).statement(of: code, in: entry.name)
    let project = try kept?.project ?? store.project.overview().project.acronym
    return try Self.page(
      of: statement.explanation(of: figure),
      title: "\(project): \(statement.partner), \(entry.name)")
  }

  /// All lines; those that cannot be in euro are in other statements than the one asked for.
  private func ledger(of partner: String, in entry: ReportingPeriods.Entry) throws -> Ledger {
    let ledger = try store.statements.ledger(withUnrated: true)
    try ledger.refuseUnrated(of: partner, in: entry.name)
    return ledger
  }

  static func page(of explanation: Explanation, title: String) -> Document {
    Document(
      schema: "blues.explanation/1", title: "\(explanation.figure) of \(title)",
      blocks: [
        .facts(
          Facts([
            Fact("figure", "Figure", .text(explanation.figure)),
            Fact("value", "Value", .amount(explanation.value)),
          ])),
        .section("Lines"),
        .table(
          Table(
            noun: "lines", emptySentence: "No costs.", fields: Explanation.Line.fields,
            rows: explanation.lines)),
      ])
  }
}
