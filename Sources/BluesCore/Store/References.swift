internal import GRDB

/// Which rows refer to which, asked of SQLite's foreign keys, so that no table is forgotten.
enum References {
  /// A column that holds the ids of another table's rows.
  struct Column: Hashable, Comparable {
    let table: String
    let name: String
    /// Its rows are removed with the row they refer to: they are parts of it and no use of it.
    let isPart: Bool

    static func < (one: Column, other: Column) -> Bool {
      (one.table, one.name) < (other.table, other.name)
    }
  }

  /// How many rows refer to one row through one column.
  typealias Users = (table: String, column: String, count: Int)

  /// The columns that refer to the rows of a table, by table and name.
  static func columns(to table: String, in db: Database) throws -> [Column] {
    try all(in: db)[table] ?? []
  }

  /// The columns that refer to each table's rows.
  ///
  /// Of a key of several columns the one that names the id stands for all.
  static func all(in db: Database) throws -> [String: [Column]] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT DISTINCT child.name AS child, key."from" AS name, key."table" AS parent,
               key.on_delete = 'CASCADE' AS part
        FROM sqlite_schema AS child
        JOIN pragma_foreign_key_list(child.name) AS key
        WHERE child.type = 'table' AND coalesce(key."to", 'id') = 'id'
        ORDER BY child.name, key."from"
        """)
    return try Dictionary(grouping: rows) { try $0.value("parent", as: String.self) }.mapValues {
      try $0.map {
        try Column(table: $0.value("child"), name: $0.value("name"), isPart: $0.value("part"))
      }
    }
  }

  /// What refers to a row, and with how many rows; empty for a row that may go.
  ///
  /// Parts that SQLite removes with the row are left out, and so are the tables in `besides`,
  /// whose rows the caller removes itself.
  static func users(
    of table: String, id: Int64, besides: Set<String> = [], in db: Database
  ) throws -> [Users] {
    try columns(to: table, in: db).compactMap { column in
      guard !column.isPart, !besides.contains(column.table) else { return nil }
      let count =
        try Int.fetchOne(
          db, sql: "SELECT count(*) FROM \(column.table) WHERE \(column.name) = ?",
          arguments: [id]) ?? 0
      return count > 0 ? (column.table, column.name, count) : nil
    }
  }

  /// Makes every row that refers to one row of a table refer to another one.
  ///
  /// Where a unique key allows only one of two, the other row's blanks are filled and the first
  /// row's goes.
  ///
  /// - Throws: `ReferenceProblem` when the two rows do not agree or something refers to the one
  ///   that would go.
  static func move(from old: Int64, to new: Int64, of table: String, in db: Database) throws {
    for column in try columns(to: table, in: db) {
      try db.execute(
        sql: "UPDATE OR IGNORE \(column.table) SET \(column.name) = ? WHERE \(column.name) = ?",
        arguments: [new, old])
      let left = try Int64.fetchAll(
        db, sql: "SELECT id FROM \(column.table) WHERE \(column.name) = ? ORDER BY id",
        arguments: [old])
      for row in left { try fold(row, through: column, to: new, in: db) }
    }
  }

  /// Lets one row take the place of another, once every room agreed.
  static func merge(
    _ table: String, _ merged: Int64, _ mergedCode: String, into survivor: Int64,
    _ survivorCode: String, _ write: Transaction
  ) throws {
    try write.hooks.beforeMerge[table]?(
      write.db,
      StoreHooks.Merge(
        survivor: survivor, survivorCode: survivorCode, merged: merged, mergedCode: mergedCode))
    try move(from: merged, to: survivor, of: table, in: write.db)
  }

  /// Puts what a row says into the one that a unique key leaves in its place, and removes it.
  private static func fold(
    _ row: Int64, through column: Column, to new: Int64, in db: Database
  ) throws {
    let table = column.table
    guard let rival = try rival(of: row, through: column, to: new, in: db),
      try users(of: table, id: row, in: db).isEmpty
    else { throw ReferenceProblem.bothHave(table: table) }
    let names = try db.columns(in: table).map(\.name)
      .filter { !["id", "batch", column.name].contains($0) }
    for name in names {
      let differs = try Bool.fetchOne(
        db,
        sql: """
          SELECT one.\(name) <> other.\(name) FROM \(table) AS one, \(table) AS other
          WHERE one.id = ? AND other.id = ?
          """, arguments: [row, rival])
      guard differs != true else { throw ReferenceProblem.bothHave(table: table) }
      try db.execute(
        sql: """
          UPDATE \(table) SET \(name) = (SELECT \(name) FROM \(table) WHERE id = ?)
          WHERE id = ? AND \(name) IS NULL
          """, arguments: [row, rival])
    }
    try db.execute(sql: "DELETE FROM \(table) WHERE id = ?", arguments: [row])
  }

  /// The row that keeps another one from referring to `new`.
  private static func rival(
    of row: Int64, through column: Column, to new: Int64, in db: Database
  ) throws -> Int64? {
    let table = column.table
    for key in try db.indexes(on: table) where key.isUnique && key.columns.contains(column.name) {
      let rest = key.columns.filter { $0 != column.name }
        .map { "AND other.\($0) = one.\($0)" }.joined(separator: " ")
      let rival = try Int64.fetchOne(
        db,
        sql: """
          SELECT other.id FROM \(table) AS one, \(table) AS other
          WHERE one.id = ? AND other.\(column.name) = ? \(rest)
          """, arguments: [row, new])
      if let rival { return rival }
    }
    return nil
  }
}
