internal import Basics

/// Checks the bytes of an e-mail address.
///
/// Which diagnoses of the isemail test set are taken stands in docs/reference/rules.md.
struct EmailReading {
  let bytes: [UInt8]

  /// Checks the address; says what is unusual about it.
  func check() throws(EmailProblem) -> EmailAddress.Oddities {
    guard !bytes.isEmpty else { throw .empty }
    let ats = unquotedAts()
    guard let at = ats.first else { throw .noAt }
    guard ats.count == 1 else { throw .severalAts }
    guard at <= 64 else { throw .longLocalPart(bytes: at) }
    guard bytes.count <= 254 else { throw .tooLong(bytes: bytes.count) }
    guard Self.hasOnlyVisible(bytes), let name = localPart(bytes[..<at]) else {
      throw .badLocalPart
    }
    return name.union(try domain(bytes[(at + 1)...]))
  }

  /// An `@` in quotes, or in the brackets of an address literal, does not divide.
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
  private func localPart(_ part: ArraySlice<UInt8>) -> EmailAddress.Oddities? {
    guard !part.isEmpty else { return nil }
    var oddities: EmailAddress.Oddities = []
    var index = part.startIndex
    while true {
      guard index < part.endIndex else { return nil }
      if part[index] == 0x22 {
        guard let end = endOfQuoted(part, from: index + 1) else { return nil }
        oddities.insert(.quotedName)
        index = end
      } else {
        let start = index
        while index < part.endIndex, Self.isAtomByte(part[index]) { index += 1 }
        guard index > start else { return nil }
      }
      if index == part.endIndex { return oddities }
      guard part[index] == 0x2E else { return nil }
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
        guard index < part.endIndex, (0x20..<0x7F).contains(part[index]) else { return nil }
      case 0..<0x20, 0x7F: return nil
      default: break
      }
      index += 1
    }
    return nil
  }

  private func domain(_ domain: ArraySlice<UInt8>) throws(EmailProblem) -> EmailAddress.Oddities {
    if domain.first == 0x5B {
      guard AddressLiteral.isOne(domain) else { throw .badLabel }
      return .addressLiteral
    }
    let labels = domain.split(separator: 0x2E, omittingEmptySubsequences: false)
    guard labels.allSatisfy(DomainLabel.isOne), domain.count <= 253 else { throw .badLabel }
    if labels.count < 2 { return .singleLabel }
    return labels.last?.allSatisfy(\.isDigit) ?? false ? .numericTop : []
  }

  static func isAtomByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x5E...0x7E, 0x80...0xFF, 0x21, 0x23...0x27, 0x2A, 0x2B, 0x2D,
      0x2F, 0x3D, 0x3F:
      true
    default: false
    }
  }

  /// Whether no scalar beyond ASCII is a space, a control or a mark nobody sees.
  static func hasOnlyVisible(_ bytes: [UInt8]) -> Bool {
    guard bytes.contains(where: { $0 >= 0x80 }) else { return true }
    return String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x80...0xA0, 0xAD, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F, 0x3000, 0xFEFF,
        0xFFF0...0xFFFF, 0x34F, 0x61C, 0x180E:
        false
      default: !InvisibleSign.isShapeOrFiller(scalar.value)
      }
    }
  }
}

extension EmailReading {
  /// Whether an address is of the common form, which most of a list are: ASCII atoms with dots
  /// between them, and a domain of at least two labels whose last begins with a letter.
  static func isOrdinary(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count <= 254 else { return false }
    var index = 0
    var previous: UInt8 = 0x2E
    while index < bytes.count, bytes[index] != 0x40 {
      let byte = bytes[index]
      let fits = byte == 0x2E ? previous != 0x2E : byte < 0x80 && isAtomByte(byte)
      guard fits else { return false }
      previous = byte
      index += 1
    }
    guard index > 0, index <= 64, previous != 0x2E, index < bytes.count else { return false }
    var label = 0
    var labels = 0
    var top: UInt8 = 0
    previous = 0x2E
    for byte in bytes[(index + 1)...] {
      if byte == 0x2E {
        guard label > 0, previous != 0x2D else { return false }
        labels += 1
        label = 0
      } else {
        guard byte.isAlphanumeric || (byte == 0x2D && label > 0), label < 63 else { return false }
        if label == 0 { top = byte }
        label += 1
      }
      previous = byte
    }
    return labels >= 1 && label > 0 && previous != 0x2D && top.isLetter
  }
}
