internal import GRDB

/// What an import found in its list, as it stands beside its step of the history.
package struct ImportSummary: Sendable, Equatable {
  /// The name of the file as the person gave it, without its folder.
  package let fileName: String
  /// The name the sender goes by.
  package let source: String
  /// Short name of the partner whose list it is.
  package let partner: String?
  package let read: Int
  package let created: Int
  package let updated: Int
  package let unchanged: Int
  package let rejected: Int

  func save(as step: Int64, in db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO batch (operation, file_name, source, partner, rows_read, created, updated,
                           unchanged, rejected)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        step, fileName, source, partner, read, created, updated, unchanged, rejected,
      ])
  }
}

extension ImportSummary: FetchableRecord {
  init(row: Row) throws {
    fileName = row["file_name"]
    source = row["source"]
    partner = row["partner"]
    read = row["rows_read"]
    created = row["created"]
    updated = row["updated"]
    unchanged = row["unchanged"]
    rejected = row["rejected"]
  }
}
