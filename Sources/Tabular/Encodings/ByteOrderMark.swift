/// The mark some programs put before a text to say how it is encoded.
struct ByteOrderMark: Equatable {
  let encoding: TextEncoding
  let length: Int

  /// The mark the bytes begin with; the 32-bit one begins like the 16-bit one and is asked first.
  init?(head: some Collection<UInt8>) {
    let head = Array(head.prefix(4))
    for (encoding, mark) in Self.marks where head.starts(with: mark) {
      self.encoding = encoding
      length = mark.count
      return
    }
    return nil
  }

  /// The mark in UTF-8.
  static let utf8: [UInt8] = [0xEF, 0xBB, 0xBF]

  private static let marks: [(TextEncoding, [UInt8])] = [
    (.utf8, utf8),
    (.utf32le, [0xFF, 0xFE, 0x00, 0x00]),
    (.utf32be, [0x00, 0x00, 0xFE, 0xFF]),
    (.utf16le, [0xFF, 0xFE]),
    (.utf16be, [0xFE, 0xFF]),
  ]
}
