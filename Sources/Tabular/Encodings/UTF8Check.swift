/// Strict UTF-8 (RFC 3629): no overlong forms, no surrogates, nothing above U+10FFFF.
enum UTF8Check {
  /// How far a text is sound.
  enum Verdict: Equatable {
    case sound
    /// The last character may go on in the next chunk; it begins at this index.
    case unfinished(at: Int)
    case bad(at: Int)
  }

  static func verdict(on bytes: UnsafeBufferPointer<UInt8>) -> Verdict {
    guard let base = bytes.baseAddress else { return .sound }
    let raw = UnsafeRawPointer(base)
    let tops: UInt64 = 0x8080_8080_8080_8080
    let count = bytes.count
    var index = 0
    while index < count {
      // Stretches of ASCII and letters of two bytes, which nearly every text consists of.
      while index &+ 8 < count {
        let beyond = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & tops
        if beyond == 0 {
          index &+= 8
          continue
        }
        index &+= beyond.trailingZeroBitCount &>> 3
        let pair = raw.loadUnaligned(fromByteOffset: index, as: UInt16.self)
        guard pair & 0xC0E0 == 0x80C0, pair & 0x1E != 0 else { break }
        index &+= 2
      }
      if index >= count { break }
      let length = length(at: index, base, count)
      if length == 0 { return .unfinished(at: index) }
      if length < 0 { return .bad(at: index) }
      index &+= length
    }
    return .sound
  }

  /// Bytes of the character at an index; zero when it is cut off by the end, negative when wrong.
  @inline(__always)
  private static func length(
    at index: Int, _ base: UnsafePointer<UInt8>, _ count: Int
  ) -> Int {
    let lead = base[index]
    if lead < 0x80 { return 1 }
    guard lead >= 0xC2, lead <= 0xF4 else { return -1 }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    let have = min(length, count &- index)
    if have > 1 {
      let second = base[index &+ 1]
      let low: UInt8 = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80
      let high: UInt8 = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF
      guard second >= low, second <= high else { return -1 }
    }
    if have > 2, base[index &+ 2] & 0xC0 != 0x80 { return -1 }
    if have > 3, base[index &+ 3] & 0xC0 != 0x80 { return -1 }
    return have < length ? 0 : length
  }
}
