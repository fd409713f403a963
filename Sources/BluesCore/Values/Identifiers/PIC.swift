package import Basics

/// A participant identification code: the nine digits of a legal entity in the EU's portal.
package struct PIC: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Nine digits, kept as text because the first may be a zero.
  package let digits: String

  /// Reads nine digits, blanks between them allowed, that leave 1 when divided by 97.
  ///
  /// The EU publishes no rule for PICs; this one holds for each of the 3,414 in the list of
  /// organisations of Horizon 2020 (CORDIS, 2017), and no other rule up to 1000 does.
  package init(_ text: String) throws(IdentifierProblem) {
    let bytes = text.utf8.filter { !$0.isBlank }
    guard bytes.count == 9, bytes.allSatisfy(\.isDigit) else { throw .pic(text.trimmed) }
    guard let number = wholeNumber(bytes), number % 97 == 1 else { throw .picCheck }
    digits = String(decoding: bytes, as: UTF8.self)
  }

  package static func < (one: PIC, other: PIC) -> Bool { one.digits < other.digits }
  package var description: String { digits }
}

/// Why a text is no identifier of its kind.
package enum IdentifierProblem: Problem, Equatable {
  case pic(String)
  case picCheck
  case emptyVAT
  /// An IBAN whose country is unknown or has none.
  case ibanCountry(String)
  case ibanLength(found: Int, expected: Int, country: String)
  case ibanSigns
  case ibanCheck
  case bic

  package var message: String {
    switch self {
    case .pic(let text): "Not a PIC: \(text). A PIC has nine digits."
    case .picCheck: "The digits of the PIC do not fit together; one is wrong."
    case .emptyVAT: "The VAT number has no digits."
    case .ibanCountry(let code): "No IBAN starts with \(code)."
    case .ibanLength(let found, let expected, let country):
      "The IBAN has \(counted(found, "character")); one of \(country) has \(expected)."
    case .ibanSigns: "The IBAN has characters that are neither letters nor digits."
    case .ibanCheck: "The IBAN's check digits do not fit its other characters."
    case .bic: "Not a BIC: it needs four letters, a country, and two or five more characters."
    }
  }

  package var hint: String? {
    switch self {
    case .pic, .picCheck: "The portal shows it beside the organisation's name."
    case .emptyVAT: "Leave it out when the organisation has none."
    case .ibanCountry, .ibanLength, .ibanSigns, .ibanCheck, .bic:
      "Compare it with the bank statement."
    }
  }

  package var kind: ProblemKind { .badData }
}
