/// The lines of a text, one after another, whatever ends them; only the current one can be seen.
final class TextLines {
  /// Number of the current line, counted from 1.
  private(set) var line = 0
  /// The current line without its end.
  private(set) var bytes = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  /// Whether the line is longer than `RowLimit.recordBytes`, and only its beginning is at hand.
  private(set) var isCut = false

  private let buffer: TextBuffer
  private var used = 0
  private var comesAgain = false

  init(buffer: TextBuffer) {
    self.buffer = buffer
  }

  /// Place in the file of the current line's first byte without a character; nil without one.
  var firstMark: Int? { bytes.contains(UndecodableByte.sign) ? buffer.firstMark : nil }

  /// Moves on to the next line; false when there is none.
  func next() throws(TabularProblem) -> Bool {
    if comesAgain {
      comesAgain = false
      return true
    }
    buffer.consume(used)
    used = 0
    if isCut { try skipRest() }
    isCut = false
    line += 1
    while true {
      let text = buffer.text
      if let end = end(in: text) {
        if text.isEmpty { return false }
        bytes = Self.unmarked(UnsafeBufferPointer(rebasing: text[..<end.start]))
        used = end.next
        return true
      }
      if text.count > RowLimit.recordBytes {
        bytes = UnsafeBufferPointer(rebasing: text[..<RowLimit.recordBytes])
        used = RowLimit.recordBytes
        isCut = true
        return true
      }
      try buffer.refill(line: line)
    }
  }

  /// The line without the byte order mark of a file that was put behind another.
  private static func unmarked(
    _ line: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    guard line.first == ByteOrderMark.utf8[0], line.starts(with: ByteOrderMark.utf8) else {
      return line
    }
    return UnsafeBufferPointer(rebasing: line[ByteOrderMark.utf8.count...])
  }

  /// Lets the current line come again.
  func putBack() {
    comesAgain = true
  }

  /// Leaves out what remains of a line that was cut.
  private func skipRest() throws(TabularProblem) {
    while true {
      let text = buffer.text
      if let end = end(in: text) {
        buffer.consume(end.next)
        return
      }
      // A CR at the window's end waits for its LF, a character cut in two for its other half.
      buffer.consume(max(0, text.count - TextBuffer.longestCharacter))
      try buffer.refill(line: line)
    }
  }

  /// Where the line ends and the next begins; nil when that is not in the window yet.
  private func end(in text: UnsafeBufferPointer<UInt8>) -> (start: Int, next: Int)? {
    guard let end = LineEnds.first(in: text, from: 0) else {
      return buffer.atEnd ? (text.count, text.count) : nil
    }
    if text[end] == LineEnds.lf { return (end, end + 1) }
    guard end + 1 < text.count else { return buffer.atEnd ? (end, end + 1) : nil }
    return (end, text[end + 1] == LineEnds.lf ? end + 2 : end + 1)
  }
}
