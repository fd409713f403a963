internal import Basics
internal import GRDB

/// The records of a kind that people removed, by what lists know them by.
///
/// They are kept beside what people changed, as `removed` of a record that is gone, so that undoing the
/// removal takes them away again.
struct RemovedRecords {
  private let write: Transaction
  private let table: String
  private var codes: [String: (record: Int64, code: String)] = [:]

  /// Whether nobody removed any.
  var isEmpty: Bool { codes.isEmpty }

  /// The name that no attribute has.
  private static let field = "removed"

  /// Reads those of a table.
  init(_ write: Transaction, of table: String) throws {
    self.write = write
    self.table = table
    let rows = try Row.fetchCursor(
      write.db,
      sql: "SELECT record_id, listed FROM record_edit WHERE kind = ? AND field = ?",
      arguments: [table, Self.field])
    while let row = try rows.next() {
      let record: Int64 = try row.value(0)
      let text: String = try row.value(1)
      let parts = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      for key in parts.dropFirst() { codes[key] = (record, parts[0]) }
    }
  }

  /// Keeps in mind a record that goes.
  static func note(
    _ write: Transaction, of table: String, _ record: Int64, _ code: String, keys: [String]
  ) throws {
    let plain = keys.map { $0.replacing("\n", with: " ") }
    try RecordEdits.note(
      write, of: table, record, field, listed: ([code] + plain).joined(separator: "\n"))
  }

  /// The code of the removed record that a list brings again, which is forgotten by that; nil for
  /// another one.
  mutating func take(_ keys: [String]) throws -> String? {
    let known = codes
    guard !known.isEmpty,
      let found = keys.compactMap({ known[$0.replacing("\n", with: " ")] }).first
    else { return nil }
    codes = codes.filter { $0.value.record != found.record }
    try RecordEdits.forget(write, of: table, found.record)
    return found.code
  }
}
