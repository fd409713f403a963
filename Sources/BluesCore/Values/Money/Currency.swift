internal import Basics

/// A currency by its ISO 4217 code, such as EUR.
package struct Currency: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Three capital letters.
  package let code: String

  private init(known code: String) { self.code = code }

  /// A currency by its three letters, or by a sign or word for it, such as `€` or `Kč`; nil for other texts.
  package init?(_ text: String) {
    let bytes = text.trimmedBytes
    if bytes.count == 3, bytes.allSatisfy(\.isLetter) {
      code = String(decoding: bytes.map(\.raised), as: UTF8.self)
    } else if let code = Self.signs[Folding.folded(text.trimmed)] {
      self.code = code
    } else {
      return nil
    }
  }

  /// Signs and words for currencies, folded.
  private static let signs = [
    "€": "EUR", "euro": "EUR", "euros": "EUR", "kc": "CZK", "zl": "PLN", "$": "USD", "£": "GBP",
  ]

  package static let eur = Currency(known: "EUR")
  package static let czk = Currency(known: "CZK")
  package static let pln = Currency(known: "PLN")

  package static func < (one: Currency, other: Currency) -> Bool { one.code < other.code }
  package var description: String { code }
}
