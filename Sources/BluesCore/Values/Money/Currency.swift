internal import Basics

/// A currency by its ISO 4217 code, such as EUR.
package struct Currency: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Three capital letters.
  package let code: String

  private init(known code: String) { self.code = code }

  /// A currency by its three letters; nil when the text is not three ASCII letters.
  package init?(_ text: String) {
    let bytes = text.trimmedBytes
    guard bytes.count == 3, bytes.allSatisfy(\.isLetter) else { return nil }
    code = String(decoding: bytes.map(\.raised), as: UTF8.self)
  }

  package static let eur = Currency(known: "EUR")
  package static let czk = Currency(known: "CZK")
  package static let pln = Currency(known: "PLN")

  package static func < (one: Currency, other: Currency) -> Bool { one.code < other.code }
  package var description: String { code }
}
