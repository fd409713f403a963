internal import Basics

/// The structures and check digits of VAT numbers, after the structure table of VIES.
///
/// The arithmetic is what the tax offices publish, compared number by number with python-stdnum.
enum VATRules {
  /// Whether the check digits are right; nil when the form has no rule known here.
  typealias Check = @Sendable ([UInt8]) -> Bool?

  /// Structures by prefix: 9 is a digit, A a letter, X either, ? also + and *; others themselves.
  struct Rule: Sendable {
    let structures: [String]
    let check: Check
  }

  static func verdict(on number: [UInt8], prefix: String) -> VATNumber.Verdict {
    guard let rule = byPrefix[prefix] else { return .foreign }
    guard rule.structures.contains(where: { fits(number, Array($0.utf8)) }) else {
      return .wrongFormat
    }
    switch rule.check(number) {
    case true?: return .valid
    case false?: return .wrongCheckDigit
    case nil: return .formatOnly
    }
  }

  private static func fits(_ number: [UInt8], _ structure: [UInt8]) -> Bool {
    guard number.count == structure.count else { return false }
    return zip(number, structure).allSatisfy { byte, mark in
      switch mark {
      case 0x39: byte.isDigit
      case 0x41: byte.isLetter
      case 0x58: byte.isAlphanumeric
      case 0x3F: byte.isLetter || byte == 0x2B || byte == 0x2A
      default: byte == mark
      }
    }
  }

  static let byPrefix: [String: Rule] = [
    "AT": Rule(structures: ["U99999999"], check: VATChecks.austria),
    "BE": Rule(structures: ["0999999999", "1999999999"], check: VATChecks.belgium),
    "BG": Rule(structures: ["999999999", "9999999999"], check: VATChecks.bulgaria),
    "CY": Rule(structures: ["99999999A"], check: VATChecks.cyprus),
    "CZ": Rule(structures: ["99999999", "999999999", "9999999999"], check: VATChecks.czechia),
    "DE": Rule(structures: ["999999999"], check: VATChecks.germany),
    "DK": Rule(structures: ["99999999"], check: VATChecks.denmark),
    "EE": Rule(structures: ["999999999"], check: VATChecks.estonia),
    "EL": Rule(structures: ["999999999"], check: VATChecks.greece),
    "ES": Rule(structures: ["X9999999X"], check: VATChecks.spain),
    "FI": Rule(structures: ["99999999"], check: VATChecks.finland),
    "FR": Rule(structures: ["XX999999999"], check: VATChecks.france),
    "HR": Rule(structures: ["99999999999"], check: VATChecks.croatia),
    "HU": Rule(structures: ["99999999"], check: VATChecks.hungary),
    "IE": Rule(structures: ["9999999A", "9999999AA", "9?99999A"], check: VATChecks.ireland),
    "IT": Rule(structures: ["99999999999"], check: VATChecks.italy),
    "LT": Rule(structures: ["999999999", "999999999999"], check: VATChecks.lithuania),
    "LU": Rule(structures: ["99999999"], check: VATChecks.luxembourg),
    "LV": Rule(structures: ["99999999999"], check: VATChecks.latvia),
    "MT": Rule(structures: ["99999999"], check: VATChecks.malta),
    "NL": Rule(structures: ["999999999B99"], check: VATChecks.netherlands),
    "PL": Rule(structures: ["9999999999"], check: VATChecks.poland),
    "PT": Rule(structures: ["999999999"], check: VATChecks.portugal),
    "RO": Rule(
      structures: ([13] + Array(2...10)).map { String(repeating: "9", count: $0) },
      check: VATChecks.romania),
    "SE": Rule(structures: ["999999999999"], check: VATChecks.sweden),
    "SI": Rule(structures: ["99999999"], check: VATChecks.slovenia),
    "SK": Rule(structures: ["9999999999"], check: VATChecks.slovakia),
    "UK": kingdom, "XI": kingdom,
  ]

  private static let kingdom = Rule(
    structures: ["999999999", "999999999999", "GD999", "HA999"], check: VATChecks.kingdom)
}
