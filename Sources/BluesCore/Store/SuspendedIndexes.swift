internal import GRDB

/// The indexes that a load large against its tables does without, and builds when it is done.
///
/// Built from sorted rows an index costs a fraction of what a million single entries cost. Only
/// indexes that no load asks itself are let go; all happens within the load's transaction.
struct SuspendedIndexes {
  /// Below so many new rows, entries one by one are as fast.
  private static let fewest = 4096

  private let names: [String]
  private let table: String
  private var rowsBefore: Int?
  private var definitions: [String] = []
  private var isOver = false

  /// Indexes that a load of a table can do without; nothing happens to them yet.
  init(_ names: [String], loading table: String) {
    self.names = names
    self.table = table
  }

  /// Lets the indexes go as soon as so many rows are new that building them anew is faster.
  mutating func suspend(_ db: Database, created: Int) throws {
    guard !names.isEmpty, definitions.isEmpty, !isOver, created >= Self.fewest else { return }
    let before =
      try rowsBefore ?? (Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? 0) - created
    rowsBefore = before
    guard created > before / 2 else { return }
    for name in names {
      guard
        let definition = try String.fetchOne(
          db, sql: "SELECT sql FROM sqlite_schema WHERE type = 'index' AND name = ?",
          arguments: [name])
      else { continue }
      try db.execute(sql: "DROP INDEX \(name)")
      definitions.append(definition)
    }
  }

  /// Builds the indexes that were let go.
  mutating func resume(_ db: Database) throws {
    isOver = true
    for definition in definitions { try db.execute(sql: definition) }
    definitions = []
  }
}
