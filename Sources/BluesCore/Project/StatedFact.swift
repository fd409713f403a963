internal import GRDB

/// A figure or sentence about the project or a partner, with where it comes from.
package struct StatedFact: Sendable, Equatable {
  /// How far a fact can be relied on.
  package enum Mark: String, Sendable, StoredValue {
    /// Read in the source named.
    case confirmed
    /// A default to be checked against the signed grant agreement.
    case `default`
    /// Set by the user of this project.
    case own
  }

  package let name: String
  package let value: String
  package let mark: Mark
  package let source: String?
}

extension StatedFact: FetchableRecord {
  init(row: Row) throws {
    name = try row.value("name")
    value = try row.value("value")
    mark = try row.value("mark")
    source = try row.value("source")
  }

  static func about(_ subject: String, in db: Database) throws -> [StatedFact] {
    try fetchAll(
      db.cachedStatement(
        sql: "SELECT name, value, mark, source FROM fact WHERE subject = ? ORDER BY id"),
      arguments: [subject])
  }

  static func one(_ name: String, about subject: String, in db: Database) throws -> StatedFact? {
    try fetchOne(
      db.cachedStatement(
        sql: "SELECT name, value, mark, source FROM fact WHERE subject = ? AND name = ?"),
      arguments: [subject, name])
  }

  /// The subject under which the project's own facts are kept.
  static let project = "project"

  static func insert(_ fact: StatedFact, about subject: String, _ write: Transaction) throws {
    try write.db.execute(
      sql: "INSERT INTO fact (id, subject, name, value, mark, source) VALUES (?, ?, ?, ?, ?, ?)",
      arguments: [
        write.nextID("fact"), subject, fact.name, fact.value, fact.mark.rawValue, fact.source,
      ])
  }
}
