/// Cells of a sheet that are shown as one, such as `A2:B4`; only the first has a value.
struct MergedRange: Equatable {
  /// Numbers of the rows and columns, counted from 1.
  let rows: ClosedRange<Int>
  let columns: ClosedRange<Int>

  init?(_ reference: String) {
    let corners = reference.utf8.split(separator: UInt8(ascii: ":")).map(Self.corner)
    guard corners.count == 2, let first = corners[0], let last = corners[1],
      first.row <= last.row, first.column <= last.column
    else { return nil }
    rows = first.row...last.row
    columns = first.column...last.column
  }

  private static func corner(_ text: Substring.UTF8View) -> (row: Int, column: Int)? {
    let bytes = text.filter { $0 != UInt8(ascii: "$") }
    let letters = bytes.prefix { (65...90).contains($0 & 0x5F) && $0 > 64 }
    guard (1...3).contains(letters.count),
      let row = Int(String(decoding: bytes.dropFirst(letters.count), as: UTF8.self)), row > 0
    else { return nil }
    return (row, letters.reduce(0) { $0 * 26 + Int($1 & 0x5F) - 64 })
  }
}

/// Gives the cells of merged ranges the value they are shown with, row by row.
///
/// A value goes down to all rows of its range, and across to the columns that have a heading. A
/// row with nothing but one cell that is merged across several of them is a title within the
/// table.
struct MergedCells {
  /// A range whose first row has been, with its value.
  private struct Open {
    let range: MergedRange
    let text: [UInt8]
  }

  private var waiting: [MergedRange]
  private var open: [Open] = []
  private let isNamed: [Bool]
  /// Bytes that were put into cells; one long text could be merged over a million rows.
  private var filledBytes = 0

  /// The ranges of the rows from one on; `header` tells which columns have a heading.
  init(_ ranges: [MergedRange], from row: Int, header: [String]?, width: Int) {
    waiting = ranges.filter { $0.rows.lowerBound >= row && $0.columns.lowerBound <= width }
      .sorted { one, other in
        (one.rows.lowerBound, one.columns.lowerBound)
          > (other.rows.lowerBound, other.columns.lowerBound)
      }
    isNamed = (0..<width).map { index in
      header.map { !$0[index].utf8.allSatisfy(CardText.isBlank) } ?? true
    }
  }

  mutating func fill(_ row: inout SheetRow) throws(TabularProblem) {
    if waiting.isEmpty, open.isEmpty { return }
    open.removeAll { $0.range.rows.upperBound < row.number }
    while let next = waiting.last, next.rows.lowerBound <= row.number {
      waiting.removeLast()
      if next.rows.lowerBound == row.number { begin(next, &row) }
    }
    for cells in open where cells.range.rows.lowerBound < row.number {
      put(cells.text, in: cells.range.columns, of: &row)
    }
    guard filledBytes <= TableLimit.unpackedBytes.most else { throw .tooLarge(.unpackedBytes) }
  }

  private mutating func begin(_ range: MergedRange, _ row: inout SheetRow) {
    let text = row.bytes(of: range.columns.lowerBound)
    guard !text.isEmpty else { return }
    let columns = range.columns.clamped(to: 1...isNamed.count)
    let others = columns.dropFirst().filter { isNamed[$0 - 1] }
    if row.filled == 1, !others.isEmpty, range.rows.count == 1 {
      return row.fail(column: range.columns.lowerBound, kind: .titleWithin)
    }
    put(text, in: range.columns, of: &row)
    // Ranges do not overlap, so no more are open than there are columns.
    if range.rows.count > 1, open.count < isNamed.count {
      open.append(Open(range: range, text: text))
    }
  }

  private mutating func put(_ text: [UInt8], in columns: ClosedRange<Int>, of row: inout SheetRow) {
    for column in columns.clamped(to: 1...isNamed.count) {
      let takes = column == columns.lowerBound || isNamed[column - 1]
      guard takes, row.bytes(of: column).isEmpty else { continue }
      row.set(column: column) { $0 += text }
      filledBytes += text.count
    }
  }
}
