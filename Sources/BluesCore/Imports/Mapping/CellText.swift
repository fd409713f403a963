/// The one normalisation every imported cell gets.
enum CellText {
  /// Takes off blanks, tabs, line ends and no-break spaces (U+00A0) at both ends, by whole
  /// characters, so that a final à, whose second byte is that of a no-break space, survives.
  static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var start = 0
    var end = bytes.count
    while start < end {
      if isBlank(bytes[start]) {
        start += 1
      } else if start + 1 < end, bytes[start] == 0xC2, bytes[start + 1] == 0xA0 {
        start += 2
      } else {
        break
      }
    }
    while end > start {
      if isBlank(bytes[end - 1]) {
        end -= 1
      } else if end - 1 > start, bytes[end - 2] == 0xC2, bytes[end - 1] == 0xA0 {
        end -= 2
      } else {
        break
      }
    }
    return UnsafeBufferPointer(rebasing: bytes[start..<end])
  }

  /// Whether a value that is known says what a cell says.
  static func says(_ known: String, _ said: String) -> Bool {
    var known = known
    return known.withUTF8 { trimmed($0).elementsEqual(said.utf8) }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte &- 0x09 < 5
  }
}
