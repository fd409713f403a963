/// Checks the bytes of an e-mail address.
struct EmailReading {
  let bytes: [UInt8]

  func check() throws(EmailProblem) {
    guard !bytes.isEmpty else { throw .empty }
    let ats = unquotedAts()
    guard let at = ats.first else { throw .noAt }
    guard ats.count == 1 else { throw .severalAts }
    guard at <= 64 else { throw .longLocalPart(bytes: at) }
    guard bytes.count <= 254 else { throw .tooLong(bytes: bytes.count) }
    guard isLocalPart(bytes[..<at]) else { throw .badLocalPart }
    try checkDomain(bytes[(at + 1)...])
  }

  private func unquotedAts() -> [Int] {
    var found: [Int] = []
    var quoted = false
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case 0x5C where quoted: index += 1
      case 0x22: quoted.toggle()
      case 0x40 where !quoted: found.append(index)
      default: break
      }
      index += 1
    }
    return found
  }

  /// Words of atoms or quoted strings, with single dots between them.
  private func isLocalPart(_ part: ArraySlice<UInt8>) -> Bool {
    guard !part.isEmpty else { return false }
    var index = part.startIndex
    while true {
      guard index < part.endIndex else { return false }
      if part[index] == 0x22 {
        guard let end = endOfQuoted(part, from: index + 1) else { return false }
        index = end
      } else {
        let start = index
        while index < part.endIndex, Self.isAtomByte(part[index]) { index += 1 }
        guard index > start else { return false }
      }
      if index == part.endIndex { return true }
      guard part[index] == 0x2E else { return false }
      index += 1
    }
  }

  /// The index behind the closing quote; nil when the quoted string is not one.
  private func endOfQuoted(_ part: ArraySlice<UInt8>, from start: Int) -> Int? {
    var index = start
    while index < part.endIndex {
      switch part[index] {
      case 0x22: return index + 1
      case 0x5C:
        index += 1
        guard index < part.endIndex, part[index] >= 0x20, part[index] != 0x7F else { return nil }
      case 0..<0x20, 0x7F: return nil
      default: break
      }
      index += 1
    }
    return nil
  }

  private func checkDomain(_ domain: ArraySlice<UInt8>) throws(EmailProblem) {
    let labels = domain.split(separator: 0x2E, omittingEmptySubsequences: false)
    guard labels.allSatisfy(Self.isLabel), domain.count <= 253 else { throw .badLabel }
    guard labels.count >= 2 else { throw .noDot }
    guard let top = labels.last, !top.allSatisfy(\.isDigit) else { throw .badLabel }
  }

  /// Letters, digits and hyphens, no hyphen at either end; the bytes of IDN labels in UTF-8.
  private static func isLabel(_ label: ArraySlice<UInt8>) -> Bool {
    guard let first = label.first, let last = label.last, label.count <= 63 else { return false }
    return first != 0x2D && last != 0x2D
      && label.allSatisfy { $0.isAlphanumeric || $0 == 0x2D || $0 >= 0x80 }
  }

  private static func isAtomByte(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte >= 0x80 || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
  }
}
