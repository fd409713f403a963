internal import GRDB

/// One frozen step of the file's layout: once shipped, its SQL never changes.
struct Migration: Sendable {
  let sql: String

  /// In order; the position is the layout's number, kept in SQLite's `user_version`.
  static let all: [Migration] = [
    .history, .project, .partners, .contacts, .plan, .exchanges,
    .batches,
    .figures,
    .search,
    .doubles,
    .profiles,
    .stays,
    .papers,
    .grounds,
    .loads,
    .edits,
    .risks,
    .letters,
    .numbers,
    .listOptions,
    .corrections,
    .baselines,
    .indicators,
    .activities,
    .dependencies,
    .ledger,
    .rates,
    .persons,
    .estimates,
    .texts,
    .costBatches,
    .consents,
    .erasures,
    .disclosures,
    .listImports,
    .parcels,
    .submissions,
  ]

  static var newest: Int { all.count }

  /// Brings the file to the newest layout, in one transaction, which may be a rehearsal.
  static func run(_ db: Database, _ ending: Database.TransactionCompletion = .commit) throws {
    try db.inTransaction(.immediate) {
      let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
      for migration in all.dropFirst(version) {
        try db.execute(sql: migration.sql)
      }
      try db.execute(sql: "PRAGMA user_version = \(newest)")
      return ending
    }
  }

  /// Lays out an empty file as it was at a layout.
  static func layOut(_ db: Database, upTo version: Int) throws {
    for migration in all.prefix(version) { try db.execute(sql: migration.sql) }
  }
}
