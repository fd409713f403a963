/// Names of files: bytes on disk, which need not be UTF-8, and text in the program.
///
/// A byte that is no UTF-8 is a private character in the text, U+10FE00 and the byte, and is the
/// byte again on its way to the system. A name that has such a character on disk has its bytes
/// taken apart in the same way, so that every name is the same again.
package enum FileName {
  /// The text of a name that the system gave.
  package static func text(_ name: UnsafePointer<CChar>) -> String {
    var count = 0
    while name[count] != 0 { count += 1 }
    return text(UnsafeRawBufferPointer(start: name, count: count))
  }

  /// The text of the bytes of a name.
  package static func text(_ bytes: some Sequence<UInt8>) -> String {
    let bytes = Array(bytes)
    if let text = String(validating: bytes, as: UTF8.self), !hasEscape(text) { return text }
    var text = ""
    var decoder = UTF8.ForwardParser()
    var rest = bytes.makeIterator()
    var place = 0
    while true {
      switch decoder.parseScalar(from: &rest) {
      case .emptyInput: return text
      case .valid(let sign):
        let scalar = UTF8.decode(sign)
        if isEscape(scalar) {
          for byte in sign { text.unicodeScalars.append(escape(byte)) }
        } else {
          text.unicodeScalars.append(scalar)
        }
        place += sign.count
      case .error(let length):
        for byte in bytes[place..<place + length] { text.unicodeScalars.append(escape(byte)) }
        place += length
      }
    }
  }

  /// The bytes of a name, as the system knows it.
  package static func bytes(_ text: String) -> [UInt8] {
    guard hasEscape(text) else { return Array(text.utf8) }
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      if isEscape(scalar) {
        bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      } else {
        bytes += UTF8.encode(scalar).map(Array.init) ?? []
      }
    }
    return bytes
  }

  /// The text as people see it, with `\xE9` for such a byte.
  package static func visible(_ text: String) -> String {
    guard hasEscape(text) else { return text }
    return text.unicodeScalars.reduce(into: "") { text, scalar in
      text += isEscape(scalar) ? hex(scalar) : String(scalar)
    }
  }

  /// Whether a character stands for a byte that is no UTF-8.
  package static func isEscape(_ scalar: Unicode.Scalar) -> Bool {
    (0x10FE80...0x10FEFF).contains(scalar.value)
  }

  /// How such a byte is shown: `\xE9`.
  package static func hex(_ scalar: Unicode.Scalar) -> String {
    "\\x" + String(scalar.value & 0xFF, radix: 16, uppercase: true)
  }

  /// Whether a text has one; its first byte in UTF-8 is rare.
  private static func hasEscape(_ text: String) -> Bool {
    text.utf8.contains(0xF4) && text.unicodeScalars.contains(where: isEscape)
  }

  private static func escape(_ byte: UInt8) -> Unicode.Scalar {
    Unicode.Scalar(0x10FE00 + UInt32(byte)) ?? "\u{FFFD}"
  }
}

extension String {
  /// The name of a file as C takes it, with its last zero.
  package var fileName: [CChar] {
    FileName.bytes(self).map { CChar(bitPattern: $0) } + [0]
  }
}
