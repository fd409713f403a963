import CSQLite
internal import GRDB

/// A prepared statement whose parameters are bound straight to SQLite, for bulk loads.
final class PreparedStatement {
  private let connection: OpaquePointer?
  private var statement: OpaquePointer?

  init(_ db: Database, _ sql: String) throws {
    connection = db.sqliteConnection
    guard sqlite3_prepare_v2(connection, sql, -1, &statement, nil) == SQLITE_OK else {
      throw Self.error(connection)
    }
  }

  deinit {
    sqlite3_finalize(statement)
  }

  func bind(_ index: Int, _ value: Int64?) {
    if let value {
      sqlite3_bind_int64(statement, Int32(index), value)
    } else {
      sqlite3_bind_null(statement, Int32(index))
    }
  }

  func bind(_ index: Int, _ text: String?) {
    guard var text else {
      sqlite3_bind_null(statement, Int32(index))
      return
    }
    text.withUTF8 { bytes in
      // A text of no bytes has no address, and SQLite takes a missing address for NULL.
      let start = UnsafeRawPointer(bytes.baseAddress) ?? UnsafeRawPointer(bitPattern: 1)
      sqlite3_bind_text(
        statement, Int32(index), start?.assumingMemoryBound(to: CChar.self), Int32(bytes.count),
        unsafeBitCast(-1, to: sqlite3_destructor_type.self))
    }
  }

  /// Binds bytes where they lie: they stay there until the statement has run.
  func bind(_ index: Int, inPlace bytes: UnsafeBufferPointer<UInt8>) {
    // A text of no bytes has no address, and SQLite takes a missing address for NULL.
    let start = UnsafeRawPointer(bytes.baseAddress) ?? UnsafeRawPointer(bitPattern: 1)
    sqlite3_bind_text(
      statement, Int32(index), start?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), nil)
  }

  /// Runs the statement to its end and makes it ready for the next row.
  func run() throws {
    let code = sqlite3_step(statement)
    sqlite3_reset(statement)
    guard code == SQLITE_DONE else { throw Self.error(connection) }
  }

  /// Hands over each row, whose columns are read in place, and makes the statement ready again.
  func forEach(_ body: (OpaquePointer?) throws -> Void) throws {
    defer { sqlite3_reset(statement) }
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_ROW: try body(statement)
      case SQLITE_DONE: return
      default: throw Self.error(connection)
      }
    }
  }

  /// The text of a result's column, to be looked at before the next step; nil for NULL.
  static func text(_ row: OpaquePointer?, _ column: Int32) -> UnsafeBufferPointer<UInt8>? {
    guard let start = sqlite3_column_text(row, column) else { return nil }
    return UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(row, column)))
  }

  /// The whole number of a result's column; nil for anything else.
  static func number(_ row: OpaquePointer?, _ column: Int32) -> Int64? {
    guard sqlite3_column_type(row, column) == SQLITE_INTEGER else { return nil }
    return sqlite3_column_int64(row, column)
  }

  private static func error(_ connection: OpaquePointer?) -> DatabaseError {
    DatabaseError(
      resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection)),
      message: String(cString: sqlite3_errmsg(connection)))
  }
}
