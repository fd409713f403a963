/// The escapes and encodings of values.
enum CardText {
  private static let backslash = UInt8(ascii: "\\")

  /// The text without its escapes; a backslash that escapes nothing stays.
  ///
  /// vCard 2.1 knows no line end as an escape, and its backslashes may be paths.
  static func unescaped(_ value: ArraySlice<UInt8>, isOld: Bool) -> [UInt8] {
    guard value.contains(backslash) else { return Array(value) }
    var text: [UInt8] = []
    var index = value.startIndex
    while index < value.endIndex {
      guard value[index] == backslash, index + 1 < value.endIndex,
        let byte = escaped(value[index + 1], isOld: isOld)
      else {
        text.append(value[index])
        index += 1
        continue
      }
      text.append(byte)
      index += 2
    }
    return text
  }

  private static func escaped(_ byte: UInt8, isOld: Bool) -> UInt8? {
    switch byte {
    case UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: ":"): byte
    case backslash, UInt8(ascii: "\""): isOld ? nil : byte
    case UInt8(ascii: "n"), UInt8(ascii: "N"): isOld ? nil : LineEnds.lf
    default: nil
    }
  }

  /// The parts between semicolons, each without its escapes.
  static func parts(of value: [UInt8], isOld: Bool) -> [[UInt8]] {
    var parts: [[UInt8]] = []
    var start = 0
    var index = 0
    while index < value.count {
      if value[index] == backslash, index + 1 < value.count,
        escaped(value[index + 1], isOld: isOld) != nil
      {
        index += 2
        continue
      }
      if value[index] == UInt8(ascii: ";") {
        parts.append(unescaped(value[start..<index], isOld: isOld))
        start = index + 1
      }
      index += 1
    }
    parts.append(unescaped(value[start...], isOld: isOld))
    return parts
  }

  /// The text with the escapes of vCard 3.0 and 4.0, and control characters as their pictures.
  ///
  /// A value cannot hold a CR or another control character; what `CardWriter` puts beside it does.
  static func escaped(_ text: some Collection<UInt8>, to output: inout [UInt8]) {
    var afterCR = false
    for byte in text {
      defer { afterCR = byte == LineEnds.cr }
      switch byte {
      case LineEnds.lf where afterCR: break
      case LineEnds.lf, LineEnds.cr: output += [backslash, UInt8(ascii: "n")]
      case backslash, UInt8(ascii: ","), UInt8(ascii: ";"): output += [backslash, byte]
      case UInt8(ascii: "\t"): output.append(byte)
      case 0x7F: output += "\u{2421}".utf8
      case ..<0x20: output += [0xE2, 0x90, 0x80 | byte]
      default: output.append(byte)
      }
    }
  }

  /// The bytes that quoted-printable stands for (RFC 2045, 6.7); what is none stays.
  static func unquoted(_ value: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var index = value.startIndex
    while index < value.endIndex {
      if value[index] == UInt8(ascii: "="), index + 2 < value.endIndex,
        let high = digit(value[index + 1]), let low = digit(value[index + 2])
      {
        bytes.append(high << 4 | low)
        index += 3
      } else {
        bytes.append(value[index])
        index += 1
      }
    }
    return bytes
  }

  /// What a hexadecimal digit stands for.
  static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    default: nil
    }
  }

  /// The letters of ASCII in capitals.
  static func capitals(_ bytes: some Collection<UInt8>) -> [UInt8] {
    bytes.map { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") ? $0 - 0x20 : $0 }
  }

  static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }

  /// The bytes without blanks at either end.
  static func trimmed<Bytes: BidirectionalCollection<UInt8>>(_ bytes: Bytes) -> Bytes.SubSequence {
    let front = bytes.drop(while: isBlank)
    guard let last = front.lastIndex(where: { !isBlank($0) }) else { return front }
    return front[...last]
  }
}
