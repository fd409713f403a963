internal import Basics

/// A VAT number with a verdict on its form; no verdict ever stops it from being kept.
///
/// Associations may have none, and VIES alone knows which numbers are in use.
package struct VATNumber: Hashable, Sendable, CustomStringConvertible {
  /// The prefix VIES uses, such as EL for Greece or XI for Northern Ireland; empty when unknown.
  package let prefix: String
  /// Capital letters and digits after the prefix.
  package private(set) var number: String
  package let verdict: Verdict

  /// What can be said about a number without asking a register.
  package enum Verdict: String, Sendable {
    /// The structure and the check digits are right.
    case valid
    /// The structure is right; its check digits follow no rule known here.
    case formatOnly
    case wrongCheckDigit
    case wrongFormat
    /// The number is of a country outside the EU and the United Kingdom, or of an unknown one.
    case foreign
  }

  /// Reads a number; one without a prefix is taken to be of the country.
  package init(_ text: String, country: CountryCode? = nil) throws(IdentifierProblem) {
    let bytes = text.utf8.filter { $0.isAlphanumeric || $0 == 0x2B || $0 == 0x2A }.map(\.raised)
    guard bytes.contains(where: \.isDigit) else { throw .emptyVAT }
    var start = String(decoding: bytes.prefix(2), as: UTF8.self)
    if start == "GR" { start = "EL" }
    if start == "GB" { start = "UK" }
    let own = country.map(\.code)
    if VATRules.byPrefix[start] != nil, own == nil || start == own || (start, own) == ("XI", "UK") {
      prefix = start
      number = String(decoding: bytes.dropFirst(2), as: UTF8.self)
    } else {
      prefix = own ?? ""
      number = String(decoding: bytes, as: UTF8.self)
    }
    number = Self.padded(number, prefix)
    verdict = VATRules.verdict(on: Array(number.utf8), prefix: prefix)
  }

  /// Adds the zeros that Belgian and Dutch numbers lost when they were written shorter.
  private static func padded(_ number: String, _ prefix: String) -> String {
    let digits = number.utf8.prefix(while: \.isDigit).count
    let rest = number.utf8.dropFirst(digits)
    switch prefix {
    case "BE" where digits == 9 && rest.isEmpty: return "0" + number
    case "NL" where (5...8).contains(digits) && rest.first == 0x42 && rest.count == 3:
      return String(repeating: "0", count: 9 - digits) + number
    default: return number
    }
  }

  /// Prefix and number without blanks, as VIES takes them.
  package var compact: String { prefix + number }
  package var description: String { compact }
}
