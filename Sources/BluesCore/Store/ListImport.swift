internal import Basics
internal import GRDB

/// From which file an import was, as it stands beside its step of the history.
struct ListImport: Sendable, Equatable {
  let step: Int64
  let fileName: String
  /// The records that its rows were of; nil where that was not kept.
  let given: [String]?

  /// The imports into a table that were not undone, the newest first.
  static func standing(_ kind: String, _ db: Database) throws -> [ListImport] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT list_import.operation, file_name, given FROM list_import
        JOIN operation ON operation.id = list_import.operation
        WHERE list_import.kind = ? AND undone_by IS NULL ORDER BY operation.id DESC
        """, arguments: [kind]
    ).map { row in
      ListImport(
        step: try row.value(0), fileName: try row.value(1),
        given: try row.value(2, as: String?.self).map { text in
          text.split(separator: "\n").map(String.init)
        })
    }
  }

  /// Stands beside a step that is under way.
  struct Draft: Sendable {
    /// The table that the list fills.
    let kind: String
    let fileName: String
    /// The records that rows were of, where that is to be kept.
    let given: [String]?

    func save(as step: Int64, in db: Database) throws {
      try db.execute(
        sql: "INSERT INTO list_import (operation, kind, file_name, given) VALUES (?, ?, ?, ?)",
        arguments: [step, kind, fileName, given?.sorted().joined(separator: "\n")])
    }
  }
}
