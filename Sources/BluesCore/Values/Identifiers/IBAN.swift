internal import Basics

/// An international bank account number (ISO 13616), checked by length and remainder.
package struct IBAN: Hashable, Sendable, Comparable {
  /// Capital letters and digits without blanks.
  package let compact: String

  /// Reads an IBAN; blanks, hyphens and points are dropped.
  ///
  /// The problem does not repeat the number, which may be a person's.
  package init(_ text: String) throws(IdentifierProblem) {
    let bytes = text.utf8.filter { !$0.isBlank && $0 != 0x2D && $0 != 0x2E }.map(\.raised)
    guard bytes.allSatisfy(\.isAlphanumeric) else { throw .ibanSigns }
    let country = String(decoding: bytes.prefix(2), as: UTF8.self)
    guard let expected = Self.lengths[country] else { throw .ibanCountry(country) }
    guard bytes.count == expected else {
      throw .ibanLength(found: bytes.count, expected: expected, country: country)
    }
    guard bytes[2].isDigit, bytes[3].isDigit,
      Self.remainder(of: bytes[4...] + bytes[..<4]) == 1
    else { throw .ibanCheck }
    compact = String(decoding: bytes, as: UTF8.self)
  }

  /// The remainder by 97 (ISO 7064), letters counting 10 to 35.
  private static func remainder(of bytes: some Sequence<UInt8>) -> Int {
    bytes.reduce(0) { rest, byte in
      byte.isDigit
        ? (rest * 10 + byte.digitValue) % 97 : (rest * 100 + Int(byte) - 0x41 + 10) % 97
    }
  }

  private static let lengths: [String: Int] = Dictionary(
    uniqueKeysWithValues: lengthTable.split(separator: ";").compactMap { entry in
      let words = entry.split(whereSeparator: \.isWhitespace)
      guard words.count == 2, let length = Int(words[1]) else { return nil }
      return (String(words[0]), length)
    })

  package static func < (one: IBAN, other: IBAN) -> Bool { one.compact < other.compact }
}

extension IBAN: CustomStringConvertible {
  /// The IBAN in groups of four, as banks print it.
  package var description: String {
    var out = ""
    for (index, character) in compact.enumerated() {
      if index > 0, index % 4 == 0 { out += " " }
      out.append(character)
    }
    return out
  }
}
