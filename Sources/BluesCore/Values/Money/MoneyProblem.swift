package import Basics

/// Why a text is no amount, or amounts do not go together.
package enum MoneyProblem: Problem, Equatable {
  case notAnAmount(String)
  /// A comma, where it is open whether it divides thousands or cents.
  case comma(String)
  case tooManyDecimals(String)
  /// A number with one point or comma before three digits, and its two readings.
  case eitherWay(String, whole: String, parts: String)
  case tooLarge(String)
  case mixedCurrencies(Currency, Currency)
  case notAPercentage(String)

  /// Tells what stands in the way of reading the digits.
  init(unreadable text: String, digits: [UInt8]) {
    if digits.contains(0x2C) {
      self = .comma(text)
    } else if digits.allSatisfy({ $0.isDigit || $0 == 0x2E }), digits.last != 0x2E,
      digits.filter({ $0 == 0x2E }).count <= 1, digits.first != 0x2E
    {
      let whole = digits.prefix { $0 != 0x2E }.count
      self = whole > 15 ? .tooLarge(text) : .tooManyDecimals(text)
    } else {
      self = .notAnAmount(text)
    }
  }

  package var message: String {
    switch self {
    case .notAnAmount(let text): "Not an amount: \(text)."
    case .comma(let text): "\(text) has a comma, which may mean thousands or cents."
    case .tooManyDecimals(let text): "\(text) has parts of a cent."
    case .eitherWay(let text, let whole, let parts):
      "\(text) can be read in two ways: \(whole) or \(parts)."
    case .tooLarge(let text): "\(text) is too large; the largest amount is \(Money.most.decimal)."
    case .mixedCurrencies(let one, let other): "Amounts in \(one) and \(other) cannot be added."
    case .notAPercentage(let text): "Not a percentage from 0 to 1000: \(text)."
    }
  }

  package var hint: String? {
    switch self {
    case .notAnAmount, .comma, .tooManyDecimals:
      "Write 1234.50, or 1234.50 CZK in another currency than EUR."
    case .mixedCurrencies: "Convert one of them with the rate of the period first."
    case .notAPercentage: "Write 75 or 7.5."
    case .eitherWay(_, let whole, let parts):
      "Write it without a sign for thousands, and with two decimals at most: \(whole) or "
        + "\(Self.rounded(parts))."
    case .tooLarge: nil
    }
  }

  package var kind: ProblemKind { .usage }

  /// Three decimals as two, half a hundredth away from zero.
  private static func rounded(_ parts: String) -> String {
    let digits = Array(parts.utf8.filter(\.isDigit))
    let hundredths = ((wholeNumber(digits) ?? 0) + 5) / 10
    let text = Money(cents: Int64(hundredths)).decimal
    return parts.hasPrefix("-") ? "-\(text)" : text
  }
}
