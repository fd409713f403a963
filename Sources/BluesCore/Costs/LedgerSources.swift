internal import GRDB

/// What other rooms bring to costs and statements: exchange rates, personnel, and how far a period is.
///
/// This is the one place where they join.
enum LedgerSources {
  /// The exchange rates of all periods.
  static func rates(_ db: Database) throws -> LedgerRates { LedgerRates() }

  /// The personnel costs of all months.
  static func personnel(_ db: Database) throws -> [PersonnelLine] { [] }

  /// How far each period is, by its number; one that is missing is open.
  static func states(_ db: Database) throws -> [Int: PeriodState] { [:] }
}

/// How far the report of a period is.
package enum PeriodState: String, Sendable, CaseIterable {
  case open, locked, submitted, accepted
}
