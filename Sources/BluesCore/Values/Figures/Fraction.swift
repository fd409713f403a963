internal import Basics

/// An exact number, numerator over denominator in lowest terms: an hourly rate, the average of
/// exchange rates, person-months before they are shown.
///
/// Terms have at most 128 bits. A result beyond them is kept to eighteen decimals, half away from
/// zero; everything below that size is exact.
package struct Fraction: Hashable, Sendable {
  package let numerator: Int128
  /// Above zero.
  package let denominator: Int128

  /// The quotient of two whole numbers; nil when the divisor is zero.
  package init?(_ numerator: Int128, over denominator: Int128) {
    guard denominator != 0 else { return nil }
    self.init(numerator, unchecked: denominator)
  }

  package init(_ whole: Int128) {
    numerator = whole
    denominator = 1
  }

  private init(_ numerator: Int128, unchecked denominator: Int128) {
    guard denominator != 1 else {
      (self.numerator, self.denominator) = (numerator, 1)
      return
    }
    let shared = Fraction.commonFactor(numerator, denominator)
    let sign: Int128 = denominator < 0 ? -1 : 1
    self.numerator = sign * numerator / shared
    self.denominator = sign * denominator / shared
  }

  package static let zero = Fraction(0)

  private static func commonFactor(_ one: Int128, _ other: Int128) -> Int128 {
    var (one, other) = (one.magnitude, other.magnitude)
    // Nearly all terms are small, and smaller numbers divide several times as fast.
    if var small = UInt64(exactly: one), var least = UInt64(exactly: other) {
      while least != 0 { (small, least) = (least, small % least) }
      return Int128(max(1, small))
    }
    while other != 0 { (one, other) = (other, one % other) }
    return Int128(max(1, one))
  }
}

extension Fraction {
  package static func + (one: Fraction, other: Fraction) -> Fraction {
    let shared = commonFactor(one.denominator, other.denominator)
    let (left, over1) = one.numerator.multipliedReportingOverflow(by: other.denominator / shared)
    let (right, over2) = other.numerator.multipliedReportingOverflow(by: one.denominator / shared)
    let (sum, over3) = left.addingReportingOverflow(right)
    let (below, over4) = one.denominator.multipliedReportingOverflow(
      by: other.denominator / shared)
    guard !over1, !over2, !over3, !over4 else { return one.toEighteen + other.toEighteen }
    return Fraction(sum, unchecked: below)
  }

  package static func - (one: Fraction, other: Fraction) -> Fraction { one + -other }

  package static prefix func - (one: Fraction) -> Fraction {
    Fraction(-one.numerator, unchecked: one.denominator)
  }

  package static func * (one: Fraction, other: Fraction) -> Fraction {
    let first = commonFactor(one.numerator, other.denominator)
    let second = commonFactor(other.numerator, one.denominator)
    let (above, over1) = (one.numerator / first).multipliedReportingOverflow(
      by: other.numerator / second)
    let (below, over2) = (one.denominator / second).multipliedReportingOverflow(
      by: other.denominator / first)
    guard !over1, !over2 else { return one.toNine * other.toNine }
    return Fraction(above, unchecked: below)
  }

  /// The quotient; nil when the divisor is zero.
  package func divided(by other: Fraction) -> Fraction? {
    guard let turned = Fraction(other.denominator, over: other.numerator) else { return nil }
    return self * turned
  }

  /// The number in units of `1 / scale`, rounded once, half away from zero: scale 100 gives whole
  /// cents of a number of euro.
  package func rounded(toParts scale: Int128 = 1) -> Int128 {
    let (whole, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
    // The rest is below the denominator; what is rounded is its share alone.
    let (scaled, over) = rest.multipliedReportingOverflow(by: scale)
    guard !over else { return (toEighteen).rounded(toParts: scale) }
    let (part, left) = scaled.quotientAndRemainder(dividingBy: denominator)
    let up: Int128 = left.magnitude >= denominator.magnitude - left.magnitude && left != 0 ? 1 : 0
    return whole * scale + part + (numerator < 0 ? -up : up)
  }

  /// The number with so many decimals, half away from zero: `25.455066`.
  package func text(decimals: Int) -> String {
    let scale = (0..<decimals).reduce(Int128(1)) { scale, _ in scale * 10 }
    let parts = rounded(toParts: scale)
    let (whole, rest) = parts.magnitude.quotientAndRemainder(dividingBy: scale.magnitude)
    let sign = parts < 0 ? "-" : ""
    guard decimals > 0 else { return "\(sign)\(whole)" }
    let digits = String(rest)
    return "\(sign)\(whole)." + String(repeating: "0", count: decimals - digits.count) + digits
  }

  private var toEighteen: Fraction { kept(to: 1_000_000_000_000_000_000) }
  private var toNine: Fraction { kept(to: 1_000_000_000) }

  private func kept(to scale: Int128) -> Fraction {
    guard denominator > scale else { return self }
    // Denominators of more than 66 bits lose their last bits before the division.
    let shift = max(0, 62 - denominator.leadingZeroBitCount)
    let reduced = Fraction(numerator >> Int128(shift), unchecked: denominator >> Int128(shift))
    return Fraction(reduced.rounded(toParts: scale), unchecked: scale)
  }
}

extension Fraction: Comparable {
  package static func < (one: Fraction, other: Fraction) -> Bool { (one - other).numerator < 0 }
}

extension Fraction: CustomStringConvertible {
  package var description: String {
    denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)"
  }
}
