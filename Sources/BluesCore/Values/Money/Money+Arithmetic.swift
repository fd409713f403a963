extension Money {
  package static prefix func - (money: Money) -> Money {
    Money(cents: -money.cents, currency: money.currency)
  }

  /// The sum; amounts in different currencies have none.
  package func adding(_ other: Money) throws(MoneyProblem) -> Money {
    guard currency == other.currency else { throw .mixedCurrencies(currency, other.currency) }
    let (sum, over) = cents.addingReportingOverflow(other.cents)
    guard !over else { throw .tooLarge(description) }
    return Money(cents: sum, currency: currency)
  }

  /// The difference; amounts in different currencies have none.
  package func subtracting(_ other: Money) throws(MoneyProblem) -> Money {
    guard other.cents != .min else { throw .tooLarge(other.description) }
    return try adding(Money(cents: -other.cents, currency: other.currency))
  }

  /// The sum of amounts that are all in the currency.
  package static func sum(
    _ amounts: some Sequence<Money>, in currency: Currency = .eur
  ) throws(MoneyProblem) -> Money {
    var total = Money.zero(currency)
    for amount in amounts { total = try total.adding(amount) }
    return total
  }

  /// The share of the amount, to the nearest cent; half a cent is rounded away from zero.
  package func times(_ percent: Percent) -> Money {
    let exact = Int128(cents) * Int128(percent.hundredths)
    let half: Int128 = exact < 0 ? -5_000 : 5_000
    return Money(cents: Int64(clamping: (exact + half) / 10_000), currency: currency)
  }

  /// Equal parts that add up to the amount; the first ones carry the odd cents.
  package func split(evenly parts: Int) -> [Money] {
    split(by: Array(repeating: 1, count: max(0, parts)))
  }

  /// Parts in the proportion of the weights that add up to the amount.
  ///
  /// Odd cents go to the largest remainders, the earlier part first. Negative weights count as
  /// zero; when no weight is positive there are no parts.
  package func split(by weights: [Int]) -> [Money] {
    let weights = weights.map { Int128(max(0, $0)) }
    let total = weights.reduce(0, +)
    guard total > 0 else { return [] }
    let amount = Int128(cents.magnitude)
    var parts = weights.map { amount * $0 / total }
    let missing = Int(amount - parts.reduce(0, +))
    let byRemainder = weights.indices.sorted {
      let one = amount * weights[$0] % total
      let other = amount * weights[$1] % total
      return one == other ? $0 < $1 : one > other
    }
    for index in byRemainder.prefix(missing) { parts[index] += 1 }
    return parts.map {
      Money(cents: Int64(clamping: cents < 0 ? -$0 : $0), currency: currency)
    }
  }
}
