extension RecordScanner {
  /// What became of a cell that opens with a quote.
  enum Quoted {
    case cell(Cell, after: Int, lines: Int)
    case unfinished
    case broken(RowFault.Kind, at: Int)
  }

  /// Scans a quoted cell from its opening quote to the byte after its closing one.
  func scanQuoted(
    _ text: UnsafePointer<UInt8>, _ size: Int, from open: Int, _ atEnd: Bool
  ) -> Quoted {
    let content = open &+ 1
    let reach = min(size, content + RowLimit.fieldBytes + 2)
    let quotes = ByteBlock.all(quote)
    var search = content
    var copiedFrom = -1
    var pieceStart = content
    var hasEnd = false
    while true {
      var close = reach
      search: while search < reach {
        var hits = ByteBlock(text + search).places(of: quotes, quotes)
        while hits != 0 {
          let hit = search &+ hits.trailingZeroBitCount
          hits &= hits &- 1
          if text[hit] == quote {
            close = min(hit, reach)
            break search
          }
          if LineEnds.isEnd(text[hit]) { hasEnd = true }
        }
        search &+= ByteBlock.bytes
      }
      guard close < reach else {
        return reach < size || atEnd ? .broken(.unclosedQuote, at: open) : .unfinished
      }
      var after = close &+ 1
      if after == size, !atEnd { return .unfinished }
      if after < size, text[after] == quote {
        if copiedFrom < 0 {
          copiedFrom = unescapedCount
          makeRoom(for: size)
        }
        copy(text + pieceStart, after &- pieceStart)
        search = after &+ 1
        pieceStart = search
        continue
      }
      // Blanks behind a closing quote are padding, not text.
      while after < size, text[after] == UInt8(ascii: " "), text[after] != delimiter { after += 1 }
      if after == size, !atEnd { return .unfinished }
      let lines =
        hasEnd
        ? LineEnds.count(in: UnsafeBufferPointer(start: text + content, count: close &- content))
        : 0
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
