internal import GRDB

extension Row {
  /// The value at a position of a selection, which has to be there and of its type.
  ///
  /// - Throws: `UnreadValue` with the column, never the value.
  func stored<Value: StoredValue>(_ at: Int, _ column: String) throws -> Value {
    try value(at, column)
  }

  /// The value at a position as another type makes it.
  func stored<Stored: StoredValue, Value>(
    _ at: Int, _ column: String, _ make: (Stored) -> Value?
  ) throws -> Value {
    try convert(at, column, make)
  }

  /// The value at a position, or nil where none is stored.
  func storedOrNil<Value: StoredValue>(_ at: Int, _ column: String) throws -> Value? {
    try value(at, column)
  }

  /// The value of a column of that name, which has to be there and of its type.
  func stored<Value: StoredValue>(_ column: String) throws -> Value { try value(column) }

  /// The value of a column of that name, or nil where none is stored.
  func storedOrNil<Value: StoredValue>(_ column: String) throws -> Value? {
    hasColumn(column) ? try value(column) : nil
  }
}
