internal import Basics

/// The address of a website: `example.org`, `www.example.org/de` or `https://example.org`.
package struct WebAddress: Hashable, Sendable, CustomStringConvertible {
  /// The address with its scheme; `https://` where none was written, scheme and host in small
  /// letters, the rest as it came.
  package let link: String

  /// Reads a web address; nil when the text cannot be one.
  package init?(_ text: String) {
    var text = text.trimmed
    let parts: (scheme: Int, host: Int)? = text.withUTF8 { Self.parts($0) }
    guard let parts else { return nil }
    let bytes = Array(text.utf8)
    let head = bytes[..<parts.host].map(\.lowered) + bytes[parts.host...]
    link = (parts.scheme == 0 ? "https://" : "") + String(decoding: head, as: UTF8.self)
  }

  package var description: String { link }

  /// Where the scheme and the host end; nil when the bytes are no web address.
  static func parts(_ bytes: UnsafeBufferPointer<UInt8>) -> (scheme: Int, host: Int)? {
    let scheme = schemeEnd(bytes)
    guard let scheme else { return nil }
    var index = scheme
    var label = 0
    var labels = 0
    var letters = 0
    var previous: UInt8 = 0x2E
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x2E {
        guard label > 0, previous != 0x2D else { return nil }
        labels += 1
        label = 0
        letters = 0
      } else if byte.isAlphanumeric || byte >= 0x80 || (byte == 0x2D && label > 0)
        || byte == 0x5F
      {
        label += 1
        if !byte.isDigit { letters += 1 }
      } else {
        break
      }
      previous = byte
      index += 1
    }
    if label == 0, labels > 1 { labels -= 1 }
    guard labels >= 1, label == 0 || (letters > 1 && previous != 0x2D),
      isTail(UnsafeBufferPointer(rebasing: bytes[index...]))
    else { return nil }
    return (scheme, index)
  }

  /// The number of bytes of `http://` or `https://`, 0 without one, nil for another scheme.
  private static func schemeEnd(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    for scheme in [StaticString("http://"), "https://"] {
      let count = scheme.utf8CodeUnitCount
      guard bytes.count > count else { continue }
      let isIt = (0..<count).allSatisfy { bytes[$0].lowered == scheme.utf8Start[$0] }
      if isIt { return count }
    }
    return 0
  }

  /// A port, a path, a question or a place in the page; no blanks and nothing unseen.
  private static func isTail(_ tail: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = tail.first else { return true }
    guard [0x2F, 0x3A, 0x3F, 0x23].contains(first), tail.allSatisfy({ $0 > 0x20 && $0 != 0x7F })
    else { return false }
    guard first == 0x3A else { return true }
    let port = tail.dropFirst().prefix(while: \.isDigit).count
    let after = tail.dropFirst(1 + port).first
    return (1...5).contains(port) && (after == nil || after == 0x2F || after == 0x3F)
  }
}
