internal import Basics
internal import GRDB

/// The lines of locked periods, as they were at the lock: what was declared stays declared.
enum DeclaredLines {
  /// Keeps the lines that a ledger charges to a period, with the row of the lock.
  static func keep(_ ledger: Ledger, of period: String, at step: Int64, _ write: Transaction) throws
  {
    let insert = try write.db.cachedStatement(
      sql: """
        INSERT INTO declared_line
          (id, step_id, partner_id, category, work_package_id, day, source, description, foreseen,
           party, amount_cents, currency, euro_cents, incurred, arithmetic, months_above,
           months_below, reason)
        VALUES (?, ?,
                (SELECT id FROM partner WHERE code = ?), ?,
                (SELECT id FROM work_package WHERE number = ?),
                ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    for line in ledger.lines where line.charged == period {
      try insert.execute(
        arguments: [
          try write.nextID("declared_line"), step, line.partner,
          line.category, line.workPackage, line.day, line.source, line.description,
          line.isForeseen.map { $0 ? "yes" : "no" }, line.party, line.amount.cents,
          line.amount.currency.code, line.euro.cents, line.incurred, line.arithmetic,
          line.personMonths.map { Int64(clamping: $0.numerator) },
          line.personMonths.map { Int64(clamping: $0.denominator) }, line.reason,
        ])
    }
  }

  /// The lines of every period that is locked now.
  static func all(_ db: Database) throws -> [LedgerLine] {
    let story = try PeriodStory(db)
    return try Period.all(db).flatMap { period in
      guard let lock = story.lock(of: period) else { return [LedgerLine]() }
      return try Row.fetchAll(
        db,
        sql: """
          SELECT partner.code AS partner, category, work_package.number AS package, day, source,
                 description, foreseen, party, amount_cents, currency, euro_cents, incurred,
                 arithmetic, months_above, months_below, reason
          FROM declared_line
          JOIN partner ON partner.id = partner_id
          LEFT JOIN work_package ON work_package.id = work_package_id
          WHERE step_id = ?
          ORDER BY declared_line.id
          """,
        arguments: [lock]
      ).map { try line($0, chargedIn: period.name) }
    }
  }

  private static func line(_ row: Row, chargedIn period: String) throws -> LedgerLine {
    let foreseen: String? = try row.value("foreseen")
    let above: Int64? = try row.value("months_above")
    let below: Int64? = try row.value("months_below")
    return LedgerLine(
      partner: try row.value("partner"), category: try row.value("category"),
      workPackage: try row.value("package"), day: try row.value("day"),
      source: try row.value("source"), description: try row.value("description"),
      isForeseen: foreseen.map { $0 == "yes" }, party: try row.value("party"),
      amount: Money(
        cents: Int64(try row.value("amount_cents", as: Int.self)),
        currency: try row.convert("currency") { Currency($0) }),
      euro: try row.value("euro_cents"), incurred: try row.value("incurred"),
      charged: period, workedOut: LineArithmetic(try row.value("arithmetic") as String),
      personMonths: above.flatMap { above in
        below.flatMap { Fraction(Int128(above), over: Int128($0)) }
      }, reason: try row.value("reason"))
  }
}
