internal import Basics

/// What each thing that host and visitor have in common is worth, and the figures a match needs.
///
/// Scores are whole hundredths of a point. Where a share of the points is due, the rest of the
/// division is dropped, so that nobody gets more than the share.
package struct MatchWeights: Sendable, Equatable {
  /// Points at most, by what they are for.
  let subjects: Int
  let needs: Int
  let languages: Int
  let dates: Int
  let preference: Int
  let category: Int
  /// The fewest working days of a stay.
  let leastDays: Int
  /// Working days of a stay that earns the whole lump sum.
  let fullDays: Int
  /// Visitors of a host that states no capacity.
  let capacity: Int
  /// Funded visits of one organisation.
  let visits: Int
  /// The categories that may visit.
  let visitorCategories: [String]

  /// More points than these would not rank better, and scores stay small numbers.
  static let mostPoints = 1_000

  package init(_ book: RuleBook) throws(ProgrammeProblem) {
    let rule = try book.rule("match-weights")
    subjects = try Self.points("sectors_and_technologies", rule)
    needs = try Self.points("offers_and_needs", rule)
    languages = try Self.points("languages", rule)
    dates = try Self.points("dates", rule)
    preference = try Self.points("preferred_country", rule)
    category = try Self.points("organisation_type", rule)
    leastDays = max(1, try book.rule("minimum-stay").whole("working_days"))
    fullDays = max(leastDays, try book.rule("halving").whole("below_working_days"))
    capacity = try book.rule("host-capacity").whole("visitors")
    visits = try book.rule("one-funded-visit").whole("visits")
    visitorCategories = try book.rule("visitor-category").text("categories")
      .split(separator: ",").map { String($0).trimmed }
  }

  private static func points(_ figure: String, _ rule: Rule) throws(ProgrammeProblem) -> Int {
    let points = try rule.whole(figure)
    guard points <= mostPoints else {
      throw .figureHasOtherKind(rule: rule.id, figure: figure, value: String(points))
    }
    return points
  }

  /// The hundredths of a point that a part of a whole earns; nothing where nothing was asked.
  static func share(_ points: Int, _ part: Int, of whole: Int) -> Int {
    whole == 0 ? 0 : points * 100 * part / whole
  }

  /// What the days are worth that a window holds.
  func datePoints(workingDays days: Int) -> Int {
    if days >= fullDays { return dates * 100 }
    return days >= leastDays ? Self.share(dates, 1, of: 2) : 0
  }

  /// The best score there is.
  var most: Int { (subjects + needs + languages + dates + preference + category) * 100 }
}
