/// Finds the hosts of one visitor after another.
///
/// What a visitor and the hosts have in common is counted tag by tag over the hosts that have
/// the tag, so that it costs the same however many tags there are; a host whose best possible
/// score is too low is left at that.
struct HostSearch {
  private let catalogue: MatchCatalogue
  private let index: HostIndex
  /// For each host three counts in one number: subjects, needs met, languages.
  private var tally: ContiguousArray<UInt64>
  private var subjectPoints: ContiguousArray<Int32> = []

  private static let needsShift: UInt64 = 21
  private static let languagesShift: UInt64 = 42
  private static let mask: UInt64 = 1 << 21 - 1

  init(_ catalogue: MatchCatalogue, _ index: HostIndex) {
    self.catalogue = catalogue
    self.index = index
    tally = ContiguousArray(repeating: 0, count: index.place.count)
  }

  /// The best hosts of a visitor, by their places.
  mutating func best(_ most: Int, of visitor: Int) -> [(score: Int, place: Int)] {
    var few = BestFew(most)
    each(of: visitor, from: { few.bar }) { few.offer($0, $1) }
    return few.sorted
  }

  /// Hands over every host that fits a visitor and scores at least so much, in no order.
  @inline(__always)
  mutating func each(of visitor: Int, from bar: () -> Int, _ body: (Int, Int) -> Void) {
    let one = catalogue.visitors[visitor]
    guard one.blocks.isEmpty else { return }
    let weights = catalogue.weights
    let range = index.range(first: one.first, last: one.last, days: weights.leastDays)
    guard !range.isEmpty else { return }
    count(one, within: range)
    let asked = one.range(.subjects).count
    subjectPoints.removeAll(keepingCapacity: true)
    for part in 0...asked {
      subjectPoints.append(Int32(MatchWeights.share(weights.subjects, part, of: asked)))
    }
    let sought = one.range(.seeks).count
    let needs = weights.needs * 100
    let language = weights.languages * 100
    let category = weights.category * 100
    let preference = one.preferred.isEmpty ? 0 : weights.preference * 100
    let rest = weights.dates * 100 + category + preference
    for position in range {
      let counts = tally[position]
      let met = Int(counts >> Self.needsShift & Self.mask)
      var score = Int(subjectPoints[Int(counts & Self.mask)])
      score += counts >> Self.languagesShift == 0 ? 0 : language
      guard score + (met == 0 ? 0 : needs) + rest >= bar() else { continue }
      let country = Int(index.country[position])
      let first = max(one.first, Int(index.first[position]))
      let last = min(one.last, Int(index.last[position]))
      guard country != one.country, last - first >= weights.leastDays - 1 else { continue }
      let place = Int(index.place[position])
      let row = catalogue.hosts[place].calendar
      let days = catalogue.calendar.workingDays(from: first, to: last, row: row)
      guard days >= weights.leastDays, isFree(one, visitor, place) else { continue }
      score += weights.datePoints(workingDays: days)
      if met > 0 {
        score += MatchWeights.share(
          weights.needs, met, of: sought + Int(index.seeksCount[position]))
      }
      if index.category[position] == one.category { score += category }
      if preference > 0, likes(one, place, country) { score += preference }
      if score >= bar() { body(score, place) }
    }
  }

  private func isFree(_ one: MatchProfile, _ visitor: Int, _ place: Int) -> Bool {
    catalogue.hosts[place].organisation != one.organisation
      && !(one.hasPairs && catalogue.arePaired(visitor, place))
  }

  private func likes(_ one: MatchProfile, _ place: Int, _ country: Int) -> Bool {
    guard one.preferred.contains(country) else { return false }
    let theirs = catalogue.hosts[place].preferred
    return theirs.isEmpty || theirs.contains(one.country)
  }

  private mutating func count(_ one: MatchProfile, within range: Range<Int>) {
    for position in range { tally[position] = 0 }
    count(one, .subjects, index.subjects, 1, range)
    count(one, .seeks, index.offers, 1 << Self.needsShift, range)
    count(one, .offers, index.seeks, 1 << Self.needsShift, range)
    count(one, .languages, index.languages, 1 << Self.languagesShift, range)
  }

  private mutating func count(
    _ one: MatchProfile, _ list: MatchProfile.List, _ tags: TagIndex, _ step: UInt64,
    _ range: Range<Int>
  ) {
    for place in one.range(list) {
      for host in tags.range(of: catalogue.lists[place], within: range) {
        tally[Int(tags.hosts[host])] &+= step
      }
    }
  }
}
