import Glibc

/// Line ends of every kind: LF, CRLF (one end), CR.
enum LineEnds {
  static let lf = UInt8(ascii: "\n")
  static let cr = UInt8(ascii: "\r")

  @inline(__always)
  static func isEnd(_ byte: UInt8) -> Bool { byte == lf || byte == cr }

  /// Where the first line end stands, from an index on.
  static func first(in bytes: UnsafeBufferPointer<UInt8>, from index: Int) -> Int? {
    guard let base = bytes.baseAddress, index < bytes.count else { return nil }
    let start = base + index
    // Each search ends at what the one before found, so a text of one kind is not read to its end.
    let lfAt = memchr(start, Int32(lf), bytes.count - index)
    let reach = lfAt.map { UnsafeRawPointer($0) - UnsafeRawPointer(start) }
    let crAt = memchr(start, Int32(cr), reach ?? bytes.count - index)
    guard let found = crAt ?? lfAt else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  static func count(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    var afterCR = false
    for byte in bytes {
      if byte == lf {
        if !afterCR { count += 1 }
      } else if byte == cr {
        count += 1
      }
      afterCR = byte == cr
    }
    return count
  }
}
