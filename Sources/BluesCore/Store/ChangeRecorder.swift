import CSQLite
internal import Foundation
internal import GRDB

/// Records what a transaction does to the project's tables, as a SQLite session changeset.
///
/// A changeset holds every changed row before and after, which is what undo, redo and questions
/// about the past are made of.
final class ChangeRecorder {
  private var session: OpaquePointer?

  /// The tables that are the project's own state: not the history, the file's identity and the
  /// ids given, and not what is derived, which virtual tables keep in tables named after them.
  static func tables(_ db: Database) throws -> [String] {
    try String.fetchAll(
      db,
      sql: """
        SELECT name FROM sqlite_schema AS entry
        WHERE type = 'table' AND rootpage > 0
          AND name NOT IN ('operation', 'batch', 'list_option', 'file', 'last_id', 'stop_key',
                           'unfinished_erasure', 'parcel_content', 'removed_row')
          AND name NOT GLOB 'sqlite_*'
          AND NOT EXISTS (SELECT 1 FROM sqlite_schema AS virtual
                          WHERE virtual.type = 'table' AND virtual.rootpage = 0
                            AND entry.name GLOB virtual.name || '_*')
        ORDER BY name
        """)
  }

  init(_ db: Database) throws {
    try Self.check(
      sqlite3session_create(db.sqliteConnection, "main", &session), "its changes cannot be recorded"
    )
    for table in try Self.tables(db) {
      try Self.check(
        sqlite3session_attach(session, table), "changes of \(table) cannot be recorded")
    }
  }

  deinit {
    sqlite3session_delete(session)
  }

  func pause() { sqlite3session_enable(session, 0) }

  func resume() { sqlite3session_enable(session, 1) }

  func changeset() throws -> Changeset {
    var size: Int32 = 0
    var bytes: UnsafeMutableRawPointer?
    let code = sqlite3session_changeset(session, &size, &bytes)
    defer { sqlite3_free(bytes) }
    try Self.check(code, "its changes cannot be recorded")
    guard let bytes, size > 0 else { return Changeset(Data()) }
    return Changeset(Data(bytes: bytes, count: Int(size)))
  }

  /// A refusal is SQLite's like any other: the disk's is told as the disk's.
  private static func check(_ code: Int32, _ message: String) throws {
    guard code != SQLITE_OK else { return }
    throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
  }
}
