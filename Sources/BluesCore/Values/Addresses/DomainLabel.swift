internal import Basics

/// One part of a domain name between its dots.
enum DomainLabel {
  /// Letters, digits and hyphens, no hyphen at either end, at most 63 (RFC 1035); an IDN label
  /// in UTF-8 may have 59 letters, since `xn--` stands before them on the way.
  static func isOne(_ label: ArraySlice<UInt8>) -> Bool {
    guard let first = label.first, let last = label.last, first != 0x2D, last != 0x2D,
      label.allSatisfy({ $0.isAlphanumeric || $0 == 0x2D || $0 >= 0x80 })
    else { return false }
    let isASCII = label.allSatisfy { $0 < 0x80 }
    return label.filter { $0 & 0xC0 != 0x80 }.count <= (isASCII ? 63 : 59)
  }
}

/// The address of a machine in place of a domain, `[192.0.2.1]` or `[IPv6:2001:db8::1]`.
enum AddressLiteral {
  /// Whether the bytes are a literal by RFC 5321, section 4.1.3.
  static func isOne(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.first == 0x5B, text.last == 0x5D, text.count > 2 else { return false }
    let inner = text.dropFirst().dropLast()
    guard inner.prefix(5).map(\.lowered) == Array("ipv6:".utf8) else { return isIPv4(inner) }
    return isIPv6(inner.dropFirst(5))
  }

  private static func isIPv4(_ text: ArraySlice<UInt8>) -> Bool {
    let parts = text.split(separator: 0x2E, omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { $0.count <= 3 && (wholeNumber($0) ?? 256) <= 255 }
  }

  /// Eight groups, or fewer with one `::`; the last two may be written as an IPv4 address.
  private static func isIPv6(_ text: ArraySlice<UInt8>) -> Bool {
    let halves = halves(of: text)
    guard halves.count <= 2 else { return false }
    var count = 0
    for (index, half) in halves.enumerated() where !half.isEmpty {
      let groups = half.split(separator: 0x3A, omittingEmptySubsequences: false)
      for (place, group) in groups.enumerated() {
        let isLast = index == halves.count - 1 && place == groups.count - 1
        if isLast, group.contains(0x2E) {
          guard isIPv4(group) else { return false }
          count += 2
        } else {
          guard (1...4).contains(group.count), group.allSatisfy(isHexadecimal) else { return false }
          count += 1
        }
      }
    }
    return halves.count == 2 ? count <= 7 : count == 8
  }

  private static func halves(of text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var halves: [ArraySlice<UInt8>] = []
    var start = text.startIndex
    var index = start
    while index + 1 < text.endIndex {
      if text[index] == 0x3A, text[index + 1] == 0x3A {
        halves.append(text[start..<index])
        index += 2
        start = index
      } else {
        index += 1
      }
    }
    return halves + [text[start...]]
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    byte.isDigit || (0x61...0x66).contains(byte | 0x20)
  }
}
