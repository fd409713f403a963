/// A byte without a character, carried through decoded text as three bytes that UTF-8 never holds.
///
/// The row it stands in is a fault, so the marks never reach stored text.
enum UndecodableByte {
  /// First byte of a mark.
  static let sign: UInt8 = 0xFF
  static let length = 3

  @inline(__always)
  static func write(_ byte: UInt8, to output: UnsafeMutablePointer<UInt8>) {
    output[0] = sign
    output[1] = 0x80 | byte >> 4
    output[2] = 0x80 | byte & 0x0F
  }

  /// The byte marked at an index of decoded text.
  static func read(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt8 {
    text[index + 1] << 4 | text[index + 2] & 0x0F
  }

  /// The text with each mark shown as `\x81`.
  static func shown(_ text: UnsafeBufferPointer<UInt8>) -> String {
    var bytes: [UInt8] = []
    var index = 0
    while index < text.count {
      guard text[index] == sign, index + 2 < text.count else {
        bytes.append(text[index])
        index += 1
        continue
      }
      bytes += Array("\\x\(hex(read(text, at: index)))".utf8)
      index += length
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Two hexadecimal digits.
  static func hex(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }
}
