internal import Basics

/// The financial statements of the partners, once one of them has costs in the period.
enum StatementsDocument: PeriodDocument {
  static let kind = KeptStatement.kind

  static func documents(_ context: PeriodContext) throws -> [DrawnDocument] {
    guard let ledger = try context.ledger.get() else { return [] }
    let store = context.store
    let entry = try ledger.periods.named(context.period.name)
    let statements = ledger.statements(in: entry.name)
    guard statements.contains(where: { !$0.lines.isEmpty }) else { return [] }
    let (footer, imprint) = (try store.reportFooter(), try store.imprint())
    return try statements.map { statement in
      try DrawnDocument(
        kind, partner: statement.partner,
        store.statements.locked(of: statement.partner, in: entry, ledger, footer, imprint))
    }
  }
}
