/// A participant identification code: the nine digits of a legal entity in the EU's portal.
package struct PIC: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Nine digits, kept as text because the first may be a zero.
  package let digits: String

  /// Reads nine digits, blanks between them allowed; there is no public check digit.
  package init(_ text: String) throws(IdentifierProblem) {
    let bytes = text.utf8.filter { !$0.isBlank }
    guard bytes.count == 9, bytes.allSatisfy(\.isDigit) else { throw .pic(text.trimmed) }
    digits = String(decoding: bytes, as: UTF8.self)
  }

  package static func < (one: PIC, other: PIC) -> Bool { one.digits < other.digits }
  package var description: String { digits }
}

/// Why a text is no identifier of its kind.
package enum IdentifierProblem: Problem, Equatable {
  case pic(String)
  case emptyVAT
  /// An IBAN whose country is unknown or has none.
  case ibanCountry(String)
  case ibanLength(found: Int, expected: Int, country: String)
  case ibanSigns
  case ibanCheck

  package var message: String {
    switch self {
    case .pic(let text): "\(text) is no PIC: a PIC has nine digits."
    case .emptyVAT: "There is no VAT number."
    case .ibanCountry(let code): "No IBAN starts with \(code)."
    case .ibanLength(let found, let expected, let country):
      "The IBAN has \(found) characters; one of \(country) has \(expected)."
    case .ibanSigns: "The IBAN has signs that are neither letters nor digits."
    case .ibanCheck: "The IBAN's check digits do not fit its other characters."
    }
  }

  package var hint: String? {
    switch self {
    case .pic: "The portal shows it beside the organisation's name."
    case .emptyVAT: "Leave it out when the organisation has none."
    case .ibanCountry, .ibanLength, .ibanSigns, .ibanCheck: "Compare it with the bank statement."
    }
  }

  package var kind: ProblemKind { .badData }
}
