/// What is doubtful about a telephone number that can be one.
package enum PhoneDoubt: Hashable, Sendable {
  /// No number of the plan has so many digits.
  case length(digits: Int, possible: String, callingCode: String, isNational: Bool)
  /// Its first digits were read as the calling code, though they may belong to the number.
  case callingCode(String)
  /// What stands behind a slash may be a second number or an extension.
  case slash

  /// Why to look at it again, as a sentence that does not repeat the number.
  package var reason: String {
    switch self {
    case .length(let digits, let possible, let callingCode, _):
      "Numbers with the calling code \(callingCode) have \(possible) digits after it; "
        + "this one has \(digits)."
    case .callingCode(let code):
      "Its first digits, \(code), were read as the calling code; write a plus before them."
    case .slash:
      "The digits after the slash may be a second number or an extension; write each number in full."
    }
  }
}
