import CSQLite
internal import Foundation
internal import GRDB

/// Records what a transaction does to the project's tables, as a SQLite session changeset.
///
/// A changeset holds every changed row before and after, which is what undo, redo and questions
/// about the past are made of.
final class ChangeRecorder {
  private var session: OpaquePointer?

  /// Tables that are not the project's own state: the history itself, the file's identity and
  /// the search index, which is derived.
  static func isRecorded(_ table: String) -> Bool {
    table != "operation" && table != "batch" && table != "file"
      && !table.hasPrefix("contact_search")
      && !table.hasPrefix("sqlite_")
  }

  init(_ db: Database) throws {
    try Self.check(
      sqlite3session_create(db.sqliteConnection, "main", &session), "its changes cannot be recorded"
    )
    let tables = try String.fetchAll(
      db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    for table in tables where Self.isRecorded(table) {
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
