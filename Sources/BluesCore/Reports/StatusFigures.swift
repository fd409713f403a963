internal import Basics
internal import GRDB

/// Where the project stands on a day, in figures.
package struct StatusFigures: Sendable, Equatable {
  /// Contacts and member organisations of one partner in one country.
  package struct Reach: Sendable, Equatable {
    package let partner: String
    package let country: String
    package let organisations: Int
    package let contacts: Int
  }

  package let reach: [Reach]
  package let entities: Int
  package let exchangesByState: [Exchange.State: Int]
  package let targetExchanges: Int?
  package let targetEntities: Int?
  package let changes: [HistoryEntry]

  /// The figures on a day; changes are told from the first day on.
  static func fetch(_ store: Store, changedFrom day: Day, upTo today: Day) throws -> StatusFigures {
    let days = store.invocation.days
    return try store.read { db in
      StatusFigures(
        reach: try ReachCount.fetch(db),
        entities: try Int.fetchOne(
          db, sql: "SELECT count(DISTINCT organisation_id) FROM membership") ?? 0,
        exchangesByState: try exchanges(db),
        targetExchanges: try RuleBook.inForce(db).target(.exchanges),
        targetEntities: try RuleBook.inForce(db).target(.entities),
        changes: try HistoryEntry.fetchAll(
          db,
          sql: """
            \(HistoryEntry.selection)
            WHERE kind = 'change' AND undone_by IS NULL AND at > ? AND at <= ?
            ORDER BY id DESC
            """,
          arguments: [days.end(day.adding(days: -1)), days.end(today)]))
    }
  }

  private static func exchanges(_ db: Database) throws -> [Exchange.State: Int] {
    try Row.fetchAll(db, sql: "SELECT state, count(*) AS number FROM exchange GROUP BY state")
      .reduce(into: [:]) { counts, row in
        counts[try row.value("state")] = try row.value("number", as: Int.self)
      }
  }
}
