/// What the bytes from 0x80 on mean in a single-byte encoding.
struct CodePage: Sendable {
  /// Per byte: up to three bytes of UTF-8 from the low end, and their number in the top byte.
  ///
  /// A byte without a character holds its mark.
  let upper: [UInt32]
  /// The characters themselves; nil where a byte has none.
  let scalars: [Unicode.Scalar?]

  private init(_ table: String) {
    let given = table.unicodeScalars.map { $0 == "\u{2400}" ? nil : $0 }
    scalars = Array(repeating: nil, count: 128 - given.count) + given
    upper = scalars.enumerated().map { index, scalar in
      let bytes =
        scalar.map { Array(String(Character($0)).utf8) }
        ?? [UndecodableByte.sign, 0x80 | UInt8(index + 128) >> 4, 0x80 | UInt8(index) & 0x0F]
      let packed = bytes.reversed().reduce(0 as UInt32) { $0 << 8 | UInt32($1) }
      return packed | UInt32(bytes.count) << 24
    }
  }

  /// The page of a single-byte encoding; the others answer with Latin-1, which is never asked.
  static func page(of encoding: TextEncoding) -> CodePage {
    switch encoding {
    case .latin2: latin2
    case .latin9: latin9
    case .windows1250: windows1250
    case .windows1251: windows1251
    case .windows1252: windows1252
    case .windows1253: windows1253
    case .macRoman: macRoman
    case .latin1, .utf8, .utf16le, .utf16be, .utf32le, .utf32be, .shiftJIS, .big5: latin1
    }
  }

  private static let latin1 = CodePage(
    String(String.UnicodeScalarView((0xA0...0xFF).compactMap { Unicode.Scalar($0 as UInt32) })))
  private static let latin2 = CodePage(CodePageTable.latin2)
  private static let latin9 = CodePage(CodePageTable.latin9)
  private static let windows1250 = CodePage(CodePageTable.windows1250)
  private static let windows1251 = CodePage(CodePageTable.windows1251)
  private static let windows1252 = CodePage(CodePageTable.windows1252)
  private static let windows1253 = CodePage(CodePageTable.windows1253)
  private static let macRoman = CodePage(CodePageTable.macRoman)
}

/// Decodes a single-byte encoding: ASCII eight bytes at a time, the rest by table.
struct SingleByteDecoder: TextDecoder {
  let page: CodePage

  func decode(
    _ input: UnsafeBufferPointer<UInt8>, last: Bool,
    to output: UnsafeMutablePointer<UInt8>, undecodable: inout [Int]
  ) -> (read: Int, written: Int) {
    guard let base = input.baseAddress else { return (0, 0) }
    let raw = UnsafeRawPointer(base)
    let sink = UnsafeMutableRawPointer(output)
    let count = input.count
    var read = 0
    var written = 0
    page.upper.withUnsafeBufferPointer { upper in
      while read < count {
        while read &+ 8 <= count {
          let word = raw.loadUnaligned(fromByteOffset: read, as: UInt64.self)
          if word & 0x8080_8080_8080_8080 != 0 { break }
          sink.storeBytes(of: word, toByteOffset: written, as: UInt64.self)
          read &+= 8
          written &+= 8
        }
        if read >= count { break }
        let byte = base[read]
        if byte < 0x80 {
          output[written] = byte
          written &+= 1
        } else {
          let packed = upper[Int(byte & 0x7F)]
          let length = Int(packed >> 24)
          for index in 0..<length {
            output[written &+ index] = UInt8(truncatingIfNeeded: packed >> UInt32(8 * index))
          }
          written &+= length
          if UInt8(truncatingIfNeeded: packed) == UndecodableByte.sign { undecodable.append(read) }
        }
        read &+= 1
      }
    }
    return (read, written)
  }
}
