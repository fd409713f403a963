/// Text reduced to what a search compares: small letters without accents, in Latin script.
///
/// Greek and Cyrillic are transliterated letter by letter, ß becomes ss, æ ae, þ th; curly
/// quotes, long dashes and no-break spaces become their ASCII forms. Letters of scripts the
/// tables do not know stay as they are. Serbian ж and Russian щ follow the Bulgarian reading,
/// since a single letter does not tell its language.
package enum Folding {
  /// The folded form of a text.
  package static func folded(_ text: String) -> String {
    var text = text
    let ready = text.withUTF8 { bytes in bytes.allSatisfy { $0 < 0x80 && !$0.isUpper } }
    if ready { return text }
    var out: [UInt8] = []
    text.withUTF8 { bytes in
      out.reserveCapacity(bytes.count)
      append(bytes, to: &out)
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Appends the folded form of UTF-8 bytes; bytes that are not UTF-8 are kept as they are.
  package static func append(_ bytes: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
    var index = 0
    var last: UInt32 = 0
    while index < bytes.count {
      let plain = index
      while index < bytes.count, bytes[index] < 0x80 { index += 1 }
      if index > plain {
        appendLowered(UnsafeBufferPointer(rebasing: bytes[plain..<index]), to: &out)
        last = 0
      }
      guard index < bytes.count else { return }
      let byte = bytes[index]
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
      guard byte >= 0xC2, index + length <= bytes.count else {
        out.append(byte)
        index += 1
        last = 0
        continue
      }
      var scalar = UInt32(byte) & (0xFF >> UInt32(length + 1))
      for offset in 1..<length { scalar = scalar << 6 | UInt32(bytes[index + offset] & 0x3F) }
      if let whole = composed(last, scalar) {
        out.removeLast()
        out += whole
      } else if let letters = letters(for: scalar) {
        out.append(contentsOf: letters)
      } else {
        out.append(contentsOf: bytes[index..<index + length])
      }
      index += length
      last = scalar
    }
  }

  /// The letters of a Cyrillic letter written with a mark of its own, which is another letter than
  /// the one before the mark; that one, a single byte, is to be taken back.
  private static func composed(_ letter: UInt32, _ mark: UInt32) -> [UInt8]? {
    guard (0x400..<0x460).contains(letter) else { return nil }
    switch (letter, mark) {
    case (0x418, 0x306), (0x438, 0x306): return letters(for: 0x439)
    case (0x406, 0x308), (0x456, 0x308): return letters(for: 0x457)
    case (0x413, 0x301), (0x433, 0x301): return letters(for: 0x453)
    case (0x41A, 0x301), (0x43A, 0x301): return letters(for: 0x45C)
    default: return nil
    }
  }

  /// Appends ASCII at one go, and makes its capitals small where it then stands.
  private static func appendLowered(_ bytes: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
    let start = out.count
    out.append(contentsOf: bytes)
    out.withUnsafeMutableBufferPointer { out in
      for index in start..<out.count { out[index] = out[index].lowered }
    }
  }

  /// What a scalar is folded to; nil when it stays as it is.
  private static func letters(for scalar: UInt32) -> [UInt8]? {
    switch scalar {
    case 0xC0..<0x250: return latinLetters[Int(scalar - 0xC0)]
    case 0x370..<0x400: return greekLetters[Int(scalar - 0x370)]
    case 0x400..<0x500: return cyrillicLetters[Int(scalar - 0x400)]
    case 0x1E00..<0x1F00: return latinAdditionalLetters[Int(scalar - 0x1E00)]
    case 0x1F00..<0x2000: return greekExtendedLetters[Int(scalar - 0x1F00)]
    case 0x300..<0x370, 0x1AB0..<0x1B00, 0x20D0..<0x2100, 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF:
      return []
    case 0xA0, 0x2000...0x200A, 0x202F, 0x3000: return [0x20]
    case 0x2018...0x201B, 0x2032, 0x02BC, 0xB4: return [0x27]
    case 0x201C...0x201F, 0xAB, 0xBB: return [0x22]
    case 0x2010...0x2015, 0x2212: return [0x2D]
    case 0xFF01...0xFF5E: return [UInt8(scalar - 0xFEE0).lowered]
    case 0x531...0x556: return Array(String(Unicode.Scalar(scalar + 0x30) ?? " ").utf8)
    default: return nil
    }
  }

  private static let latinLetters = expanded(latin)
  private static let latinAdditionalLetters = expanded(latinAdditional)
  private static let greekLetters = expanded(greek)
  private static let greekExtendedLetters = expanded(greekExtended)
  private static let cyrillicLetters = expanded(cyrillic)

  /// A table row by row: `?` keeps the letter, `-` drops it.
  private static func expanded(_ table: String) -> [[UInt8]?] {
    table.utf8.split(whereSeparator: \.isBlank).map { token in
      switch token.first {
      case 0x3F: nil
      case 0x2D: []
      default: Array(token)
      }
    }
  }
}
