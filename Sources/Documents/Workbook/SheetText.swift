internal import Basics

/// A text as the XML of a sheet holds it, ready to be handed to C.
///
/// What XML cannot hold stands as `_x000D_`, as Excel writes it, and an underscore that would
/// begin such an escape by chance as `_x005F_`, so that a reader gets the same bytes back.
struct SheetText {
  /// The escaped text and a closing zero.
  private(set) var bytes: [CChar] = []

  /// Puts a text in place of the last one; false where a cell cannot hold so much.
  ///
  /// What counts is what is written, escapes and all. Where only the escapes of carriage returns
  /// are too many, line ends of two characters become the one that a cell's own line break has.
  mutating func set(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    escape(text, endingLines: false)
    if fits { return true }
    escape(text, endingLines: true)
    return fits
  }

  /// A text of so few bytes cannot have too many units, whatever they are.
  private var fits: Bool {
    bytes.count <= SheetLimit.text
      || Self.units(bytes.dropLast()) <= SheetLimit.text
  }

  private mutating func escape(_ text: UnsafeBufferPointer<UInt8>, endingLines: Bool) {
    bytes.removeAll(keepingCapacity: true)
    var index = 0
    while index < text.count {
      let byte = text[index]
      switch byte {
      case 0x0D where endingLines && index + 1 < text.count && text[index + 1] == 0x0A: break
      case 0x20...0x5E, 0x60...0x7E, 0x09, 0x0A: bytes.append(CChar(bitPattern: byte))
      case 0..<0x20: escape(UInt16(byte))
      case UInt8(ascii: "_"):
        if Self.isEscape(text, at: index) { escape(0x5F) } else { bytes.append(0x5F) }
      case 0xEF where Self.isNoCharacter(text, at: index):
        escape(0xFFC0 | UInt16(text[index + 2] & 0x3F))
        index += 2
      default: bytes.append(CChar(bitPattern: byte))
      }
      index += 1
    }
    bytes.append(0)
  }

  private mutating func escape(_ unit: UInt16) {
    let hex = Array("0123456789ABCDEF".utf8)
    bytes += "_x".utf8.map { CChar(bitPattern: $0) }
    for shift in [12, 8, 4, 0] { bytes.append(CChar(bitPattern: hex[Int(unit >> shift) & 15])) }
    bytes.append(0x5F)
  }

  /// Whether `_xHHHH_` stands there.
  private static func isEscape(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard index + 6 < text.count, text[index + 1] == UInt8(ascii: "x"),
      text[index + 6] == UInt8(ascii: "_")
    else { return false }
    return text[(index + 2)..<(index + 6)].allSatisfy { byte in
      byte.isDigit || (0x41...0x46).contains(byte & 0xDF)
    }
  }

  /// Whether U+FFFE or U+FFFF stands there, which XML has no place for.
  private static func isNoCharacter(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    index + 2 < text.count && text[index + 1] == 0xBF && text[index + 2] >= 0xBE
  }

  private static func units(_ text: ArraySlice<CChar>) -> Int {
    text.reduce(0) { count, sign in
      let byte = UInt8(bitPattern: sign)
      return count + (byte & 0xC0 == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1)
    }
  }
}
