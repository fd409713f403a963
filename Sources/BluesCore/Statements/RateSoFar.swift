package import Basics
internal import Documents

/// A rate of exchange of a period that is not over yet: the average of its rates so far.
package struct RateSoFar: Sendable, Equatable {
  package let currency: Currency
  package let period: String
  /// The last day of the period.
  package let end: Day
  /// The last day with a rate, and how many days have one.
  package let last: Day?
  package let days: Int

  package var message: String {
    let so = last.map { " (\(counted(days, "day")) to \($0))" } ?? ""
    return
      "\(period) runs until \(end): \(currency) is converted by the average of the rates so far\(so), "
      + "which changes."
  }
}

extension Ledger {
  /// The rates that are averages so far, by which lines that a period declares became euro.
  package func rates(soFar period: String? = nil, of partner: String? = nil) -> [RateSoFar] {
    var seen: Set<String> = []
    return lines.compactMap { line in
      guard line.amount.currency != .eur, period ?? line.charged == line.charged,
        partner ?? line.partner == line.partner,
        let rate = rates.rate(line.amount.currency, in: line.incurred), let end = rate.periodEnd,
        seen.insert("\(line.incurred) \(line.amount.currency.code)").inserted
      else { return nil }
      return RateSoFar(
        currency: line.amount.currency, period: line.incurred, end: end, last: rate.to,
        days: rate.count)
    }
  }

  /// What pages say of figures of a period, or of all, that change or are not counted: rates so far, and
  /// amounts of other periods without a rate.
  func reservations(in period: String?) -> [Block] {
    rates(soFar: period).map { .note($0.message, .warning) }
      + unrated.map { .note("Not counted: \($0.message)", .warning) }
  }
}
