/// Characters that XML cannot hold stand in cells as `_x000D_`; an underscore that would begin
/// such an escape by chance stands as `_x005F_`.
enum CellEscapes {
  static func append(_ text: ArraySlice<UInt8>, to output: inout [UInt8]) {
    guard text.contains(UInt8(ascii: "_")) else {
      output.append(contentsOf: text)
      return
    }
    var index = text.startIndex
    while index < text.endIndex {
      guard let (scalar, length) = escape(in: text, at: index) else {
        output.append(text[index])
        index += 1
        continue
      }
      output.append(contentsOf: String(Character(scalar)).utf8)
      index += length
    }
  }

  private static func escape(
    in text: ArraySlice<UInt8>, at index: Int
  ) -> (Unicode.Scalar, length: Int)? {
    guard let (first, length) = unit(in: text, at: index) else { return nil }
    if let scalar = Unicode.Scalar(UInt32(first)) { return (scalar, length) }
    guard first & 0xFC00 == 0xD800, let (second, _) = unit(in: text, at: index + length),
      second & 0xFC00 == 0xDC00,
      let scalar = Unicode.Scalar(
        0x10000 + UInt32(first & 0x3FF) << 10 + UInt32(second & 0x3FF))
    else { return nil }
    return (scalar, length * 2)
  }

  /// One UTF-16 unit written as `_xHHHH_`.
  private static func unit(
    in text: ArraySlice<UInt8>, at index: Int
  ) -> (value: UInt16, length: Int)? {
    let length = 7
    guard index + length <= text.endIndex, text[index] == UInt8(ascii: "_"),
      text[index + 1] == UInt8(ascii: "x"), text[index + 6] == UInt8(ascii: "_"),
      text[index + 2..<index + 6].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let value = UInt16(String(decoding: text[index + 2..<index + 6], as: UTF8.self), radix: 16)
    else { return nil }
    return (value, length)
  }
}
