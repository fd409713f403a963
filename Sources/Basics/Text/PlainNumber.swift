/// An exact decimal number read from text, for comparing amounts without rounding.
package struct PlainNumber: Comparable, Sendable {
  private let isNegative: Bool
  /// Digits before the point without leading zeros.
  private let whole: [UInt8]
  /// Digits behind the point without trailing zeros.
  private let fraction: [UInt8]

  /// Reads "-12.50" and the like; nil for anything else, exponents included.
  package init?(_ text: String) {
    var rest = Array(text.utf8)[...]
    let sign = rest.first
    if sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { rest.removeFirst() }
    let parts = rest.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count),
      parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isDigit) })
    else { return nil }
    let zero = UInt8(ascii: "0")
    whole = Array(parts[0].drop { $0 == zero })
    var digits = parts.count == 2 ? Array(parts[1]) : []
    while digits.last == zero { digits.removeLast() }
    fraction = digits
    isNegative = sign == UInt8(ascii: "-") && !(whole.isEmpty && digits.isEmpty)
  }

  /// Whether text is a number as JSON writes it, without exponent.
  package static func isJSON(_ text: String) -> Bool {
    guard PlainNumber(text) != nil else { return false }
    var digits = Array(text.utf8)[...]
    if digits.first == UInt8(ascii: "+") { return false }
    if digits.first == UInt8(ascii: "-") { digits.removeFirst() }
    guard digits.first == UInt8(ascii: "0"), let second = digits.dropFirst().first else {
      return true
    }
    return second == UInt8(ascii: ".")
  }

  package static func < (left: PlainNumber, right: PlainNumber) -> Bool {
    guard left.isNegative == right.isNegative else { return left.isNegative }
    let (small, large) = left.isNegative ? (right, left) : (left, right)
    guard small.whole.count == large.whole.count else {
      return small.whole.count < large.whole.count
    }
    guard small.whole == large.whole else {
      return small.whole.lexicographicallyPrecedes(large.whole)
    }
    return small.fraction.lexicographicallyPrecedes(large.fraction)
  }
}
