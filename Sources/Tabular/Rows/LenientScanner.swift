/// Finds the cells of one record in a text of a rarer dialect: cells padded with blanks, escapes in
/// place of doubled quotes, apostrophes as quotes.
///
/// It looks at every byte, which is slow; texts of the common dialect go through `RecordScanner`.
final class LenientScanner {
  private let dialect: Dialect
  private var cells: UnsafeMutablePointer<Cell>
  /// Number of cells of the record scanned last.
  private(set) var count = 0
  /// Cells that do not stand in the text as they are, written out here.
  private var written: UnsafeMutablePointer<UInt8>
  private var capacity = 1 << 12
  private var writtenCount = 0

  init(dialect: Dialect) {
    self.dialect = dialect
    cells = .allocate(capacity: RowLimit.columns)
    written = .allocate(capacity: capacity)
  }

  deinit {
    cells.deallocate()
    written.deallocate()
  }

  /// The cells of the record scanned last.
  var found: UnsafeBufferPointer<Cell> { UnsafeBufferPointer(start: cells, count: count) }

  /// Scans the record that the text begins with.
  func scan(_ text: UnsafeBufferPointer<UInt8>, atEnd: Bool) -> RecordScanner.Outcome {
    count = 0
    makeRoom(for: text.count)
    var index = 0
    var lines = 0
    while true {
      let start = index
      switch scanCell(text, from: start, atEnd) {
      case .unfinished:
        return text.count > RowLimit.recordBytes || text.count - start > 2 * RowLimit.fieldBytes
          ? .broken(.tooLong(most: RowLimit.fieldBytes), at: start, linesBefore: lines)
          : .unfinished
      case .broken(let kind, let at): return .broken(kind, at: at, linesBefore: lines)
      case .cell(let cell, let after, let within):
        if cell.count > RowLimit.fieldBytes {
          return .broken(.tooLong(most: RowLimit.fieldBytes), at: after, linesBefore: lines)
        }
        if count == RowLimit.columns {
          return .broken(.tooManyCells(most: RowLimit.columns), at: after, linesBefore: lines)
        }
        cells[count] = cell
        count += 1
        lines += within
        if after == text.count { return .record(length: after, next: after, lines: lines + 1) }
        if text[after] == dialect.delimiter {
          index = after + 1
          continue
        }
        let isPair =
          text[after] == LineEnds.cr && after + 1 < text.count && text[after + 1] == LineEnds.lf
        return .record(length: after, next: after + (isPair ? 2 : 1), lines: lines + 1)
      }
    }
  }

  /// What became of one cell.
  private enum Scanned {
    case cell(Cell, after: Int, lines: Int)
    case unfinished
    case broken(RowFault.Kind, at: Int)
  }

  private func scanCell(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, _ atEnd: Bool
  ) -> Scanned {
    var index = start
    while index < text.count, dialect.padding != .none, text[index] == UInt8(ascii: " ") {
      index += 1
    }
    if index < text.count, text[index] == dialect.quote {
      return scanQuoted(text, from: index, atEnd)
    }
    return scanBare(text, from: dialect.padding == .always ? index : start, atEnd)
  }

  /// Whether the record or the cell ends here; a CR at the text's end waits for what follows it.
  private func ends(
    _ text: UnsafeBufferPointer<UInt8>, at index: Int, _ atEnd: Bool
  ) -> Bool? {
    guard index < text.count else { return atEnd ? true : nil }
    if text[index] == LineEnds.cr, index + 1 == text.count, !atEnd { return nil }
    return text[index] == dialect.delimiter || LineEnds.isEnd(text[index])
  }

  private func scanBare(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, _ atEnd: Bool
  ) -> Scanned {
    guard let base = text.baseAddress else { return .unfinished }
    let from = writtenCount
    var isWritten = false
    var index = start
    while true {
      guard let isEnd = ends(text, at: index, atEnd) else { return .unfinished }
      if isEnd { break }
      if let escaped = escaped(text, at: index) {
        if !isWritten { write(base + start, index - start) }
        isWritten = true
        write(base + escaped, 1)
        index = escaped + 1
        continue
      }
      if isWritten { write(base + index, 1) }
      index += 1
    }
    let cell =
      isWritten
      ? Cell(start: written + from, count: writtenCount - from)
      : Cell(start: base + start, count: index - start)
    return .cell(cell, after: index, lines: 0)
  }

  /// The place of the byte that the escape at an index takes the meaning from.
  private func escaped(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    guard let escape = dialect.escape, text[index] == escape, index + 1 < text.count else {
      return nil
    }
    let next = text[index + 1]
    let isMeant = next == dialect.quote || next == dialect.delimiter || next == escape
    return isMeant ? index + 1 : nil
  }

  private func scanQuoted(
    _ text: UnsafeBufferPointer<UInt8>, from open: Int, _ atEnd: Bool
  ) -> Scanned {
    guard let base = text.baseAddress else { return .unfinished }
    let from = writtenCount
    var index = open + 1
    var lines = 0
    while true {
      guard index < text.count, index - open <= RowLimit.fieldBytes + 2 else {
        return index < text.count || atEnd ? .broken(.unclosedQuote, at: open) : .unfinished
      }
      let byte = text[index]
      if byte == dialect.escape, index + 1 == text.count, !atEnd { return .unfinished }
      if let escaped = escaped(text, at: index) {
        write(base + escaped, 1)
        index = escaped + 1
        continue
      }
      if byte != dialect.quote {
        if byte == LineEnds.lf, index == open + 1 || text[index - 1] != LineEnds.cr { lines += 1 }
        if byte == LineEnds.cr { lines += 1 }
        write(base + index, 1)
        index += 1
        continue
      }
      if index + 1 == text.count, !atEnd { return .unfinished }
      if index + 1 < text.count, text[index + 1] == dialect.quote {
        write(base + index, 1)
        index += 2
        continue
      }
      var after = index + 1
      while after < text.count, text[after] == UInt8(ascii: " "), dialect.delimiter != 0x20 {
        after += 1
      }
      guard let isEnd = ends(text, at: after, atEnd) else { return .unfinished }
      if isEnd {
        let cell = Cell(start: written + from, count: writtenCount - from)
        return .cell(cell, after: after, lines: lines)
      }
      // An apostrophe amid a text in apostrophes is one.
      guard dialect.quote == UInt8(ascii: "'") else {
        return lines > 0 ? .broken(.unclosedQuote, at: open) : .broken(.textAfterQuote, at: after)
      }
      write(base + index, 1)
      index += 1
    }
  }

  private func write(_ bytes: UnsafePointer<UInt8>, _ count: Int) {
    (written + writtenCount).update(from: bytes, count: count)
    writtenCount += count
  }

  /// Makes room for all of a text of this size, so that no cell of the record has to move.
  private func makeRoom(for size: Int) {
    writtenCount = 0
    guard size > capacity else { return }
    written.deallocate()
    capacity = size
    written = .allocate(capacity: size)
  }
}
