/// A row put together cell by cell, for files whose rows do not stand in them as such.
struct RowBuilder {
  private var bytes: [UInt8] = [0]
  private var ranges: [Range<Int>] = []
  private var raw: Range<Int> = 0..<0
  private(set) var fault: RowFault?
  private(set) var line = 0

  /// Empties it for the next row.
  mutating func begin(line: Int, width: Int) {
    self.line = line
    fault = nil
    // One byte before the texts, so that a row of empty cells has an address too.
    bytes.removeLast(bytes.count - 1)
    ranges.removeAll(keepingCapacity: true)
    for _ in 0..<width { ranges.append(0..<0) }
    raw = 0..<0
  }

  /// Fills the cell of a column counted from 0.
  mutating func set(_ column: Int, to cell: some Collection<UInt8>) {
    guard cell.count <= RowLimit.fieldBytes, bytes.count + cell.count <= RowLimit.recordBytes
    else {
      fail(RowFault(line: line, column: column + 1, kind: .tooLong(most: RowLimit.fieldBytes)))
      return
    }
    if cell.contains(0) { fail(RowFault(line: line, column: column + 1, kind: .nulByte)) }
    let start = bytes.count
    bytes += cell
    ranges[column] = start..<bytes.count
  }

  /// Makes it a row that fell apart: no cells, only the bytes it was made of.
  mutating func fallApart(into text: some Collection<UInt8>) {
    ranges.removeAll(keepingCapacity: true)
    raw = bytes.count..<bytes.count + text.count
    bytes += text
  }

  /// Keeps the first fault of the row.
  mutating func fail(_ fault: RowFault) {
    self.fault = self.fault ?? fault
  }

  func hand(to body: (borrowing Row) throws -> Void) throws {
    try bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      let cells = ranges.map { Cell(start: base + $0.lowerBound, count: $0.count) }
      try cells.withUnsafeBufferPointer { cells in
        let raw = UnsafeBufferPointer(rebasing: bytes[raw])
        try body(Row(line: line, fault: fault, raw: raw, cells: cells))
      }
    }
  }
}
