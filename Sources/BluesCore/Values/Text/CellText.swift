internal import Basics

/// The one normalisation that every text gets, from a list or from an option.
package enum CellText {
  /// The text without blanks of every kind and invisible signs at both ends.
  package static func trimmed(_ text: String) -> String {
    var text = text
    return text.withUTF8 { String(decoding: trimmed($0), as: UTF8.self) }
  }

  /// Takes off blanks of every kind, line ends and invisible signs at both ends, by whole
  /// characters, so that a final à, whose second byte is that of a no-break space, survives.
  static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var start = 0
    var end = bytes.count
    while start < end {
      if isBlank(bytes[start]) {
        start += 1
      } else if bytes[start] >= 0xC2, let length = taken(bytes, at: start) {
        start += length
      } else {
        break
      }
    }
    while end > start {
      if isBlank(bytes[end - 1]) {
        end -= 1
      } else if bytes[end - 1] & 0xC0 == 0x80, let length = takenLast(bytes, before: end),
        end - length >= start
      {
        end -= length
      } else {
        break
      }
    }
    return UnsafeBufferPointer(rebasing: bytes[start..<end])
  }

  /// The first invisible sign that stood at an end of a cell; nil where blanks alone did.
  static func invisibleEnd(
    _ bytes: UnsafeBufferPointer<UInt8>, without trimmed: UnsafeBufferPointer<UInt8>
  ) -> InvisibleSign? {
    guard let start = bytes.baseAddress, let inner = trimmed.baseAddress else { return nil }
    let front = inner - start
    let back = front + trimmed.count
    return InvisibleSign(in: String(decoding: bytes[..<front], as: UTF8.self))
      ?? InvisibleSign(in: String(decoding: bytes[back...], as: UTF8.self))
  }

  /// Whether an invisible sign stands in a text, joiners aside, which some scripts need.
  @inline(__always)
  static func hasInvisible(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for index in bytes.indices where bytes[index] >= 0xC2 {
      if InvisibleSign.length(bytes, at: index) > 0 { return true }
    }
    return false
  }

  /// Whether a value that is known says what a cell says.
  ///
  /// How its lines end is no difference: a workbook may hold a long text with other line ends than
  /// the list that it came from.
  static func says(_ known: String, _ said: String) -> Bool {
    var copy = known
    if copy.withUTF8({ trimmed($0).elementsEqual(said.utf8) }) { return true }
    guard known.utf8.contains(0x0D) || said.utf8.contains(0x0D) else { return false }
    return trimmed(endingLines(known)).isSame(as: endingLines(said))
  }

  /// A text with a line feed alone at the end of each line.
  private static func endingLines(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if byte == 0x0A, bytes.last == 0x0D { bytes.removeLast() }
      bytes.append(byte)
    }
    return String(decoding: bytes.map { $0 == 0x0D ? 0x0A : $0 }, as: UTF8.self)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte &- 0x09 < 5
  }

  private static func taken(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    let length = max(
      InvisibleSign.length(bytes, at: index), InvisibleSign.blankLength(bytes, at: index))
    return length > 0 ? length : nil
  }

  /// The length of what is taken off and ends before an index.
  private static func takenLast(_ bytes: UnsafeBufferPointer<UInt8>, before end: Int) -> Int? {
    for length in 2...3 where end >= length && taken(bytes, at: end - length) == length {
      return length
    }
    return nil
  }
}
