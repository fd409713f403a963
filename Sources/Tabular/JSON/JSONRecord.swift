/// One object, as a row is made of it.
struct JSONRecord {
  /// Line that it begins in.
  let line: Int
  private(set) var keys: [[UInt8]] = []
  private(set) var values: [[UInt8]] = []
  /// What is wrong with it, though its grammar is sound, with the place of the key from 0.
  private(set) var fault: (place: Int, kind: RowFault.Kind)?
  private var seen: Set<[UInt8]> = []
  private var size = 0

  init(line: Int) {
    self.line = line
  }

  /// Adds a key; one that stands there already is a fault.
  mutating func add(_ key: [UInt8], _ value: [UInt8]) {
    guard seen.insert(key).inserted else {
      return fail(.json(.repeatedKey(Self.shown(key))), at: keys.firstIndex(of: key))
    }
    size += value.count
    guard keys.count < RowLimit.columns else {
      return fail(.tooManyCells(most: RowLimit.columns))
    }
    guard value.count <= RowLimit.fieldBytes, size <= RowLimit.recordBytes else {
      fail(.tooLong(most: RowLimit.fieldBytes))
      return keep(key, [])
    }
    keep(key, value)
  }

  /// Adds a key whose value is no cell.
  mutating func addNested(_ key: [UInt8]) {
    fail(.json(.nested(key: Self.shown(key))))
    add(key, [])
  }

  /// Keeps the first fault; it is in the key that comes next where no place is told.
  mutating func fail(_ kind: RowFault.Kind, at place: Int? = nil) {
    fault = fault ?? (place ?? keys.count, kind)
  }

  private mutating func keep(_ key: [UInt8], _ value: [UInt8]) {
    keys.append(key)
    values.append(value)
  }

  static func shown(_ key: [UInt8]) -> String {
    String(decoding: key.prefix(120), as: UTF8.self)
  }
}
