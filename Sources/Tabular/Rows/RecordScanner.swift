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

  let delimiter: UInt8
  let quote: UInt8
  private var cells: UnsafeMutablePointer<Cell>
  private var capacity = 64
  private(set) var count = 0
  /// Whether a quote stands within a bare cell of the record scanned last.
  private(set) var hasBareQuote = false
  /// Quoted cells with doubled quotes, written out here; the text itself stays as it is, since it
  /// may have to be scanned again.
  var unescaped: UnsafeMutablePointer<UInt8>
  var unescapedCapacity = 1 << 12
  var unescapedCount = 0

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

  /// Scans the record that the text begins with; a block of readable bytes follows the text.
  func scan(_ text: UnsafeBufferPointer<UInt8>, atEnd: Bool) -> Outcome {
    unescapedCount = 0
    hasBareQuote = false
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
    let (delimiter, quote) = (self.delimiter, self.quote)
    let (delimiters, quotes) = (ByteBlock.all(delimiter), ByteBlock.all(quote))
    var next = cells
    var limit = cells + capacity
    defer { count = next - cells }
    var lines = 0
    var field = 0
    cell: while true {
      if field < size, text[field] == quote {
        switch scanQuoted(text, size, from: field, atEnd) {
        case .unfinished:
          return size > RowLimit.recordBytes ? tooLong(at: field, lines) : .unfinished
        case .broken(let kind, let at): return .broken(kind, at: at, linesBefore: lines)
        case .cell(let cell, let after, let within):
          lines &+= within
          guard append(cell, &next, &limit) else { return tooMany(at: after, lines) }
          if after >= size { return .record(length: size, next: size, lines: lines &+ 1) }
          if text[after] == delimiter {
            field = after &+ 1
            continue cell
          }
          return end(of: text, at: after, size, lines, atEnd)
        }
      }
      var position = field
      while position < size {
        var hits = ByteBlock(text + position).places(of: delimiters, quotes)
        while hits != 0 {
          let hit = position &+ hits.trailingZeroBitCount
          hits &= hits &- 1
          if hit >= size { break }
          let byte = text[hit]
          if byte != delimiter, !LineEnds.isEnd(byte) {
            if byte == quote { hasBareQuote = true }
            continue
          }
          let cell = Cell(start: text + field, count: hit &- field)
          guard append(cell, &next, &limit) else { return tooMany(at: hit, lines) }
          guard byte == delimiter else { return end(of: text, at: hit, size, lines, atEnd) }
          field = hit &+ 1
          if text[field] == quote { continue cell }
        }
        position &+= ByteBlock.bytes
      }
      guard atEnd else {
        return size - field > RowLimit.fieldBytes || size > RowLimit.recordBytes
          ? tooLong(at: field, lines) : .unfinished
      }
      let cell = Cell(start: text + field, count: size &- field)
      guard append(cell, &next, &limit) else { return tooMany(at: field, lines) }
      return .record(length: size, next: size, lines: lines &+ 1)
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

  /// Adds a cell behind the last; false when the row has as many as a row may have.
  @inline(__always)
  private func append(
    _ cell: Cell, _ next: inout UnsafeMutablePointer<Cell>,
    _ limit: inout UnsafeMutablePointer<Cell>
  ) -> Bool {
    if next == limit, !grow(&next, &limit) { return false }
    next.pointee = cell
    next += 1
    return true
  }

  @inline(never)
  private func grow(
    _ next: inout UnsafeMutablePointer<Cell>, _ limit: inout UnsafeMutablePointer<Cell>
  ) -> Bool {
    guard capacity < RowLimit.columns else { return false }
    let larger = UnsafeMutablePointer<Cell>.allocate(capacity: capacity * 2)
    larger.update(from: cells, count: capacity)
    cells.deallocate()
    cells = larger
    next = larger + capacity
    capacity *= 2
    limit = larger + capacity
    return true
  }
}
