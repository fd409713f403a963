internal import Basics

/// An amount in whole cents of one currency.
package struct Money: Hashable, Sendable {
  package let cents: Int64
  package let currency: Currency

  /// The largest amount that is taken: 99999999999.99.
  ///
  /// The sum of several hundred thousand of them still has a place in 64 bits.
  package static let most = Money(cents: 9_999_999_999_999)

  package init(cents: Int64, currency: Currency = .eur) {
    self.cents = cents
    self.currency = currency
  }

  /// An exact amount with a decimal point: `1234.5`, `-3.10`, `415.00 EUR`, `CZK 90`.
  ///
  /// Neither thousands separators nor decimal commas are guessed at.
  package init(_ text: String, currency: Currency = .eur) throws(MoneyProblem) {
    let words = text.trimmedBytes.split(whereSeparator: \.isBlank)
    let numbers = words.filter { $0.contains(where: \.isDigit) }
    guard numbers.count == 1, words.count <= 2, var digits = numbers.first else {
      throw .notAnAmount(text.trimmed)
    }
    var named = currency
    if let code = words.first(where: { !$0.contains(where: \.isDigit) }) {
      guard let found = Currency(String(decoding: code, as: UTF8.self)) else {
        throw .notAnAmount(text.trimmed)
      }
      named = found
    }
    let negative = digits.first == 0x2D
    if negative { digits = digits.dropFirst() }
    guard let value = decimalHundredths(digits) else {
      throw MoneyProblem(unreadable: text.trimmed, digits: Array(digits))
    }
    guard value <= Self.most.cents else { throw .tooLarge(text.trimmed) }
    self.init(cents: Int64(negative ? -value : value), currency: named)
  }

  package static func zero(_ currency: Currency = .eur) -> Money {
    Money(cents: 0, currency: currency)
  }

  package var isZero: Bool { cents == 0 }
}

extension Money: Comparable {
  /// Orders by amount within a currency, and currencies by their codes.
  package static func < (one: Money, other: Money) -> Bool {
    (one.currency.code, one.cents) < (other.currency.code, other.cents)
  }
}

extension Money: CustomStringConvertible {
  /// The amount with two decimals and a point, without the currency: `415.00`.
  package var decimal: String {
    let (whole, rest) = cents.magnitude.quotientAndRemainder(dividingBy: 100)
    return "\(cents < 0 ? "-" : "")\(whole).\(padded(Int(rest), to: 2))"
  }

  package var description: String { "\(decimal) \(currency)" }
}
