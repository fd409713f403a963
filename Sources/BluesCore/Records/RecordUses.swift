internal import GRDB

/// Who refers to a record, as SQLite's foreign keys say.
enum RecordUses {
  /// The kinds of rows that refer to a row, and how many of each there are.
  static func of(_ table: String, _ id: Int64, in db: Database) throws -> [RecordProblem.Use] {
    let references = try Row.fetchAll(
      db,
      sql: """
        SELECT tables.name, keys."from"
        FROM sqlite_schema AS tables, pragma_foreign_key_list(tables.name) AS keys
        WHERE tables.type = 'table' AND keys."table" = ? AND keys.on_delete <> 'CASCADE'
        ORDER BY tables.name, keys."from"
        """,
      arguments: [table])
    var uses: [RecordProblem.Use] = []
    for reference in references {
      let from: String = try reference.stored(0, "name")
      let column: String = try reference.stored(1, "from")
      let count =
        try Int.fetchOne(
          db, sql: "SELECT count(*) FROM \"\(from)\" WHERE \"\(column)\" = ?", arguments: [id]) ?? 0
      guard count > 0 else { continue }
      uses.append(.init(noun: noun(from, linkedTo: table), count: count))
    }
    return uses
  }

  /// What a row of a table is called; one that only links is called after what it links.
  private static func noun(_ table: String, linkedTo target: String) -> String {
    let name = table.hasSuffix("_\(target)") ? String(table.dropLast(target.count + 1)) : table
    return name.split(separator: "_").joined(separator: " ")
  }
}
