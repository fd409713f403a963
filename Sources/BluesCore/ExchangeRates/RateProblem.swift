package import Basics

/// Why there is no exchange rate where one is needed, or why it cannot be set.
package enum RateProblem: Problem, Equatable {
  /// No rate of the currency in the days of the period.
  case noRates(Currency, period: String, from: Day, to: Day)
  /// The stored rates begin after the period does.
  case beginsLate(period: String, start: Day, first: Day)
  /// The stored rates end before the period does.
  case endsEarly(period: String, end: Day, last: Day)
  case unknownCurrency(Currency, known: [String])
  case notSet(Currency, period: String)
  case reasonMissing(Currency)
  /// A typed rate with one point or comma before three digits, and its two readings.
  case eitherWay(String, whole: String, parts: String)
  case euro

  package var message: String {
    switch self {
    case .noRates(let currency, let period, let from, let to):
      "\(currency) has no rate in \(period), from \(from) to \(to)."
    case .beginsLate(let period, let start, let first):
      "The exchange rates begin on \(first), after \(period) starts on \(start)."
    case .endsEarly(let period, let end, let last):
      "The exchange rates end on \(last), before \(period) ends on \(end)."
    case .unknownCurrency(let currency, _): "There are no rates of \(currency)."
    case .notSet(let currency, let period): "No rate of \(currency) is set in \(period)."
    case .reasonMissing: "A rate that is set by hand needs a reason."
    case .eitherWay(let text, let whole, let parts):
      "\(text) can be read in two ways: \(whole) or \(parts)."
    case .euro: "One euro is one euro: EUR has no rate."
    }
  }

  package var hint: String? {
    switch self {
    case .noRates(let currency, let period, _, _):
      "\(RateSource.ecb.wayOut); for a currency that the ECB does not publish, "
        + "blues partner rate set \(currency) --period \(period) --rate N --because \"…\""
    case .beginsLate, .endsEarly: RateSource.ecb.wayOut
    case .unknownCurrency(let currency, let known):
      EditDistance.nearest(to: currency.code, in: known).first.map { "did you mean \($0)?" }
        ?? RateSource.ecb.wayOut
    case .notSet: "see blues partner rate average"
    case .reasonMissing(let currency):
      "blues partner rate set \(currency) --period RP1 --rate N --because \"…\""
    case .eitherWay(_, let whole, let parts):
      "Write it without a sign for thousands, or with four decimals: \(whole) or \(parts)0."
    case .euro: nil
    }
  }

  package var kind: ProblemKind {
    switch self {
    case .noRates, .beginsLate, .endsEarly: .missingInput
    case .unknownCurrency, .notSet: .notFound
    case .reasonMissing, .eitherWay, .euro: .usage
    }
  }
}
