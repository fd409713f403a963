internal import Basics
import CSQLite
internal import GRDB

/// The rows of the tables of a shared project, as parcels carry them.
enum ParcelRows {
  /// The columns of a table that mean the same in every copy: all but the number of an import.
  static func columns(_ table: String, _ db: Database) throws -> [String] {
    try db.columns(in: table).map(\.name).filter { $0 != "batch" }
  }

  /// Copies rows of a table into a parcel, without what only the owner of a row may see; of rows for
  /// their owner nothing is withheld.
  static func copy(
    _ table: ScopedTable, where condition: String, of partner: Int64, isForOwner: Bool,
    from db: Database, to parcel: Database
  ) throws {
    let columns = try columns(table.name, db)
    let withheld = Dictionary(uniqueKeysWithValues: table.withheld.map { ($0.column, $0.blank) })
    let selected = columns.map { column -> String in
      guard !isForOwner, let blank = withheld[column] else { return "row.\(column)" }
      return "CASE WHEN \(table.owns("row")) THEN row.\(column) ELSE \(blank) END"
    }
    let names = columns.joined(separator: ", ")
    let marks = columns.map { _ in "?" }.joined(separator: ", ")
    let selection = try prepare(
      db,
      """
      SELECT \(selected.joined(separator: ", ")) FROM \(table.name) AS row
      WHERE (1 OR :me) AND \(condition) ORDER BY row.id
      """)
    defer { sqlite3_finalize(selection) }
    let insertion = try prepare(
      parcel, "INSERT INTO \(table.name) (\(names)) VALUES (\(marks))")
    defer { sqlite3_finalize(insertion) }
    sqlite3_bind_int64(selection, sqlite3_bind_parameter_index(selection, ":me"), partner)
    var code = sqlite3_step(selection)
    while code == SQLITE_ROW {
      for place in Int32(0)..<Int32(columns.count) {
        sqlite3_bind_value(insertion, place + 1, sqlite3_column_value(selection, place))
      }
      guard sqlite3_step(insertion) == SQLITE_DONE else { throw error(parcel) }
      sqlite3_reset(insertion)
      code = sqlite3_step(selection)
    }
    guard code == SQLITE_DONE else { throw error(db) }
  }

  /// The same of all tables that have rows.
  static func sums(in db: Database) throws -> [String: ParcelHeader.TableSum] {
    try SharedScope.tables.reduce(into: [:]) { sums, table in
      let sum = try sum(table.name, in: db)
      if sum.rows > 0 { sums[table.name] = sum }
    }
  }

  /// The number of rows of a table of a parcel, and the SHA-256 of them all.
  static func sum(_ table: String, in db: Database) throws -> ParcelHeader.TableSum {
    let columns = try columns(table, db)
    var bytes: [UInt8] = []
    var count = 0
    let statement = try PreparedStatement(
      db, "SELECT \(columns.joined(separator: ", ")) FROM \(table) ORDER BY id")
    try statement.forEach { row in
      count += 1
      for place in Int32(0)..<Int32(columns.count) {
        // The kind first: what a number reads as is asked for as a text then.
        bytes.append(UInt8(truncatingIfNeeded: sqlite3_column_type(row, place)))
        if let start = sqlite3_column_text(row, place) {
          bytes += UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(row, place)))
        }
        // Behind every value; texts of a project have no such byte.
        bytes.append(0)
      }
    }
    return ParcelHeader.TableSum(rows: count, sha256: FileDigest(of: bytes).sha256)
  }

  /// A digest of a row, by which a decision knows what it was made on.
  static func digest(_ values: [DatabaseValue]) -> String {
    var bytes: [UInt8] = []
    for value in values { append(value, to: &bytes) }
    return String(FileDigest(of: bytes).sha256.prefix(32))
  }

  private static func append(_ value: DatabaseValue, to bytes: inout [UInt8]) {
    switch value.storage {
    case .null: bytes.append(UInt8(ascii: "n"))
    case .int64(let number):
      bytes.append(UInt8(ascii: "i"))
      bytes += "\(number)".utf8
    case .double(let number):
      bytes.append(UInt8(ascii: "d"))
      bytes += "\(number)".utf8
    case .string(let text):
      bytes.append(UInt8(ascii: "t"))
      bytes += text.utf8
    case .blob(let data):
      bytes.append(UInt8(ascii: "b"))
      bytes += data
    }
    bytes.append(0)
  }

  private static func prepare(_ db: Database, _ sql: String) throws -> OpaquePointer? {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(db.sqliteConnection, sql, -1, &statement, nil) == SQLITE_OK else {
      throw error(db)
    }
    return statement
  }

  private static func error(_ db: Database) -> DatabaseError {
    DatabaseError(
      resultCode: ResultCode(rawValue: sqlite3_extended_errcode(db.sqliteConnection)),
      message: String(cString: sqlite3_errmsg(db.sqliteConnection)))
  }
}
