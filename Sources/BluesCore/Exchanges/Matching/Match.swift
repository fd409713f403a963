package import Basics

/// A visitor and a host who fit, or who nearly do, with what speaks for it and against it.
package struct Match: Sendable, Equatable {
  package let visitor: String
  package let visitorCode: String
  package let visitorCountry: String?
  package let host: String
  package let hostCode: String
  package let hostCountry: String?
  /// Hundredths of a point.
  package let score: Int
  /// The common window as both state it; nil on a side where neither states a day.
  package let from: Day?
  package let to: Day?
  /// The first stay in the window that is still to come; nil when none is left.
  package let stay: ClosedRange<Day>?
  package let reasons: [String]
  /// The reasons in a few words, for a line of a table.
  package let summary: [String]
  /// What keeps them apart, each with its name; none where they fit.
  package let blocks: [String]
}

extension MatchCatalogue {
  /// The pair told in words; a stay is looked for from a day on.
  func match(_ pair: MatchAssessment, from today: Day) -> Match {
    let (visitor, host) = (visitors[pair.visitor], hosts[pair.host])
    let reasons = MatchReasons(catalogue: self)
    return Match(
      visitor: String(decoding: name(of: visitor), as: UTF8.self),
      visitorCode: "O\(RowID(visitor.organisation).running)",
      visitorCountry: CountrySet.country(visitor.country)?.code,
      host: String(decoding: name(of: host), as: UTF8.self),
      hostCode: "O\(RowID(host.organisation).running)",
      hostCountry: CountrySet.country(host.country)?.code, score: pair.score(weights),
      from: [visitor.from, host.from].compactMap { $0 }.max(),
      to: [visitor.to, host.to].compactMap { $0 }.min(), stay: stay(pair, from: today),
      reasons: reasons.texts(pair), summary: reasons.summary(pair), blocks: reasons.blocks(pair))
  }

  /// The first stay from a day on: the one that earns the whole lump sum, else the shortest.
  func stay(_ pair: MatchAssessment, from today: Day? = nil) -> ClosedRange<Day>? {
    let first = max(pair.first, today.map { $0 - calendar.days.lowerBound } ?? pair.first)
    let row = hosts[pair.host].calendar
    return calendar.stay(from: first, to: pair.last, workingDays: weights.fullDays, row: row)
      ?? calendar.stay(from: first, to: pair.last, workingDays: weights.leastDays, row: row)
  }
}
