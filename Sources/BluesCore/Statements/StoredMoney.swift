internal import GRDB

/// Looks for values of the money's tables that no command has written: categories that the programme does
/// not have, and references to rows that are not there.
enum StoredMoney {
  /// The largest table that is looked through.
  private static let most = 5_000

  /// - Throws: `UnreadValue` with table, row and column.
  static func check(_ db: Database) throws {
    for table in [
      "person", "person_rate", "person_share", "timesheet", "budget_line", "cost_line",
      "cost_estimate", "statement_word", "declared_line", "accepted_cost", "grant_payment",
    ] {
      let count = try Int.fetchOne(
        db, sql: "SELECT count(*) FROM (SELECT 1 FROM \(table) LIMIT \(most + 1))")
      guard count ?? 0 <= most else { continue }
      let lost = try Row.fetchOne(
        db,
        sql: """
          SELECT broken.rowid AS row, key."from" AS name
          FROM pragma_foreign_key_check(?) AS broken
          JOIN pragma_foreign_key_list(?) AS key ON key.id = broken.fkid LIMIT 1
          """, arguments: [table, table])
      if let lost {
        throw UnreadValue(
          table: table, column: try lost.value("name"), row: try lost.value("row", as: Int64?.self))
      }
    }
    let codes = try CostCategories.of(db).codes
    for table in ["budget_line", "cost_estimate"] { try check(table, codes, db) }
  }

  /// The same of the categories of lines, which are looked for where one is unknown.
  static func check(_ lines: [LedgerLine], _ categories: CostCategories, _ db: Database) throws {
    let unknown = Set(lines.map(\.category)).contains { categories[$0] == nil }
    guard unknown else { return }
    for table in ["cost_line", "declared_line"] { try check(table, categories.codes, db) }
  }

  private static func check(_ table: String, _ codes: [String], _ db: Database) throws {
    let marks = databaseQuestionMarks(count: codes.count)
    let row = try Int64.fetchOne(
      db, sql: "SELECT id FROM \(table) WHERE category NOT IN (\(marks)) LIMIT 1",
      arguments: StatementArguments(codes))
    if let row { throw UnreadValue(table: table, column: "category", row: row) }
  }
}
