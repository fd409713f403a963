internal import GRDB

/// Where records went that were merged into others.
enum Survivors {
  /// The contact into which another one was merged; nil when it was not.
  static func contact(of id: Int64, _ db: Database) throws -> Int64? {
    try Int64.fetchOne(
      db, sql: "SELECT contact_id FROM merged_contact WHERE id = ?", arguments: [id])
  }

  /// The organisation into which another one was merged; nil when it was not.
  static func organisation(of id: Int64, _ db: Database) throws -> Int64? {
    try Int64.fetchOne(
      db, sql: "SELECT organisation_id FROM merged_organisation WHERE id = ?", arguments: [id])
  }
}
