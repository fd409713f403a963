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
    fileName = try row.value("file_name")
    source = try row.value("source")
    partner = try row.value("partner")
    read = try row.value("rows_read")
    created = try row.value("created")
    updated = try row.value("updated")
    unchanged = try row.value("unchanged")
    rejected = try row.value("rejected")
  }
}
