import CSQLite

/// The columns of a result's row, read in place as what they have to be; nil for NULL.
struct StoredRow {
  private let row: OpaquePointer?
  /// Whether all that was read so far was of its kind.
  private(set) var isSound = true

  init(_ row: OpaquePointer?) { self.row = row }

  /// The bytes of a text, to be looked at before the next row.
  mutating func bytes(_ column: Int32) -> UnsafeBufferPointer<UInt8>? {
    guard holds(SQLITE_TEXT, column), let start = sqlite3_column_text(row, column) else {
      return nil
    }
    return UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(row, column)))
  }

  mutating func text(_ column: Int32) -> String? {
    bytes(column).map { String(decoding: $0, as: UTF8.self) }
  }

  mutating func number(_ column: Int32) -> Int64? {
    holds(SQLITE_INTEGER, column) ? sqlite3_column_int64(row, column) : nil
  }

  /// What a number or a text stands for, as `meaning` has it.
  mutating func value<Stored, Value>(_ stored: Stored?, _ meaning: (Stored) -> Value?) -> Value? {
    guard let stored else { return nil }
    let value = meaning(stored)
    if value == nil { isSound = false }
    return value
  }

  private mutating func holds(_ kind: Int32, _ column: Int32) -> Bool {
    let found = sqlite3_column_type(row, column)
    if found != kind, found != SQLITE_NULL { isSound = false }
    return found == kind
  }
}
