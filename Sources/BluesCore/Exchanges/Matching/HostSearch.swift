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
  private var subjectPoints: ContiguousArray<Int> = []
  /// What the needs met are worth, by how many are and how many the host has.
  private var needsPoints: ContiguousArray<Int> = []
  /// The needs of a host that the table goes up to; with more it is worked out.
  private static let tableWidth = 16

  private static let needsShift: UInt64 = 21
  private static let languagesShift: UInt64 = 42
  private static let mask: UInt64 = 1 << 21 - 1

  init(_ catalogue: MatchCatalogue, _ index: HostIndex) {
    self.catalogue = catalogue
    self.index = index
    tally = ContiguousArray(repeating: 0, count: index.spots.count)
  }

  /// The best hosts of a visitor, by their places.
  mutating func best(_ most: Int, of visitor: Int) -> [(score: Int, place: Int)] {
    var few = TopK(most)
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
    fillTables(one)
    let sought = one.range(.seeks).count
    let language = weights.languages * 100
    let category = weights.category * 100
    let preference = one.preferred.isEmpty ? 0 : weights.preference * 100
    let rest = weights.dates * 100 + preference
    let width = Self.tableWidth
    let known = needsPoints.count / width
    tally.withUnsafeBufferPointer { tally in
      index.spots.withUnsafeBufferPointer { spots in
        for position in range {
          let counts = tally[position]
          let met = Int(counts >> Self.needsShift & Self.mask)
          let seeks = Int(spots[position].seeks)
          var score = subjectPoints[Int(counts & Self.mask)]
          if counts >> Self.languagesShift != 0 { score += language }
          if spots[position].category == one.category { score += category }
          if met > 0 {
            score +=
              seeks < width && met < known
              ? needsPoints[met * width + seeks]
              : MatchWeights.share(weights.needs, met, of: sought + seeks)
          }
          guard score + rest >= bar() else { continue }
          let spot = spots[position]
          let first = max(one.first, Int(spot.first))
          let last = min(one.last, Int(spot.last))
          guard Int(spot.country) != one.country, last - first >= weights.leastDays - 1 else {
            continue
          }
          let days = catalogue.calendar.workingDays(
            from: first, to: last, row: Int(spot.calendar))
          let place = Int(spot.place)
          guard days >= weights.leastDays else { continue }
          score += weights.datePoints(workingDays: days)
          if preference > 0, likes(one, place, Int(spot.country)) { score += preference }
          // Asked last: the catalogue's own record of the host is far away in memory.
          if score >= bar(), isFree(one, visitor, place) { body(score, place) }
        }
      }
    }
  }

  /// Works out once what shares of the points are, since each pair asks for some.
  private mutating func fillTables(_ one: MatchProfile) {
    let weights = catalogue.weights
    let asked = one.range(.subjects).count
    subjectPoints.removeAll(keepingCapacity: true)
    for part in 0...asked {
      subjectPoints.append(MatchWeights.share(weights.subjects, part, of: asked))
    }
    needsPoints.removeAll(keepingCapacity: true)
    let sought = one.range(.seeks).count
    for met in 0..<8 {
      for seeks in 0..<Self.tableWidth {
        needsPoints.append(MatchWeights.share(weights.needs, met, of: sought + seeks))
      }
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
    tally.withUnsafeMutableBufferPointer { $0[range].update(repeating: 0) }
    count(one, .subjects, index.subjects, 1, range)
    count(one, .seeks, index.offers, 1 << Self.needsShift, range)
    count(one, .offers, index.seeks, 1 << Self.needsShift, range)
    count(one, .languages, index.languages, 1 << Self.languagesShift, range)
  }

  private mutating func count(
    _ one: MatchProfile, _ list: MatchProfile.List, _ tags: TagIndex, _ step: UInt64,
    _ range: Range<Int>
  ) {
    let lists = catalogue.lists
    tally.withUnsafeMutableBufferPointer { tally in
      tags.hosts.withUnsafeBufferPointer { hosts in
        for place in one.range(list) {
          for host in tags.range(of: lists[place], within: range) {
            tally[Int(hosts[host])] &+= step
          }
        }
      }
    }
  }
}
