package import Basics

/// The exchange rates of the reporting periods, by which amounts become euro.
package struct LedgerRates: Sendable, Equatable {
  /// The average of a currency's daily rates over a period, or a rate set by hand: units of the
  /// currency for one euro.
  package struct Rate: Sendable, Equatable {
    /// The sum of the daily rates; of a rate set by hand, the rate itself.
    package let sum: Fraction
    /// How many rates are in the sum.
    package let count: Int
    /// The first and the last day of the rates.
    package let from: Day?
    package let to: Day?
    package let isSetByHand: Bool
    /// The last day of a period that is not over yet, whose average changes until then; nil otherwise.
    package let periodEnd: Day?

    package init(
      sum: Fraction, count: Int, from: Day? = nil, to: Day? = nil, isSetByHand: Bool = false,
      periodEnd: Day? = nil
    ) {
      self.sum = sum
      self.count = count
      self.from = from
      self.to = to
      self.isSetByHand = isSetByHand
      self.periodEnd = periodEnd
    }

    /// The exact average; nil where there is no rate.
    package var average: Fraction? { sum.divided(by: Fraction(Int128(count))) }
  }

  /// The rates by period, such as `RP1`, and currency.
  package var rates: [String: [Currency: Rate]]

  /// Why a period has no rate of a currency, where that is known.
  var problems: [String: [Currency: LedgerRateProblem]] = [:]

  package init(_ rates: [String: [Currency: Rate]] = [:]) { self.rates = rates }

  package func rate(_ currency: Currency, in period: String) -> Rate? {
    guard let rate = rates[period]?[currency], rate.count > 0, rate.sum > .zero else { return nil }
    return rate
  }

  /// An amount in euro, by the exact average of the period, rounded once to the cent.
  ///
  /// - Throws: `LedgerRateProblem` where the period has no rate of the currency.
  package func euro(_ amount: Money, in period: String) throws(LedgerRateProblem) -> Money {
    guard amount.currency != .eur else { return amount }
    guard let average = rate(amount.currency, in: period)?.average,
      let euro = Fraction(Int128(amount.cents)).divided(by: average)
    else {
      throw problems[period]?[amount.currency] ?? .none(amount.currency, period: period)
    }
    let cents = euro.rounded()
    guard cents.magnitude <= Money.most.cents.magnitude else {
      throw .tooLarge(amount, period: period)
    }
    return Money(cents: Int64(cents))
  }
}

/// Why an amount cannot become euro.
package enum LedgerRateProblem: Problem, Equatable {
  case none(Currency, period: String)
  /// More euro than an amount can be, by a rate that cannot be right.
  case tooLarge(Money, period: String)
  /// What the stored rates lack, in their own words.
  case told(String, hint: String?)

  package var message: String {
    switch self {
    case .none(let currency, let period): "\(currency) has no exchange rate for \(period)."
    case .tooLarge(let amount, let period):
      "By the rate of \(period), \(amount) is more than \(Money.most)."
    case .told(let message, _): message
    }
  }

  package var hint: String? {
    switch self {
    case .none(let currency, let period):
      "fetch eurofxref-hist.zip of the ECB and run blues partner rate import, or set one: "
        + "blues partner rate set \(currency) --period \(period) --rate 25.4551 --because \"…\""
    case .tooLarge(let amount, let period):
      "correct the amount, or the rate: "
        + "blues partner rate set \(amount.currency) --period \(period) --rate 25.4551 --because \"…\""
    case .told(_, let hint): hint
    }
  }

  package var kind: ProblemKind {
    switch self {
    case .none: .notFound
    case .told: .missingInput
    case .tooLarge: .badData
    }
  }
}
