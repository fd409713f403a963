/// Where a text lies in a block of bytes; nothing is a count below zero.
struct TextPlace {
  let start: Int32
  let count: Int32

  static let nothing = TextPlace(start: 0, count: -1)
}

/// The texts of rows side by side in one block of bytes, where SQLite reads them without a copy.
struct TextBlock: Sendable {
  /// How many texts a row has.
  let columns: Int
  private var bytes: [UInt8] = []
  private var places: [TextPlace] = []

  /// A block for about so many rows of so many bytes.
  init(columns: Int, rows: Int, bytesEach: Int = 320) {
    self.columns = columns
    places.reserveCapacity(rows * columns)
    bytes.reserveCapacity(rows * bytesEach)
  }

  var rows: Int { places.count / columns }

  /// How many bytes the texts take.
  var size: Int { bytes.count }

  /// Begins a row without texts and gives its place.
  mutating func addRow() -> Int {
    places.append(contentsOf: repeatElement(.nothing, count: columns))
    return rows - 1
  }

  mutating func set(_ text: String, row: Int, column: Int) {
    var text = text
    write(row: row, column: column) { bytes in text.withUTF8 { bytes.append(contentsOf: $0) } }
  }

  /// The same of a text that may be missing.
  mutating func set(_ text: String?, row: Int, column: Int) {
    if let text { set(text, row: row, column: column) }
  }

  /// Lets the body append the bytes of one text.
  mutating func write(row: Int, column: Int, _ body: (inout [UInt8]) -> Void) {
    let start = bytes.count
    body(&bytes)
    places[row * columns + column] = TextPlace(
      start: Int32(start), count: Int32(bytes.count - start))
  }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
  }

  func text(row: Int, column: Int) -> String? {
    let place = places[row * columns + column]
    guard place.count >= 0 else { return nil }
    return String(decoding: bytes[Int(place.start)..<Int(place.start + place.count)], as: UTF8.self)
  }

  /// The bytes of a text, to be looked at only while they are handed over; none where it is missing.
  func withBytes<Value>(
    row: Int, column: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Value
  ) rethrows -> Value {
    let place = places[row * columns + column]
    return try bytes.withUnsafeBufferPointer {
      let (start, count) = (Int(place.start), Int(max(0, place.count)))
      return try body(UnsafeBufferPointer(rebasing: $0[start..<start + count]))
    }
  }

  /// Hands over rows as a block table takes them; they lie there until the body returns.
  func withRows<Value>(
    _ numbers: [Int64], _ body: (BlockTable.Rows) throws -> Value
  ) rethrows -> Value {
    try bytes.withUnsafeBufferPointer { bytes in
      try places.withUnsafeBufferPointer { texts in
        try numbers.withUnsafeBufferPointer { numbers in
          try body(BlockTable.Rows(numbers: numbers, texts: texts, bytes: bytes))
        }
      }
    }
  }
}
