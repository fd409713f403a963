internal import Basics
internal import GRDB

/// What other rooms bring to costs and statements: exchange rates, personnel, and how far a period is.
///
/// This is the one place where they join.
enum LedgerSources {
  /// The exchange rates of all periods, of the currencies that costs, payments and pay are in.
  ///
  /// Why there is none is kept beside them, and told where an amount asks for it.
  /// A period that is not over on a day has the averages of the rates so far.
  static func rates(_ db: Database, ofAll: Bool = false, on today: Day) throws -> LedgerRates {
    let project = try Project.fetch(db)
    var rates = LedgerRates()
    for currency in try currencies(db, ofAll: ofAll) {
      for period in try Period.all(db) {
        let end = period.days(in: project).upperBound
        do {
          let rate = try PeriodRates.rate(currency, in: period, project, soFar: today, db)
          rates.rates[period.name, default: [:]][currency] = LedgerRates.Rate(
            sum: rate.sum, count: rate.days, from: rate.firstDay, to: rate.lastDay,
            isSetByHand: rate.isSetByHand,
            periodEnd: rate.isSetByHand || end < today ? nil : end)
        } catch let problem as RateProblem {
          rates.problems[period.name, default: [:]][currency] = .told(
            problem.message, hint: problem.hint)
        }
      }
    }
    return rates
  }

  /// The personnel costs of all months that ended by a day.
  static func personnel(_ db: Database, on today: Day) throws -> [PersonnelLine] {
    try PersonnelLines(db, on: today).lines
  }

  /// How far each period is, by its number.
  static func states(_ db: Database) throws -> [Int: PeriodState] {
    let story = try PeriodStory(db)
    return try Period.all(db).reduce(into: [:]) { $0[$1.number] = story.state(of: $1) }
  }

  /// The currencies that are in use, or as well all others that have a rate.
  private static func currencies(_ db: Database, ofAll: Bool) throws -> [Currency] {
    let rated = """
      UNION SELECT DISTINCT currency FROM exchange_rate UNION SELECT currency FROM period_rate
      """
    return try String.fetchAll(
      db,
      sql: """
        SELECT DISTINCT currency FROM cost_line WHERE currency <> 'EUR'
        UNION SELECT DISTINCT currency FROM person_rate WHERE currency <> 'EUR'
        \(ofAll ? rated : "") ORDER BY 1
        """
    ).compactMap { Currency($0) }
  }
}
