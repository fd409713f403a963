import Glibc

/// Finds the cells of one record in a text (RFC 4180, in any line end).
///
/// It keeps no state between calls: a record cut off by the end of the text is scanned again from
/// its start when there is more. Bare cells are looked at eight bytes at a time.
final class RecordScanner {
  /// What a record turned out to be; places are counted from the record's start.
  enum Outcome {
    case record(length: Int, next: Int, lines: Int)
    /// The text ends before the record does.
    case unfinished
    /// Nothing after `at` can be trusted up to the end of its line.
    case broken(RowFault.Kind, at: Int, linesBefore: Int)
  }

  private let delimiter: UInt8
  private let quote: UInt8
  private var cells: UnsafeMutablePointer<Cell>
  private var capacity = 64
  private(set) var count = 0
  /// Quoted cells with doubled quotes, written out here; the text itself stays as it is, since it
  /// may have to be scanned again.
  private var unescaped: UnsafeMutablePointer<UInt8>
  private var unescapedCapacity = 1 << 12
  private var unescapedCount = 0

  init(delimiter: UInt8, quote: UInt8) {
    self.delimiter = delimiter
    self.quote = quote
    cells = .allocate(capacity: capacity)
    unescaped = .allocate(capacity: unescapedCapacity)
  }

  deinit {
    cells.deallocate()
    unescaped.deallocate()
  }

  /// The cells of the record scanned last.
  var found: UnsafeBufferPointer<Cell> { UnsafeBufferPointer(start: cells, count: count) }

  /// Scans the record that the text begins with; eight readable bytes follow the text.
  func scan(_ text: UnsafeBufferPointer<UInt8>, atEnd: Bool) -> Outcome {
    count = 0
    unescapedCount = 0
    guard let base = text.baseAddress else { return .unfinished }
    let outcome = scan(base, text.count, atEnd)
    guard case .record(let length, _, _) = outcome, length > RowLimit.fieldBytes else {
      return outcome
    }
    for index in 0..<count where cells[index].count > RowLimit.fieldBytes {
      count = index
      return .broken(.tooLong(most: RowLimit.fieldBytes), at: length, linesBefore: 0)
    }
    return outcome
  }

  private func scan(_ text: UnsafePointer<UInt8>, _ size: Int, _ atEnd: Bool) -> Outcome {
    let raw = UnsafeRawPointer(text)
    let delimiters = UInt64(delimiter) &* Self.ones
    let delimiter = self.delimiter
    let quote = self.quote
    var lines = 0
    var field = 0
    cell: while true {
      var position = field
      if position < size, text[position] == quote {
        switch scanQuoted(text, size, from: position, atEnd) {
        case .unfinished:
          return size > RowLimit.recordBytes ? tooLong(at: position, lines) : .unfinished
        case .broken(let kind, let at): return .broken(kind, at: at, linesBefore: lines)
        case .cell(let cell, let after, let within):
          lines &+= within
          guard append(cell) else { return tooMany(at: after, lines) }
          if after >= size { return .record(length: size, next: size, lines: lines &+ 1) }
          if text[after] == delimiter {
            field = after &+ 1
            continue cell
          }
          return end(of: text, at: after, size, lines, atEnd)
        }
      }
      while position < size {
        let word = raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)
        var hits =
          Self.zeros(in: word ^ delimiters) | Self.zeros(in: word ^ Self.lfs)
          | Self.zeros(in: word ^ Self.crs)
        while hits != 0 {
          let hit = position &+ hits.trailingZeroBitCount >> 3
          let byte = text[hit]
          hits &= hits &- 1
          if hit >= size { break }
          if byte == delimiter {
            guard append(Cell(start: text + field, count: hit &- field)) else {
              return tooMany(at: hit, lines)
            }
            field = hit &+ 1
            if text[field] == quote { continue cell }
          } else if LineEnds.isEnd(byte) {
            guard append(Cell(start: text + field, count: hit &- field)) else {
              return tooMany(at: hit, lines)
            }
            return end(of: text, at: hit, size, lines, atEnd)
          }
        }
        position &+= 8
      }
      if atEnd {
        guard append(Cell(start: text + field, count: size &- field)) else {
          return tooMany(at: field, lines)
        }
        return .record(length: size, next: size, lines: lines &+ 1)
      }
      return size - field > RowLimit.fieldBytes || size > RowLimit.recordBytes
        ? tooLong(at: field, lines) : .unfinished
    }
  }

  /// The record ends at a line end; whether a CR has its LF is known only with the byte after it.
  @inline(__always)
  private func end(
    of text: UnsafePointer<UInt8>, at index: Int, _ size: Int, _ lines: Int, _ atEnd: Bool
  ) -> Outcome {
    if text[index] == LineEnds.lf {
      return .record(length: index, next: index &+ 1, lines: lines &+ 1)
    }
    if index &+ 1 == size, !atEnd { return .unfinished }
    let isPair = index &+ 1 < size && text[index &+ 1] == LineEnds.lf
    return .record(length: index, next: index &+ (isPair ? 2 : 1), lines: lines &+ 1)
  }

  private func tooLong(at index: Int, _ lines: Int) -> Outcome {
    .broken(.tooLong(most: RowLimit.fieldBytes), at: index, linesBefore: lines)
  }

  private func tooMany(at index: Int, _ lines: Int) -> Outcome {
    .broken(.tooManyCells(most: RowLimit.columns), at: index, linesBefore: lines)
  }

  /// Adds a cell; false when the row has as many as a row may have.
  @inline(__always)
  private func append(_ cell: Cell) -> Bool {
    if count == capacity, !grow() { return false }
    cells[count] = cell
    count &+= 1
    return true
  }

  private func grow() -> Bool {
    guard capacity < RowLimit.columns else { return false }
    let larger = UnsafeMutablePointer<Cell>.allocate(capacity: capacity * 2)
    larger.update(from: cells, count: count)
    cells.deallocate()
    cells = larger
    capacity *= 2
    return true
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let lfs = UInt64(LineEnds.lf) * ones
  private static let crs = UInt64(LineEnds.cr) * ones

  /// The top bit of every byte that is zero; a byte of 1 above one may be named too, so what is
  /// found is looked at again.
  @inline(__always)
  private static func zeros(in word: UInt64) -> UInt64 {
    (word &- ones) & ~word & 0x8080_8080_8080_8080
  }
}

extension RecordScanner {
  /// What became of a cell that opens with a quote.
  private enum Quoted {
    case cell(Cell, after: Int, lines: Int)
    case unfinished
    case broken(RowFault.Kind, at: Int)
  }

  /// Scans a quoted cell from its opening quote to the byte after its closing one.
  private func scanQuoted(
    _ text: UnsafePointer<UInt8>, _ size: Int, from open: Int, _ atEnd: Bool
  ) -> Quoted {
    let content = open + 1
    let reach = min(size, content + RowLimit.fieldBytes + 2)
    var search = content
    var copiedFrom = -1
    var pieceStart = content
    while true {
      guard let hit = memchr(text + search, Int32(quote), reach - search) else {
        return reach < size || atEnd ? .broken(.unclosedQuote, at: open) : .unfinished
      }
      let close = UnsafeRawPointer(hit) - UnsafeRawPointer(text)
      var after = close + 1
      if after == size, !atEnd { return .unfinished }
      if after < size, text[after] == quote {
        if copiedFrom < 0 {
          copiedFrom = unescapedCount
          makeRoom(for: size)
        }
        copy(text + pieceStart, after - pieceStart)
        search = after + 1
        pieceStart = search
        continue
      }
      // Blanks behind a closing quote are padding, not text.
      while after < size, text[after] == UInt8(ascii: " "), text[after] != delimiter { after += 1 }
      if after == size, !atEnd { return .unfinished }
      let lines = Self.lineEnds(text + content, close - content)
      if after < size, text[after] != delimiter, !LineEnds.isEnd(text[after]) {
        // A cell that spans lines and ends amid text was opened by a stray quote: its first line
        // alone is at fault, and the lines it swallowed are rows.
        return lines > 0
          ? .broken(.unclosedQuote, at: open) : .broken(.textAfterQuote, at: after)
      }
      if copiedFrom < 0 {
        return .cell(
          Cell(start: text + content, count: close - content), after: after, lines: lines)
      }
      copy(text + pieceStart, close - pieceStart)
      let cell = Cell(start: unescaped + copiedFrom, count: unescapedCount - copiedFrom)
      return .cell(cell, after: after, lines: lines)
    }
  }

  private static func lineEnds(_ text: UnsafePointer<UInt8>, _ count: Int) -> Int {
    let hasEnd =
      memchr(text, Int32(LineEnds.lf), count) != nil
      || memchr(text, Int32(LineEnds.cr), count) != nil
    guard hasEnd else { return 0 }
    return LineEnds.count(in: UnsafeBufferPointer(start: text, count: count))
  }

  private func copy(_ bytes: UnsafePointer<UInt8>, _ length: Int) {
    (unescaped + unescapedCount).update(from: bytes, count: length)
    unescapedCount += length
  }

  /// Makes room for all of a text of this size, so that no cell of the record has to move.
  private func makeRoom(for size: Int) {
    guard size > unescapedCapacity, unescapedCount == 0 else { return }
    unescaped.deallocate()
    unescapedCapacity = size
    unescaped = .allocate(capacity: size)
  }
}
