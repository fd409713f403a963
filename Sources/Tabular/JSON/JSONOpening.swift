/// Reads a JSON file up to the end of its first object, and finds out how the objects stand in it.
struct JSONOpening {
  let scanner: JSONScanner
  private(set) var shape = JSONReading.Shape.lines
  /// The first object; nil when there is none.
  private(set) var first: JSONRecord?

  init(scanner: JSONScanner) {
    self.scanner = scanner
  }

  /// - Throws: a `JSONBreak` where the grammar is broken, a `TabularProblem` of the file.
  mutating func read() throws {
    guard let byte = try scanner.next() else { return }
    if byte == UInt8(ascii: "[") {
      shape = .list
      scanner.input.advance()
      if try scanner.next() == UInt8(ascii: "]") { return }
      first = try element()
      return
    }
    let object = try self.object(findingList: true)
    // A list that is empty is an export of nothing.
    if case .lines = shape, !isOfNothing(object) { first = object }
  }

  /// Whether the object is an export of nothing: an empty list stands where the rows would.
  ///
  /// A row of ours may have empty lists too, and has no schema.
  private func isOfNothing(_ object: JSONRecord) -> Bool {
    hasEmptyList && (object.keys.contains(Array("schema".utf8)) || object.keys.count == emptyLists)
  }

  private var emptyLists = 0
  private var hasEmptyList: Bool { emptyLists > 0 }

  /// Reads an object whose members are cells; a list of objects, if asked for, is read instead.
  mutating func object(findingList: Bool = false) throws -> JSONRecord {
    var record = JSONRecord(line: scanner.input.line)
    try scanner.pass(UInt8(ascii: "{"), "an object")
    if try scanner.next() == UInt8(ascii: "}") {
      scanner.input.advance()
      return record
    }
    repeat {
      let key = try scanner.key()
      guard try scanner.isNested() else {
        var value: [UInt8] = []
        try scanner.scalar(into: &value)
        record.add(key, value)
        continue
      }
      guard try scanner.next() == UInt8(ascii: "[") else {
        if let amount = try scanner.amount() {
          record.add(key, amount)
        } else {
          record.addNested(key)
        }
        continue
      }
      scanner.input.advance()
      let byte = try scanner.next()
      if findingList, byte == UInt8(ascii: "{") {
        let schema = record.keys.firstIndex(of: Array("schema".utf8)).map { record.values[$0] }
        shape = .member(
          JSONRecord.shown(key), schema: schema.map { String(decoding: $0, as: UTF8.self) })
        first = try element()
        return record
      }
      if byte == UInt8(ascii: "]") { emptyLists += 1 }
      if let joined = try scanner.entries() {
        record.add(key, joined)
      } else {
        record.addNested(key)
      }
    } while try scanner.goesOn(until: UInt8(ascii: "}"))
    return record
  }

  private mutating func element() throws -> JSONRecord {
    guard try scanner.next() == UInt8(ascii: "{") else {
      throw scanner.input.slip(.unexpected(expected: "an object"))
    }
    return try object()
  }
}
