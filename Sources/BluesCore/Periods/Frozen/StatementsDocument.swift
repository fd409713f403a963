internal import Basics

/// The financial statement of each partner that has costs in the period.
enum StatementsDocument: PeriodDocument {
  static let kind = "financial-statement"

  static func documents(_ context: PeriodContext) throws -> [DrawnDocument] {
    let statements = context.store.statements
    let ledger = try statements.ledger()
    let entry = try ledger.periods.named(context.period.name)
    return try ledger.statements(in: entry.name).filter { !$0.lines.isEmpty }.map { statement in
      try DrawnDocument(
        kind, partner: statement.partner,
        statements.page(of: statement.partner, in: entry, ledger, as: .locked))
    }
  }
}
