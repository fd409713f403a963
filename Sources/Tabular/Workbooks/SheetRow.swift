/// One row of a sheet, filled cell by cell and used again for the next.
struct SheetRow {
  private(set) var number = 0
  private(set) var fault: RowFault?
  private(set) var note: RowNote?
  private var numbers: UInt64 = 0
  private var bytes: [UInt8] = []
  private var ranges: [Range<Int>] = []

  /// Number of cells up to the last that is not empty.
  private(set) var used = 0
  /// Cells that are not empty.
  private(set) var filled = 0

  /// Bytes of all its texts.
  var size: Int { bytes.count - 1 }

  mutating func begin(number: Int) {
    self.number = number
    fault = nil
    note = nil
    numbers = 0
    bytes.removeAll(keepingCapacity: true)
    // One byte before the texts, so that a row of empty cells has an address too.
    bytes.append(0)
    ranges.removeAll(keepingCapacity: true)
    used = 0
    filled = 0
  }

  /// Fills a cell; columns left out before it are empty.
  mutating func set(column: Int, to write: (inout [UInt8]) -> Void) {
    while ranges.count < column { ranges.append(0..<0) }
    let start = bytes.count
    write(&bytes)
    if start == bytes.count { return }
    guard bytes.count - start <= RowLimit.fieldBytes, bytes.count <= RowLimit.recordBytes else {
      bytes.removeLast(bytes.count - start)
      fail(column: column, kind: .tooLong(most: RowLimit.fieldBytes))
      return
    }
    if ranges[column - 1].isEmpty { filled += 1 }
    ranges[column - 1] = start..<bytes.count
    used = max(used, column)
  }

  /// The text of a cell; none where it is empty.
  func bytes(of column: Int) -> [UInt8] {
    column <= ranges.count ? Array(bytes[ranges[column - 1]]) : []
  }

  /// Whether a cell has this text.
  func holds(_ text: [UInt8], column: Int) -> Bool {
    guard column <= ranges.count else { return text.isEmpty }
    let range = ranges[column - 1]
    return range.count == text.count && bytes[range].elementsEqual(text)
  }

  mutating func fail(column: Int, kind: RowFault.Kind) {
    fault = fault ?? RowFault(line: number, column: column, kind: kind)
    // A row at fault is handed over even when nothing of it could be kept.
    used = max(used, column)
  }

  /// Says that a cell is stored as a number.
  mutating func markNumber(column: Int) {
    if column <= 64 { numbers |= 1 << UInt64(column - 1) }
  }

  mutating func remark(column: Int, kind: RowNote.Kind) {
    note = note ?? RowNote(line: number, column: column, kind: kind)
  }

  /// The texts of as many cells as the table is wide.
  func texts(width: Int) -> [String] {
    (0..<width).map { index in
      index < ranges.count ? String(decoding: bytes[ranges[index]], as: UTF8.self) : ""
    }
  }

  /// Hands the row over, as wide as the table.
  func hand(width: Int, to body: (borrowing Row) throws -> Void) throws {
    try bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      var cells = Array(repeating: Cell(start: base, count: 0), count: width)
      for (index, range) in ranges.prefix(width).enumerated() where !range.isEmpty {
        cells[index] = Cell(start: base + range.lowerBound, count: range.count)
      }
      try cells.withUnsafeBufferPointer { cells in
        let none = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
        try body(
          Row(
            line: number, fault: fault, raw: none, cells: cells, note: note, numbers: numbers))
      }
    }
  }
}
