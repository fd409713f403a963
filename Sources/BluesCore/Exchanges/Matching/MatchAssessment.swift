/// What one visitor and one host have in common, and what keeps them apart.
struct MatchAssessment: Sendable {
  let visitor: Int
  let host: Int
  /// Tags in common, in the order of their numbers.
  let subjects: [Int32]
  /// Sectors and technologies of the visitor.
  let subjectsAsked: Int
  /// What one side seeks and the other offers; what both seek counts once for each.
  let needs: [Int32]
  let needsMet: Int
  let needsAsked: Int
  let languages: [Int32]
  /// The common window within the days on which both may take part, counted from their first.
  let first: Int
  let last: Int
  /// Working days of the host's country in that window.
  let days: Int
  let isPreferred: Bool
  let isSameCategory: Bool
  let blocks: MatchBlocks

  init(_ catalogue: MatchCatalogue, visitor: Int, host: Int) {
    self.visitor = visitor
    self.host = host
    let one = catalogue.visitors[visitor]
    let other = catalogue.hosts[host]
    let asked = one.range(.subjects)
    subjects = Self.common(catalogue.lists, asked, other.range(.subjects))
    subjectsAsked = asked.count
    let visitorServed = Self.common(catalogue.lists, one.range(.seeks), other.range(.offers))
    let hostServed = Self.common(catalogue.lists, other.range(.seeks), one.range(.offers))
    needsMet = visitorServed.count + hostServed.count
    needsAsked = one.range(.seeks).count + other.range(.seeks).count
    needs = visitorServed + hostServed.filter { !visitorServed.contains($0) }
    languages = Self.common(catalogue.lists, one.range(.languages), other.range(.languages))
    first = max(one.first, other.first)
    last = min(one.last, other.last)
    days = catalogue.calendar.workingDays(from: first, to: last, row: other.calendar)
    isPreferred =
      one.preferred.contains(other.country)
      && (other.preferred.isEmpty || other.preferred.contains(one.country))
    isSameCategory = one.category == other.category && one.category >= 0
    var blocks = one.blocks.union(other.blocks)
    if one.organisation == other.organisation { blocks.insert(.init(.sameOrganisation)) }
    if one.country == other.country, one.country > 0 { blocks.insert(.init(.countriesDiffer)) }
    if days < catalogue.weights.leastDays { blocks.insert(.init(.window)) }
    if catalogue.arePaired(visitor, host) { blocks.insert(.init(.pairKnown)) }
    self.blocks = blocks
  }

  /// Hundredths of a point.
  func score(_ weights: MatchWeights) -> Int {
    MatchWeights.share(weights.subjects, subjects.count, of: subjectsAsked)
      + MatchWeights.share(weights.needs, needsMet, of: needsAsked)
      + (languages.isEmpty ? 0 : weights.languages * 100)
      + weights.datePoints(workingDays: days)
      + (isPreferred ? weights.preference * 100 : 0)
      + (isSameCategory ? weights.category * 100 : 0)
  }

  /// What two sorted lists of tags have in common.
  private static func common(
    _ tags: ContiguousArray<Int32>, _ one: Range<Int>, _ other: Range<Int>
  ) -> [Int32] {
    var found: [Int32] = []
    var left = one.lowerBound
    var right = other.lowerBound
    while left < one.upperBound, right < other.upperBound {
      if tags[left] == tags[right] { found.append(tags[left]) }
      let isBehind = tags[left] <= tags[right]
      if tags[right] <= tags[left] { right += 1 }
      if isBehind { left += 1 }
    }
    return found
  }
}
