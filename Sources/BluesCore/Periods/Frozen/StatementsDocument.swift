internal import Basics

/// The financial statement of each partner that has costs in the period.
enum StatementsDocument: PeriodDocument {
  static let kind = "financial-statement"

  static func documents(_ context: PeriodContext) throws -> [DrawnDocument] {
    guard let ledger = try context.ledger.get() else { return [] }
    let statements = context.store.statements
    let entry = try ledger.periods.named(context.period.name)
    return try ledger.statements(in: entry.name).filter { !$0.lines.isEmpty }.map { statement in
      try DrawnDocument(
        kind, partner: statement.partner,
        statements.page(of: statement.partner, in: entry, ledger, as: .locked))
    }
  }
}
