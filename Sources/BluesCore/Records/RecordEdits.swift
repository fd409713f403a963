internal import GRDB

/// The attributes of a kind of record that people changed, each with what the list had said last.
///
/// A change stands as long as the record says something else than its list did.
final class RecordEdits {
  /// What the list had said; nothing where it had said nothing.
  struct Edit {
    let listed: String?
  }

  private let write: Transaction
  private let table: String
  private var edits: [Int64: [String: Edit]] = [:]

  /// Reads those of all records of a table.
  init(_ write: Transaction, of table: String) throws {
    self.write = write
    self.table = table
    let rows = try Row.fetchCursor(
      write.db, sql: "SELECT record_id, field, listed FROM record_edit WHERE kind = ?",
      arguments: [table])
    while let row = try rows.next() {
      let record: Int64 = try row.value(0)
      let field: String = try row.value(1)
      edits[record, default: [:]][field] = Edit(listed: try row.value(2))
    }
  }

  subscript(record: Int64, field: String) -> Edit? { edits[record]?[field] }

  /// Notes what the list says now of an attribute that a person changed.
  func relist(_ record: Int64, _ field: String, _ text: String?) throws {
    edits[record]?[field] = Edit(listed: text)
    try write.db.execute(
      sql: "UPDATE record_edit SET listed = ? WHERE kind = ? AND record_id = ? AND field = ?",
      arguments: [text, table, record, field])
  }

  /// Notes that a person changed an attribute; of one changed before, the list's word is known.
  static func note(
    _ write: Transaction, of table: String, _ record: Int64, _ field: String, listed: String?
  ) throws {
    try write.db.execute(
      sql: """
        INSERT INTO record_edit (id, kind, record_id, field, listed) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (kind, record_id, field) DO NOTHING
        """,
      arguments: [try write.nextID("record_edit"), table, record, field, listed])
  }

  /// Forgets what people changed in a record that goes.
  static func forget(_ write: Transaction, of table: String, _ record: Int64) throws {
    try write.db.execute(
      sql: "DELETE FROM record_edit WHERE kind = ? AND record_id = ?", arguments: [table, record])
  }
}
