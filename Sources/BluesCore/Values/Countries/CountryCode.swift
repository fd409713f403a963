internal import Basics

/// A country by its two letters as the EU writes them: ISO 3166-1 but EL and UK, and XK.
package struct CountryCode: Hashable, Sendable {
  /// Both letters in one number, so that a million contacts stay small.
  private let packed: UInt16

  /// A country by its code: two or three letters in any case; GR and GB are read as EL and UK.
  package init?(_ text: String) {
    let bytes = text.trimmedBytes.map(\.raised)
    switch bytes.count {
    case 2:
      let code = Self.packed(bytes[0], bytes[1])
      let european = Self.europeanForm[code] ?? code
      guard Self.known.contains(european) else { return nil }
      packed = european
    case 3:
      guard let found = Self.byAlpha3[String(decoding: bytes, as: UTF8.self)] else { return nil }
      self = found
    default: return nil
    }
  }

  init(unchecked text: some StringProtocol) {
    let bytes = Array(text.utf8)
    packed = bytes.count == 2 ? Self.packed(bytes[0], bytes[1]) : 0
  }

  private static func packed(_ first: UInt8, _ second: UInt8) -> UInt16 {
    UInt16(first) << 8 | UInt16(second)
  }

  /// The two letters as the EU writes them, such as EL.
  package var code: String {
    String(decoding: [UInt8(packed >> 8), UInt8(packed & 0xFF)], as: UTF8.self)
  }

  /// The two letters of ISO 3166-1, which has GR and GB where the EU has EL and UK.
  package var iso: String {
    switch code {
    case "EL": "GR"
    case "UK": "GB"
    default: code
    }
  }

  /// The three letters of ISO 3166-1.
  package var alpha3: String { Self.alpha3ByCode[self] ?? code }

  /// Every country there is a code for, by code.
  package static let all: [CountryCode] = rows.map(\.country).sorted { $0.packed < $1.packed }

  private static let europeanForm: [UInt16: UInt16] = [
    packed(0x47, 0x52): packed(0x45, 0x4C), packed(0x47, 0x42): packed(0x55, 0x4B),
  ]
  private static let rows: [(country: CountryCode, alpha3: String)] =
    alpha3Table.split(separator: ";").compactMap { entry in
      let words = entry.split(whereSeparator: \.isWhitespace)
      guard words.count == 2 else { return nil }
      return (CountryCode(unchecked: words[0]), String(words[1]))
    }
  private static let known = Set(rows.map(\.country.packed))
  private static let byAlpha3 = Dictionary(uniqueKeysWithValues: rows.map { ($1, $0) })
  private static let alpha3ByCode = Dictionary(uniqueKeysWithValues: rows.map { ($0, $1) })
}

extension CountryCode: Comparable, CustomStringConvertible {
  /// The EU's member states, in the protocol order the EU lists them in (Eurostat glossary).
  package static let euMembers: [CountryCode] =
    "BE BG CZ DK DE EE IE EL ES FR HR IT CY LV LT LU HU MT NL AT PL PT RO SI SK FI SE"
    .split(separator: " ").map(CountryCode.init(unchecked:))

  private static let protocolRank = Dictionary(
    uniqueKeysWithValues: euMembers.enumerated().map { ($1, $0) })

  /// Member states first, in protocol order; other countries after them, by code.
  package static func < (one: CountryCode, other: CountryCode) -> Bool {
    let last = euMembers.count
    return (protocolRank[one] ?? last, one.packed) < (protocolRank[other] ?? last, other.packed)
  }

  package var description: String { code }
}
