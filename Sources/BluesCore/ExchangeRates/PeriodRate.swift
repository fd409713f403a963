package import Basics
internal import GRDB

/// The exchange rate of a currency in a reporting period: the exact average of the daily rates
/// published in it, or the one rate that was set by hand.
package struct PeriodRate: Sendable, Equatable {
  package let currency: Currency
  /// The period, such as `RP1`.
  package let period: String
  /// The sum of the rates, in units of the currency for one euro.
  package let sum: Fraction
  /// How many rates are in the sum.
  package let days: Int
  /// The first and the last day with a rate; nil for a rate set by hand and for the euro.
  package let firstDay: Day?
  package let lastDay: Day?
  /// On how many days of business of TARGET in between there was no rate.
  package let missingDays: Int
  /// Why the rate was set by hand; nil for an average.
  package let reason: String?

  package var isSetByHand: Bool { reason != nil }

  /// Units of the currency for one euro.
  package var average: Fraction { sum.divided(by: Fraction(Int128(days))) ?? .zero }

  /// An amount of the currency in euro, exact: `amount x days / sum`.
  package func euro(_ amount: Fraction) -> Fraction {
    (amount * Fraction(Int128(days))).divided(by: sum) ?? .zero
  }

  /// An amount of the currency in euro, rounded once to the cent, half away from zero.
  package func euro(_ amount: Money) -> Money {
    let exact = euro(Fraction(Int128(amount.cents)))
    return Money(cents: Int64(clamping: exact.rounded()), currency: .eur)
  }
}

/// The exchange rates of the reporting periods.
package struct PeriodRates: Sendable {
  let store: Store

  /// The rate of a currency in a period.
  ///
  /// - Throws: `RateProblem` where it cannot be known, with what to fetch.
  package func rate(_ currency: Currency, in period: String) throws -> PeriodRate {
    try store.read { db in
      try Self.rate(currency, in: Periods.period(period, Period.all(db)), Project.fetch(db), db)
    }
  }

  /// The rates of all currencies that have one in a period.
  ///
  /// - Throws: `RateProblem` where the stored rates do not cover the period.
  package func all(in name: String) throws -> [PeriodRate] {
    try store.read { db in
      let (project, period) = (try Project.fetch(db), try Periods.period(name, Period.all(db)))
      let days = period.days(in: project)
      let published = try String.fetchAll(
        db, sql: "SELECT DISTINCT currency FROM exchange_rate WHERE day >= ? AND day <= ?",
        arguments: [days.lowerBound, days.upperBound])
      let set = try String.fetchAll(
        db,
        sql: """
          SELECT currency FROM period_rate JOIN period ON period.id = period_id
          WHERE period.number = ?
          """,
        arguments: [period.number])
      if set.isEmpty || !published.isEmpty { try Self.checkCover(days, period, db) }
      return try Set(published + set).sorted().map { code in
        guard let currency = Currency(code) else { throw UnreadValue(column: "currency") }
        return try Self.rate(currency, in: period, project, db)
      }
    }
  }

  /// The same inside a transaction.
  ///
  /// Where a day is given on which the period is not over yet, the average is that of the rates published
  /// so far.
  static func rate(
    _ currency: Currency, in period: Period, _ project: Project, soFar today: Day? = nil,
    _ db: Database
  ) throws -> PeriodRate {
    if currency == .eur {
      return PeriodRate(
        currency: currency, period: period.name, sum: Fraction(1), days: 1, firstDay: nil,
        lastDay: nil, missingDays: 0, reason: nil)
    }
    if let set = try set(currency, period, db) { return set }
    let days = period.days(in: project)
    try ExactRate.check(currency, days, db)
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT scale, count(*) AS days, sum(digits) AS digits, min(day) AS first, max(day) AS last
        FROM exchange_rate WHERE currency = ? AND day >= ? AND day <= ? GROUP BY scale
        """,
      arguments: [currency.code, days.lowerBound, days.upperBound])
    let isRunning = today.map { $0 <= days.upperBound } ?? false
    try checkCover(days, period, isRunning: isRunning, db)
    var (sum, count) = (Fraction.zero, 0)
    var (first, last): (Day?, Day?) = (nil, nil)
    for row in rows {
      let digits: Int64 = try row.value("digits")
      let scale: Int = try row.value("scale")
      sum = sum + (Fraction(Int128(digits), over: ExactRate.power(scale)) ?? .zero)
      count += try row.value("days", as: Int.self)
      let (one, other): (Day, Day) = (try row.value("first"), try row.value("last"))
      first = min(first ?? one, one)
      last = max(last ?? other, other)
    }
    guard let first, let last else {
      throw RateProblem.noRates(
        currency, period: period.name, from: days.lowerBound, to: days.upperBound)
    }
    return PeriodRate(
      currency: currency, period: period.name, sum: sum, days: count, firstDay: first,
      lastDay: last, missingDays: max(0, Self.businessDays(days) - count), reason: nil)
  }

  private static func set(
    _ currency: Currency, _ period: Period, _ db: Database
  ) throws -> PeriodRate? {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT digits, scale, reason FROM period_rate JOIN period ON period.id = period_id
        WHERE period.number = ? AND currency = ?
        """,
      arguments: [period.number, currency.code])
    return try row.map { row in
      PeriodRate(
        currency: currency, period: period.name, sum: try ExactRate(row).fraction, days: 1,
        firstDay: nil, lastDay: nil, missingDays: 0, reason: try row.value("reason"))
    }
  }

  /// Refuses a period that the stored rates, of whichever currency, do not cover.
  ///
  /// The rate of a currency may end earlier: what the ECB no longer publishes has no later rates.
  private static func checkCover(
    _ days: ClosedRange<Day>, _ period: Period, isRunning: Bool = false, _ db: Database
  ) throws {
    let row = try Row.fetchOne(
      db, sql: "SELECT min(day) AS first, max(day) AS last FROM exchange_rate")
    guard let first = try row?.value("first", as: Day?.self),
      let last = try row?.value("last", as: Day?.self)
    else { return }
    if first > TargetDays.next(from: days.lowerBound) {
      throw RateProblem.beginsLate(period: period.name, start: days.lowerBound, first: first)
    }
    guard !isRunning else { return }
    var end = days.upperBound
    while end > days.lowerBound, TargetDays.closure(on: end) != nil { end = end.adding(days: -1) }
    if last < end {
      throw RateProblem.endsEarly(period: period.name, end: days.upperBound, last: last)
    }
  }

  /// How many days of business of TARGET there are.
  private static func businessDays(_ days: ClosedRange<Day>) -> Int {
    var (count, day) = (0, days.lowerBound)
    while day <= days.upperBound {
      if TargetDays.closure(on: day) == nil { count += 1 }
      day = day.adding(days: 1)
    }
    return count
  }
}

extension Store {
  package var periodRates: PeriodRates { PeriodRates(store: self) }
}
