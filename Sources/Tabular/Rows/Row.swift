/// One row, whose bytes may be looked at only while it is handed over.
package struct Row: ~Copyable {
  /// Line it begins in (of a workbook: its row number), counted from 1.
  package let line: Int
  package let fault: RowFault?
  /// The row's bytes as UTF-8, without its line end; none in a workbook.
  package let raw: UnsafeBufferPointer<UInt8>
  @usableFromInline let cells: UnsafeBufferPointer<Cell>
  /// What is worth a look although the row is without fault.
  package var note: RowNote?
  /// A bit for each of the first columns whose cell is stored as a number, as in a workbook.
  var numbers: UInt64 = 0

  /// Whether the cell is stored as a number, which has a point before its decimals alone.
  package func isNumber(_ index: Int) -> Bool { index < 64 && numbers >> UInt64(index) & 1 == 1 }

  /// Number of cells; a ragged row has those it has, a row that fell apart has none.
  ///
  /// A row with delimiters behind its last cell has more than the table is wide, all blank.
  @inlinable package var count: Int { cells.count }

  /// The bytes of a cell, as UTF-8.
  @inlinable package subscript(index: Int) -> UnsafeBufferPointer<UInt8> {
    let cell = cells[index]
    return UnsafeBufferPointer(start: cell.start, count: cell.count)
  }

  /// The text of a cell; a byte without a character is shown as `\x81`.
  package func text(_ index: Int) -> String {
    if case .undecodable = fault?.kind { return UndecodableByte.shown(self[index]) }
    return String(decoding: self[index], as: UTF8.self)
  }

  /// The texts of all cells; of a row that fell apart those that can be made out in it.
  package func shownTexts(in reading: Reading) -> [String] {
    guard count == 0, !raw.isEmpty, case .text(let text) = reading.kind else { return texts }
    return BrokenRow.cells(of: raw, text.dialect)
  }

  /// The texts of all cells.
  package var texts: [String] {
    var all: [String] = []
    for index in 0..<count { all.append(text(index)) }
    return all
  }
}

/// Where a cell's bytes are.
@usableFromInline
struct Cell {
  @usableFromInline var start: UnsafePointer<UInt8>
  @usableFromInline var count: Int
}
