import Glibc

/// The records of a text, one after another; only the current one can be looked at.
final class RecordStream {
  /// Line the current record begins in, counted from 1.
  private(set) var line = 1
  private(set) var raw = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  private(set) var cells = UnsafeBufferPointer<Cell>(start: nil, count: 0)
  private(set) var fault: RowFault?
  private(set) var note: RowNote?
  /// Byte order marks amid the text, where another file was put behind this one.
  private(set) var marksPassed = 0
  /// Lines before the table that were left out.
  private(set) var linesSkipped = 0
  /// In a table of one column a blank line is a row with an empty cell.
  var skipsBlankLines = true

  private let buffer: TextBuffer
  private let scanner: RecordScanner
  /// For the rarer dialects only.
  private let special: LenientScanner?
  private let encoding: TextEncoding
  private let dialect: Dialect
  private var currentBytes = 0
  private var currentLines = 0
  private var isCut = false

  init(buffer: TextBuffer, dialect: Dialect, encoding: TextEncoding) throws(TabularProblem) {
    self.buffer = buffer
    self.encoding = encoding
    self.dialect = dialect
    special = dialect.isCommon ? nil : LenientScanner(dialect: dialect)
    scanner = RecordScanner(delimiter: dialect.delimiter, quote: dialect.quote)
    while linesSkipped < dialect.preambleLines, try !isAtEnd() {
      try skipLine()
      linesSkipped += 1
    }
  }

  private func isAtEnd() throws(TabularProblem) -> Bool {
    while buffer.text.isEmpty {
      if buffer.atEnd { return true }
      try buffer.refill(line: line)
    }
    return false
  }

  /// Moves on to the next record; false when there is none.
  func next() throws(TabularProblem) -> Bool {
    buffer.consume(currentBytes)
    line += currentLines
    putBack()
    if isCut {
      try skipLine()
      isCut = false
    }
    while true {
      let text = buffer.text
      if text.isEmpty {
        if buffer.atEnd { return false }
        try buffer.refill(line: line)
        continue
      }
      if skipsBlankLines, LineEnds.isEnd(text[0]) {
        try skipLine()
        continue
      }
      if text[0] == ByteOrderMark.utf8[0], try passesMark(text) { continue }
      let outcome: RecordScanner.Outcome
      if let special {
        outcome = special.scan(text, atEnd: buffer.atEnd)
      } else {
        outcome = scanner.scan(text, atEnd: buffer.atEnd)
      }
      switch outcome {
      case .unfinished: try buffer.refill(line: line)
      case .record(let length, let next, let lines):
        (currentBytes, currentLines) = (next, lines)
        raw = UnsafeBufferPointer(rebasing: text[..<length])
        cells = special?.found ?? scanner.found
        if cells.count == 1, skipsBlankLines, isBlank(raw) {
          buffer.consume(next)
          line += lines
          putBack()
          continue
        }
        judge()
        return true
      case .broken(let kind, let at, let linesBefore):
        let count = special?.count ?? scanner.count
        note = nil
        fault = RowFault(line: line + linesBefore, column: count + 1, kind: kind)
        try breakOff(at: at)
        return true
      }
    }
  }

  /// Passes a byte order mark that a record begins with, and the `sep=;` behind it; whether there
  /// was one, or it may yet come.
  @inline(never)
  private func passesMark(_ text: UnsafeBufferPointer<UInt8>) throws(TabularProblem) -> Bool {
    let mark = ByteOrderMark.utf8
    if text.count < mark.count + 6, !buffer.atEnd {
      try buffer.refill(line: line)
      return true
    }
    guard text.starts(with: mark) else { return false }
    marksPassed += 1
    let behind = text.dropFirst(mark.count)
    let isSeparator =
      behind.starts(with: "sep=".utf8) && behind.dropFirst(5).first.map(LineEnds.isEnd) == true
    buffer.consume(mark.count)
    if isSeparator { try skipLine() }
    return true
  }

  /// Lets the current record come again.
  func putBack() {
    currentBytes = 0
    currentLines = 0
  }

  /// Ends a broken record at the end of the line that the index stands in.
  private func breakOff(at index: Int) throws(TabularProblem) {
    cells = UnsafeBufferPointer(start: nil, count: 0)
    while true {
      let text = buffer.text
      if let end = lineEnd(in: text, from: index) {
        raw = UnsafeBufferPointer(rebasing: text[..<end.start])
        (currentBytes, currentLines) = (end.next, LineEnds.count(in: raw) + 1)
        return
      }
      if text.count > RowLimit.recordBytes, text.last != LineEnds.cr {
        raw = UnsafeBufferPointer(rebasing: text[..<RowLimit.shownBytes])
        let above = UnsafeBufferPointer(rebasing: text[..<index])
        (currentBytes, currentLines) = (text.count, LineEnds.count(in: above))
        isCut = true
        return
      }
      try buffer.refill(line: line)
    }
  }

  /// Leaves out what remains of the line.
  private func skipLine() throws(TabularProblem) {
    while true {
      let text = buffer.text
      if let end = lineEnd(in: text, from: 0) {
        if text.isEmpty { return }
        buffer.consume(end.next)
        line += 1
        return
      }
      // A CR at the window's end waits for its LF.
      if let last = text.last, last != LineEnds.cr { buffer.consume(text.count) }
      try buffer.refill(line: line)
    }
  }

  /// Where the line ends and the next begins; nil when that is not in the window yet.
  private func lineEnd(
    in text: UnsafeBufferPointer<UInt8>, from index: Int
  ) -> (start: Int, next: Int)? {
    guard let end = LineEnds.first(in: text, from: index) else {
      return buffer.atEnd ? (text.count, text.count) : nil
    }
    if text[end] == LineEnds.lf { return (end, end + 1) }
    guard end + 1 < text.count else { return buffer.atEnd ? (end, end + 1) : nil }
    return (end, text[end + 1] == LineEnds.lf ? end + 2 : end + 1)
  }

  private func isBlank(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
  }

  /// Looks for what is wrong with a record that was found; nearly every record asks nothing.
  private func judge() {
    if note != nil { note = nil }
    if fault != nil { fault = nil }
    guard buffer.hasNUL || buffer.hasMarks || special != nil || scanner.hasBareQuote
    else { return }
    fault = faultOfBytes() ?? quoteAcrossCells()
  }

  private func faultOfBytes() -> RowFault? {
    if buffer.hasNUL, raw.contains(0) {
      return RowFault(line: line, column: column(of: 0), kind: .nulByte)
    }
    guard let offset = buffer.firstMark,
      let mark = raw.firstIndex(of: UndecodableByte.sign)
    else { return nil }
    let kind = RowFault.Kind.undecodable(
      byte: UndecodableByte.read(raw, at: mark), offset: offset, encoding: encoding)
    return RowFault(line: line, column: column(of: UndecodableByte.sign), kind: kind)
  }

  /// Looks for two bare cells with an odd number of quotes each.
  ///
  /// A pair within a cell is text (`SCHOOL "OAK"`), a lone one too (`5" pipe`); but two halves of
  /// a pair mean that the delimiters between them were text, and the row fits by chance.
  private func quoteAcrossCells() -> RowFault? {
    let quote = dialect.quote
    guard let base = raw.baseAddress, memchr(base, Int32(quote), raw.count) != nil,
      quote != UInt8(ascii: "'")
    else { return nil }
    var opened: Int?
    for (index, cell) in cells.enumerated() where isBare(cell, in: base) {
      let bytes = UnsafeBufferPointer(start: cell.start, count: cell.count)
      let quotes = bytes.count { $0 == quote }
      if quotes > 0, note == nil {
        note = RowNote(line: line, column: index + 1, kind: .quoteInBareCell)
      }
      guard !quotes.isMultiple(of: 2) else { continue }
      if let opened {
        return RowFault(line: line, column: opened + 1, kind: .quoteAcrossCells)
      }
      opened = index
    }
    return nil
  }

  /// A quoted cell has its quote before it, or was written out elsewhere.
  private func isBare(_ cell: Cell, in base: UnsafePointer<UInt8>) -> Bool {
    guard cell.start >= base, cell.start <= base + raw.count else { return false }
    return cell.start == base || cell.start[-1] != dialect.quote
  }

  private func column(of byte: UInt8) -> Int {
    let index = cells.firstIndex { cell in
      UnsafeBufferPointer(start: cell.start, count: cell.count).contains(byte)
    }
    return (index ?? 0) + 1
  }
}
