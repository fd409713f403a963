internal import Basics

/// How many units of a currency one euro costs, with the digits as they were published.
package struct ExactRate: Sendable {
  /// The digits without their point.
  package let digits: Int64
  /// How many of the digits are decimals.
  package let scale: Int

  static let mostDigits = 15
  /// The largest number of so many digits.
  static let most: Int64 = 999_999_999_999_999

  /// A rate as it is stored; nil for what cannot be one.
  init?(digits: Int64, scale: Int) {
    guard (1...Self.most).contains(digits), (0...Self.mostDigits).contains(scale) else {
      return nil
    }
    self.digits = digits
    self.scale = scale
  }

  /// A rate as it is written, with a point: `26.455`; nil for anything else.
  package init?(_ text: some Collection<UInt8>) {
    var digits: Int64 = 0
    var (count, scale, isFraction) = (0, 0, false)
    for byte in text {
      if byte == 0x2E, !isFraction {
        isFraction = true
        continue
      }
      guard byte.isDigit, count < Self.mostDigits else { return nil }
      digits = digits * 10 + Int64(byte - 0x30)
      if digits > 0 { count += 1 }
      if isFraction { scale += 1 }
    }
    self.init(digits: digits, scale: scale)
  }

  /// A rate as a person types it: `4.4430`, `16.500,25`; nil for what is none.
  ///
  /// - Throws: `RateProblem.eitherWay` for one that can be read in two ways.
  package init?(typed text: String) throws(RateProblem) {
    let number: String
    do throws(MoneyProblem) {
      number = try WrittenAmount.plainNumber(text.trimmed)
    } catch {
      guard case .eitherWay(let text, let whole, let parts) = error else { return nil }
      throw .eitherWay(text, whole: whole, parts: parts)
    }
    self.init(number.utf8)
  }

  package var fraction: Fraction {
    Fraction(Int128(digits), over: Self.power(scale)) ?? .zero
  }

  static func power(_ scale: Int) -> Int128 { (0..<scale).reduce(1) { power, _ in power * 10 } }
}

extension ExactRate: Equatable {
  /// Whether the two are the same number: `366.9` is `366.90`.
  package static func == (one: ExactRate, other: ExactRate) -> Bool {
    one.digits == other.digits && one.scale == other.scale || one.fraction == other.fraction
  }
}

extension ExactRate: CustomStringConvertible {
  package var description: String {
    let text = String(digits)
    guard scale > 0 else { return text }
    let padding = String(repeating: "0", count: max(0, scale + 1 - text.utf8.count))
    let all = padding + text
    return "\(all.dropLast(scale)).\(all.suffix(scale))"
  }
}
