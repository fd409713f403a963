internal import GRDB

/// How rows are read: GRDB's own subscript ends the program at a value of another kind, and prints
/// the row.
extension Row {
  /// The value in a column of the result.
  ///
  /// - Throws: `UnreadValue` when the column is missing or holds something else.
  func value<Value: StoredValue>(_ column: String, as kind: Value.Type = Value.self) throws -> Value
  {
    let stored = try stored(column)
    guard let value = Value.read(stored) else { throw unread(column, stored) }
    return value
  }

  /// The value at a place of a selection whose columns have other names than those they are from.
  func value<Value: StoredValue>(_ index: Int, _ column: String) throws -> Value {
    let stored = try decode(DatabaseValue.self, atIndex: index)
    guard let value = Value.read(stored) else { throw unread(column, stored) }
    return value
  }

  /// What becomes of the value at a place, where not every value becomes something.
  func convert<Stored: StoredValue, Value>(
    _ index: Int, _ column: String, _ conversion: (Stored) throws -> Value?
  ) throws -> Value {
    guard let value = try conversion(value(index, column)) else {
      throw unread(column, try decode(DatabaseValue.self, atIndex: index))
    }
    return value
  }

  /// The value in the column at a place, from 0.
  func value<Value: StoredValue>(_ index: Int, as kind: Value.Type = Value.self) throws -> Value {
    let stored = try decode(DatabaseValue.self, atIndex: index)
    guard let value = Value.read(stored) else { throw unread(Array(columnNames)[index], stored) }
    return value
  }

  /// What becomes of a column's value, where not every value becomes something.
  func convert<Stored: StoredValue, Value>(
    _ column: String, _ conversion: (Stored) throws -> Value?
  ) throws -> Value {
    guard let value = try conversion(value(column)) else {
      throw unread(column, try stored(column))
    }
    return value
  }

  /// The words that a column holds one after the other; none where it is empty.
  func words(_ column: String, separator: Character) throws -> [String] {
    try value(column, as: String?.self)?.split(separator: separator).map(String.init) ?? []
  }

  private func stored(_ column: String) throws -> DatabaseValue {
    do {
      return try decode(DatabaseValue.self, forColumn: column)
    } catch {
      throw UnreadValue(column: column)
    }
  }

  private func unread(_ column: String, _ stored: DatabaseValue) -> UnreadValue {
    UnreadValue(column: column, row: (try? self.stored("id")).flatMap { Int64.read($0) }, stored)
  }
}
