/// The bytes of a JSON text, one after another, with their place.
final class JSONInput {
  /// Line of the next byte, counted from 1.
  private(set) var line = 1
  /// Number of the next character in its line, counted from 1.
  private(set) var column = 1
  /// The bytes passed since `note` was called, as far as they are kept.
  private(set) var noted: [UInt8] = []

  private let buffer: TextBuffer
  private var window = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  private var index = 0
  private var afterCR = false
  private let isNoting: Bool

  /// With `isNoting` the bytes passed are at hand, for a row that falls apart.
  init(buffer: TextBuffer, isNoting: Bool) {
    self.buffer = buffer
    self.isNoting = isNoting
  }

  /// The next byte, which stays the next; nil at the end.
  func peek() throws(TabularProblem) -> UInt8? {
    if index < window.count { return window[index] }
    // The window may end amid a character, which is checked with what follows and stays with it.
    let kept = min(index, TextBuffer.longestCharacter)
    buffer.consume(index - kept)
    index = kept
    window = buffer.text
    while index == window.count {
      if buffer.atEnd { return nil }
      try buffer.refill(line: line)
      window = buffer.text
    }
    return window[index]
  }

  /// Moves on behind the byte that was looked at.
  func advance() {
    let byte = window[index]
    index += 1
    if isNoting, noted.count < RowLimit.shownBytes { noted.append(byte) }
    if LineEnds.isEnd(byte) {
      if byte == LineEnds.cr || !afterCR { line += 1 }
      column = 1
    } else if byte & 0xC0 != 0x80 {
      column += 1
    }
    afterCR = byte == LineEnds.cr
  }

  /// Notes from here on.
  func note() {
    noted.removeAll(keepingCapacity: true)
  }

  /// Moves on behind blanks, line ends, and the byte order mark of a file put behind another.
  func skipBlanks() throws(TabularProblem) {
    var mark = ByteOrderMark.utf8[...]
    while let byte = try peek() {
      if byte == mark.first {
        mark.removeFirst()
        if mark.isEmpty { mark = ByteOrderMark.utf8[...] }
      } else if mark.count < ByteOrderMark.utf8.count || !Self.isBlank(byte) {
        return
      }
      advance()
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    CardText.isBlank(byte) || LineEnds.isEnd(byte)
  }

  /// Moves on to the next line.
  func skipLine() throws(TabularProblem) {
    while let byte = try peek(), !LineEnds.isEnd(byte) { advance() }
  }

  func slip(_ slip: JSONSlip) -> JSONBreak {
    JSONBreak(line: line, column: column, slip: slip)
  }
}
