internal import Basics

extension RuleBook {
  /// The days from the first to the last on which some country takes part.
  var participation: ClosedRange<Day>? {
    guard let countries, let first = Day(iso: countries.from), let last = Day(iso: countries.to),
      first <= last
    else { return nil }
    return first...last
  }

  /// The days on which organisations of a country may take part; nil when there is none.
  ///
  /// All countries of the list take part for as long as the list holds.
  func span(of country: CountryCode) -> ClosedRange<Day>? {
    guard let days = participation, eligibility(of: country, on: days.lowerBound) != .notEligible
    else { return nil }
    return days
  }
}
