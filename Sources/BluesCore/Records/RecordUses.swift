internal import GRDB

/// Who refers to a record, as SQLite's foreign keys and the register of documents say.
enum RecordUses {
  /// The kinds of rows that refer to a row, and how many of each there are.
  static func of(_ table: String, _ id: Int64, in db: Database) throws -> [RecordProblem.Use] {
    let documents = try ProjectDocument.count(of: RecordPlace(table: table, id: id), db)
    return try References.users(of: table, id: id, in: db)
      .map { .init(noun: noun($0.table, linkedTo: table), count: $0.count) }
      + (documents == 0 ? [] : [.init(noun: "document", count: documents)])
  }

  /// What a row of a table is called; one that only links is called after what it links.
  private static func noun(_ table: String, linkedTo target: String) -> String {
    let name = table.hasSuffix("_\(target)") ? String(table.dropLast(target.count + 1)) : table
    return name.split(separator: "_").joined(separator: " ")
  }
}
