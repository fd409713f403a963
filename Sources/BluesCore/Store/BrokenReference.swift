internal import GRDB

/// Rows that refer to a row that is not there: another program has written them, since ours keep to
/// SQLite's foreign keys.
enum BrokenReference {
  /// Tables beyond this are not looked through each time the file is opened.
  private static let mostRows = 5_000

  /// Looks through the tables.
  ///
  /// - Throws: `UnreadValue` with the table, the row and the column.
  static func refuse(_ db: Database) throws {
    for table in try tables(db) {
      guard let found = try Row.fetchOne(db, sql: "PRAGMA foreign_key_check(\"\(table)\")") else {
        continue
      }
      let key: Int64 = try found.value("fkid")
      let column = try Row.fetchAll(db, sql: "PRAGMA foreign_key_list(\"\(table)\")")
        .first { try $0.value("id", as: Int64.self) == key }
        .map { try $0.value("from", as: String.self) }
      throw UnreadValue(
        table: table, column: column ?? "id", row: try found.value("rowid", as: Int64?.self))
    }
  }

  /// The tables that refer to others, but for long ones.
  private static func tables(_ db: Database) throws -> [String] {
    let all = try String.fetchAll(
      db,
      sql: """
        SELECT name FROM sqlite_schema
        WHERE type = 'table' AND sql LIKE '%REFERENCES%' AND name NOT LIKE 'sqlite%'
        ORDER BY name
        """)
    return try all.filter { try isShort($0, db) }
  }

  /// Whether a table has so few rows that they are looked through each time.
  static func isShort(_ table: String, _ db: Database) throws -> Bool {
    let count = try Int.fetchOne(
      db.cachedStatement(
        sql: "SELECT count(*) FROM (SELECT 1 FROM \(table) LIMIT \(mostRows + 1))"))
    return (count ?? 0) <= mostRows
  }
}
