/// Names as they are compared: capitals, kinds of apostrophe, quote and hyphen, spaces and soft
/// hyphens make no difference.
///
/// Accents do: whether `Muller` is `Müller` is for a person to say.
package enum Spelling {
  /// Whether two texts are one name, or neither is there.
  package static func isSame(_ one: String?, _ other: String?) -> Bool {
    guard let one, let other else { return one == nil && other == nil }
    return one.isSame(as: other) || plain(one) == plain(other)
  }

  /// The bytes that are compared.
  package static func plain(_ text: String) -> [UInt8] {
    var text = text
    var out: [UInt8] = []
    text.withUTF8 { bytes in forEachByte(of: bytes) { out.append($0) } }
    return out
  }

  /// Gives the bytes that are compared of UTF-8 text, one after the other.
  @inline(__always)
  static func forEachByte(
    of bytes: UnsafeBufferPointer<UInt8>, _ take: (UInt8) -> Void
  ) {
    var index = 0
    var hasBegun = false
    // Spaces count where something follows them.
    var isSpaced = false
    while index < bytes.count {
      var byte = bytes[index]
      if byte < 0x80 {
        index += 1
        if byte <= 0x20 {
          isSpaced = hasBegun
          continue
        }
        byte = byte == 0x60 ? 0x27 : byte.lowered
        if isSpaced { take(0x20) }
        (hasBegun, isSpaced) = (true, false)
        take(byte)
        continue
      }
      let length = min(byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2, bytes.count - index)
      let sign = UnsafeBufferPointer(rebasing: bytes[index..<index + length])
      index += length
      switch form(of: sign) {
      case .nothing: continue
      case .space: isSpaced = hasBegun
      case .bytes(let plain):
        if isSpaced { take(0x20) }
        (hasBegun, isSpaced) = (true, false)
        for byte in plain { take(byte) }
      case .itself:
        if isSpaced { take(0x20) }
        (hasBegun, isSpaced) = (true, false)
        for byte in sign { take(byte) }
      }
    }
  }

  /// What is compared of a character beyond ASCII.
  private enum Form {
    case nothing, space, itself
    case bytes([UInt8])
  }

  private static func form(of sign: UnsafeBufferPointer<UInt8>) -> Form {
    guard sign.count > 1 else { return .itself }
    var value = UInt32(sign[0]) & (0xFF >> UInt32(sign.count + 1))
    for byte in sign.dropFirst() { value = value << 6 | UInt32(byte & 0x3F) }
    switch value {
    // The small letters of Western Europe, which most names have.
    case 0xE0...0xFF: return .itself
    case 0xAD, 0x61C, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF:
      return .nothing
    case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: return .space
    case 0xB4, 0x2B9, 0x2BB...0x2BD, 0x2018...0x201B, 0x2032, 0x2035, 0xFF07: return .bytes([0x27])
    case 0xAB, 0xBB, 0x201C...0x201F, 0x2033: return .bytes([0x22])
    case 0x2010...0x2015, 0x2212: return .bytes([0x2D])
    case 0xDF, 0x1E9E: return .bytes([0x73, 0x73])
    // The sigma at the end of a word is the same capital letter.
    case 0x3C2: return .bytes(Array("σ".utf8))
    default:
      guard let scalar = Unicode.Scalar(value), scalar.properties.changesWhenLowercased else {
        return .itself
      }
      return .bytes(Array(scalar.properties.lowercaseMapping.utf8))
    }
  }
}

extension Digest {
  /// Adds a text as names are compared, by `Spelling`; nothing and an empty text differ.
  package mutating func addSpelling(_ text: String?) {
    guard var text else { return add(byte: 0x01) }
    text.withUTF8 { addSpelling(bytes: $0) }
  }

  /// Adds the bytes of one text as names are compared.
  package mutating func addSpelling(bytes: UnsafeBufferPointer<UInt8>?) {
    guard let bytes else { return add(byte: 0x01) }
    var state = state
    Spelling.forEachByte(of: bytes) { state = Self.taking($0, into: state) }
    self.state = Self.taking(0x00, into: state)
  }
}
