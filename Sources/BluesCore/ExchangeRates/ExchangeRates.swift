package import Basics
internal import GRDB

/// The daily reference rates that a project has, and those that it sets by hand.
package struct ExchangeRates: Sendable {
  let store: Store

  /// What the project has of one currency.
  package struct Stored: Sendable, Equatable {
    package let currency: Currency
    /// How many days have a rate.
    package let days: Int
    package let firstDay: Day
    package let lastDay: Day
    /// The rate of the last day.
    package let last: ExactRate
  }

  /// A rate of one day.
  package struct Daily: Sendable, Equatable {
    package let currency: Currency
    package let day: Day
    package let rate: ExactRate
  }

  /// The currencies with rates, by their codes.
  package func stored() throws -> [Stored] {
    try store.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT currency, days, first, exchange_rate.day AS last, digits, scale
          FROM (SELECT currency AS code, count(*) AS days, min(day) AS first, max(day) AS final
                FROM exchange_rate GROUP BY currency)
          JOIN exchange_rate ON currency = code AND exchange_rate.day = final
          ORDER BY currency
          """
      ).map { row in
        Stored(
          currency: try row.convert("currency") { Currency($0) }, days: try row.value("days"),
          firstDay: try row.value("first"), lastDay: try row.value("last"),
          last: try ExactRate(row))
      }
    }
  }

  /// The rates of a currency day by day, of a period or of all time.
  ///
  /// - Throws: `RateProblem.unknownCurrency` where there is none of the currency.
  package func daily(_ currency: Currency, in period: String? = nil) throws -> [Daily] {
    try store.read { db in
      let days = try period.map { try Periods.period($0, Period.all(db)).days(in: .fetch(db)) }
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT day, digits, scale FROM exchange_rate
          WHERE currency = ? AND day >= ? AND day <= ? ORDER BY day
          """,
        arguments: [
          currency.code, days?.lowerBound.iso ?? "", days?.upperBound.iso ?? "9999-12-31",
        ])
      if rows.isEmpty {
        let known = try String.fetchAll(
          db, sql: "SELECT DISTINCT currency FROM exchange_rate ORDER BY currency")
        if !known.contains(currency.code) {
          throw RateProblem.unknownCurrency(currency, known: known)
        }
      }
      return try rows.map { row in
        Daily(currency: currency, day: try row.value("day"), rate: try ExactRate(row))
      }
    }
  }

  /// Sets the rate of a currency for a period, in place of the average.
  package func set(
    _ currency: Currency, in period: String, to rate: ExactRate, because reason: String
  ) throws -> PeriodRate {
    let reason = CellText.trimmed(reason)
    guard !reason.isEmpty else { throw RateProblem.reasonMissing(currency) }
    guard currency != .eur else { throw RateProblem.euro }
    return try store.write { write in
      let (id, period) = try Self.open(period, currency, write)
      try write.db.execute(
        sql: """
          UPDATE period_rate SET digits = ?, scale = ?, reason = ?
          WHERE period_id = ? AND currency = ?
          """,
        arguments: [rate.digits, rate.scale, reason, id, currency.code])
      if write.db.changesCount == 0 {
        try write.db.execute(
          sql: """
            INSERT INTO period_rate (id, period_id, currency, digits, scale, reason)
            VALUES (?, ?, ?, ?, ?, ?)
            """,
          arguments: [
            write.nextID("period_rate"), id, currency.code, rate.digits, rate.scale, reason,
          ])
      }
      write.records(
        "set the rate of \(currency) in \(period.name) to \(rate)", affecting: [period.name])
      return try PeriodRates.rate(currency, in: period, Project.fetch(write.db), write.db)
    }
  }

  /// Takes the rate away that was set for a currency and period, so that the average holds again.
  package func remove(_ currency: Currency, in period: String) throws {
    try store.write { write in
      let (id, period) = try Self.open(period, currency, write)
      try write.db.execute(
        sql: "DELETE FROM period_rate WHERE period_id = ? AND currency = ?",
        arguments: [id, currency.code])
      guard write.db.changesCount > 0 else {
        throw RateProblem.notSet(currency, period: period.name)
      }
      write.records(
        "removed the rate of \(currency) in \(period.name)", affecting: [period.name])
    }
  }

  /// The row of a period whose rates may change.
  private static func open(
    _ name: String, _ currency: Currency, _ write: Transaction
  ) throws -> (id: Int64, period: Period) {
    let period = try Periods.period(name, Period.all(write.db))
    try PeriodLock(write.db).refuse("the rate of \(currency)", in: period)
    guard
      let id = try Int64.fetchOne(
        write.db, sql: "SELECT id FROM period WHERE number = ?", arguments: [period.number])
    else { throw PeriodProblem.unknown(name, known: []) }
    return (id, period)
  }
}

extension ExactRate {
  /// The rate whose digits and scale stand in a row.
  init(_ row: Row) throws {
    let scale: Int = try row.value("scale")
    self = try row.convert("digits") { ExactRate(digits: $0, scale: scale) }
  }

  /// Refuses stored rates of some days of which one cannot be a rate, before they are added up.
  static func check(_ currency: Currency, _ days: ClosedRange<Day>, _ db: Database) throws {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT id, scale BETWEEN 0 AND ?4 AS fits FROM exchange_rate
        WHERE currency = ?1 AND day >= ?2 AND day <= ?3
          AND (digits NOT BETWEEN 1 AND ?5 OR scale NOT BETWEEN 0 AND ?4) LIMIT 1
        """,
      arguments: [currency.code, days.lowerBound, days.upperBound, mostDigits, most])
    guard let row else { return }
    throw UnreadValue(
      table: "exchange_rate", column: try row.value("fits") ? "digits" : "scale",
      row: try row.value("id"))
  }
}

extension Store {
  package var exchangeRates: ExchangeRates { ExchangeRates(store: self) }
}
