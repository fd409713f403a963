/// Writes rows as CSV (RFC 4180) or with another delimiter; what it writes, `RowReader` reads back.
package struct CSVWriter {
  /// What is written so far; the caller takes it and may empty it.
  package var bytes: [UInt8] = []

  private let dialect: Dialect

  /// - Parameter dialect: its delimiter, quote and newline are used; mixed newlines become LF.
  package init(dialect: Dialect = Dialect()) {
    self.dialect = dialect
  }

  /// Writes one row.
  package mutating func write(_ cells: some Sequence<String>) {
    var row = self.row()
    for cell in cells { row.add(cell.utf8, to: &bytes) }
    row.end(&bytes)
  }

  /// Writes a row that was read, followed by more cells (such as the reason of a rejection).
  package mutating func write(_ read: borrowing Row, followedBy more: [String] = []) {
    var row = self.row()
    for index in 0..<read.count { row.add(read[index], to: &bytes) }
    for cell in more { row.add(cell.utf8, to: &bytes) }
    row.end(&bytes)
  }

  private func row() -> WrittenRow { WrittenRow(dialect: dialect) }
}

/// One row on its way out.
private struct WrittenRow {
  let dialect: Dialect
  private var cells = 0
  private var isEmpty = true

  init(dialect: Dialect) {
    self.dialect = dialect
  }

  mutating func add(_ cell: some Collection<UInt8>, to output: inout [UInt8]) {
    if cells > 0 { output.append(dialect.delimiter) }
    cells += 1
    isEmpty = isEmpty && cell.isEmpty
    guard needsQuotes(cell) else {
      output.append(contentsOf: cell)
      return
    }
    output.append(dialect.quote)
    for byte in cell {
      if byte == dialect.quote { output.append(byte) }
      output.append(byte)
    }
    output.append(dialect.quote)
  }

  /// A row of one empty cell is written in quotes, since a blank line may be passed over.
  mutating func end(_ output: inout [UInt8]) {
    if cells == 1, isEmpty { output += [dialect.quote, dialect.quote] }
    output += dialect.newline.bytes
  }

  /// A leading `#` could be taken for a comment, and blanks at either end for padding.
  private func needsQuotes(_ cell: some Collection<UInt8>) -> Bool {
    guard let first = cell.first else { return false }
    if first == UInt8(ascii: " ") || (cells == 1 && first == UInt8(ascii: "#")) { return true }
    var last = first
    for byte in cell {
      if byte == dialect.delimiter || byte == dialect.quote || LineEnds.isEnd(byte) { return true }
      last = byte
    }
    return last == UInt8(ascii: " ")
  }
}
