/// A row that was looked at ahead of its turn, kept to be handed over when that comes.
struct LookaheadRow {
  private let line: Int
  private let fault: RowFault?
  private let note: RowNote?
  private let numbers: UInt64
  /// One byte, so that a row of empty cells has an address too, then the raw row and the cells.
  private var bytes: [UInt8] = [0]
  private let raw: Range<Int>
  private var cells: [Range<Int>] = []

  init(_ row: borrowing Row) {
    line = row.line
    fault = row.fault
    note = row.note
    bytes.reserveCapacity((0..<row.count).reduce(1 + row.raw.count) { $0 + row[$1].count })
    cells.reserveCapacity(row.count)
    numbers = row.numbers
    bytes += row.raw
    raw = 1..<bytes.count
    for index in 0..<row.count {
      let start = bytes.count
      bytes += row[index]
      cells.append(start..<bytes.count)
    }
  }

  /// Bytes it holds.
  var size: Int { bytes.count }

  /// The texts of its cells; nil for a row at fault.
  var texts: [String]? {
    fault == nil ? cells.map { String(decoding: bytes[$0], as: UTF8.self) } : nil
  }

  // Swift 6.3.1 fails to optimise a caller that this is inlined into.
  @inline(never)
  func hand(to body: (borrowing Row) throws -> Void) throws {
    try bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      let cells = cells.map { Cell(start: base + $0.lowerBound, count: $0.count) }
      try cells.withUnsafeBufferPointer { cells in
        let row = Row(
          line: line, fault: fault, raw: UnsafeBufferPointer(rebasing: bytes[raw]), cells: cells,
          note: note, numbers: numbers)
        try body(row)
      }
    }
  }
}
