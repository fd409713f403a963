internal import GRDB

extension Row {
  /// The value at a position of a selection, which has to be there and of its type.
  ///
  /// - Throws: `StoreProblem.failed` with the column, never the value.
  func stored<Value: DatabaseValueConvertible>(_ at: Int, _ column: String) throws -> Value {
    guard let value: Value = try storedOrNil(at, column) else {
      throw StoreProblem.failed(detail: "a value of \(column) is missing")
    }
    return value
  }

  /// The value at a position as another type makes it.
  func stored<Stored: DatabaseValueConvertible, Value>(
    _ at: Int, _ column: String, _ make: (Stored) -> Value?
  ) throws -> Value {
    guard let value = make(try stored(at, column)) else {
      throw StoreProblem.failed(detail: "a value of \(column) cannot be read")
    }
    return value
  }

  /// The value at a position, or nil where none is stored.
  func storedOrNil<Value: DatabaseValueConvertible>(_ at: Int, _ column: String) throws -> Value? {
    let stored: DatabaseValue = self[at]
    if stored.isNull { return nil }
    guard let value = Value.fromDatabaseValue(stored) else {
      throw StoreProblem.failed(detail: "a value of \(column) cannot be read")
    }
    return value
  }

  /// The value of a column of that name, which has to be there and of its type.
  func stored<Value: DatabaseValueConvertible>(_ column: String) throws -> Value {
    guard let value: Value = try storedOrNil(column) else {
      throw StoreProblem.failed(detail: "a value of \(column) is missing")
    }
    return value
  }

  /// The value of a column of that name, or nil where none is stored.
  func storedOrNil<Value: DatabaseValueConvertible>(_ column: String) throws -> Value? {
    guard let at = columnNames.firstIndex(of: column) else { return nil }
    return try storedOrNil(columnNames.distance(from: columnNames.startIndex, to: at), column)
  }
}
