import CSQLite
internal import GRDB

/// New rows of one table, taken block by block from a feed.
///
/// Their ids are given before they are written. Once the last row of the table is the last of a
/// block, SQLite gives the same ids itself and need not look whether each is free.
final class BulkInsert {
  private let db: Database
  private let table: String
  private let feed: BlockTable
  private var insertion: PreparedStatement
  /// The statement in which SQLite gives the ids, until it is used.
  private var following: String?

  /// Rows of a table whose columns, beside the id, take those of the feed.
  ///
  /// The columns come in the order of the table, so that SQLite moves no value; `texts` says which
  /// text of the feed a column of another name takes. A failing row takes nothing back by itself:
  /// with a savepoint for the statement the search index would be written out at each, and the
  /// change is taken back as a whole.
  init(
    _ db: Database, of table: String, columns: [String], texts: [String: String],
    from feed: BlockTable
  ) throws {
    self.db = db
    self.table = table
    self.feed = feed
    let taken = columns.map { texts[$0] ?? $0 }.joined(separator: ", ")
    let names = columns.joined(separator: ", ")
    insertion = try PreparedStatement(
      db, "INSERT OR FAIL INTO \(table) (id, \(names)) SELECT new_id, \(taken) FROM \(feed.name)")
    following = "INSERT OR FAIL INTO \(table) (\(names)) SELECT \(taken) FROM \(feed.name)"
  }

  /// Writes the rows, of which the last has the id `last`, and answers how many they are.
  func write(_ rows: BlockTable.Rows, upTo last: Int64) throws -> Int {
    let count = try feed.run(insertion, over: rows)
    guard sqlite3_last_insert_rowid(db.sqliteConnection) == last else {
      throw StoreProblem.failed(detail: "rows of \(table) have other ids than were given")
    }
    if let following, try Int64.fetchOne(db, sql: "SELECT max(id) FROM \(table)") == last {
      insertion = try PreparedStatement(db, following)
      self.following = nil
    }
    return count
  }
}
