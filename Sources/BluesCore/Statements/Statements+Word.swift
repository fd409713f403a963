package import Basics
internal import GRDB

extension Statements {
  /// Keeps what a partner says of its statement: what it requests, and its receipts; nil leaves it.
  ///
  /// - Throws: `StatementProblem` for more than the maximum, and for receipts before the last period.
  package func say(
    _ partner: String, in period: String, requested: Money?, receipts: Money?
  ) throws -> FinancialStatement {
    let ledger = try ledger()
    let entry = try ledger.periods.named(period)
    let code = try store.partners.one(PartnerCode(partner)).code.description
    let statement = ledger.statement(of: code, in: entry.name)
    if let requested, requested > statement.maximumContribution {
      throw StatementProblem.aboveMaximum(requested, statement.maximumContribution)
    }
    if let receipts, !receipts.isZero, !ledger.periods.isLast(entry.name) {
      throw StatementProblem.receiptsTooEarly(entry.name)
    }
    guard entry.state == .open else { throw StatementProblem.notOpen(entry.name, entry.state) }
    try store.write { write in
      let ids = try Int64.fetchOne(
        write.db, sql: "SELECT id FROM period WHERE number = ?", arguments: [entry.period.number])
      let owner = try Partner.id(code, in: write.db)
      let was = try Row.fetchOne(
        write.db,
        sql: """
          SELECT id, requested_cents, receipts_cents FROM statement_word
          WHERE partner_id = ? AND period_id = ?
          """, arguments: [owner, ids])
      if let was {
        let id: Int64 = try was.value("id")
        let wanted: Int64? = try requested?.cents ?? was.value("requested_cents")
        let income: Int64? = try receipts?.cents ?? was.value("receipts_cents")
        try write.db.execute(
          sql: "UPDATE statement_word SET requested_cents = ?, receipts_cents = ? WHERE id = ?",
          arguments: [wanted, income, id])
      } else {
        try write.db.execute(
          sql: """
            INSERT INTO statement_word (id, partner_id, period_id, requested_cents, receipts_cents)
            VALUES (?, ?, ?, ?, ?)
            """,
          arguments: [
            write.nextID("statement_word"), owner, ids, requested?.cents, receipts?.cents,
          ])
      }
      write.records("said of the statement of \(code) for \(entry.name)", affecting: [code])
    }
    return try self.ledger().statement(of: code, in: entry.name)
  }
}

/// Why something cannot be said of a statement.
package enum StatementProblem: Problem, Equatable {
  case aboveMaximum(Money, Money)
  case receiptsTooEarly(String)
  case notOpen(String, PeriodState)

  package var message: String {
    switch self {
    case .aboveMaximum(let requested, let maximum):
      "\(requested) is more than the maximum contribution, \(maximum)."
    case .receiptsTooEarly(let period):
      "Receipts are declared in the last period, not in \(period)."
    case .notOpen(let period, let state): "\(period) is \(state.rawValue)."
    }
  }

  package var hint: String? {
    switch self {
    case .aboveMaximum:
      "blues report financial --explain maximum_contribution shows how it comes about"
    case .receiptsTooEarly, .notOpen: nil
    }
  }

  package var kind: ProblemKind { .refusedByRule }
}
