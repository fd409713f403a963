internal import Basics

/// How like two names are.
enum NameSimilarity: Sendable, Equatable {
  case same
  /// A slip, initials, an abbreviation or a name left out tells them apart.
  case near
  /// Nothing can be said.
  case unclear
  /// Some of it is the same, but something speaks against it.
  case partly
  case different

  /// Two names of persons; given and family names may have changed places.
  static func ofPersons(_ one: NameTokens, _ other: NameTokens) -> NameSimilarity {
    if one.sorted == other.sorted { return .same }
    let (short, long) = ordered(one, other)
    let equal = short.filter { word in long.contains(word) && word.utf8.count > 1 }
    if short.count == 1 { return equal.isEmpty ? .different : .unclear }
    if equal.isEmpty { return .different }
    return matches(short, in: long, by: isSamePart) ? .near : .partly
  }

  /// Two names of organisations, the order of their words ignored.
  static func ofOrganisations(_ one: NameTokens, _ other: NameTokens) -> NameSimilarity {
    if one.sorted == other.sorted || one.joined == other.joined { return .same }
    guard !haveOtherNumbers(one, other) else { return .different }
    if one.initials == other.joined || other.initials == one.joined { return .near }
    if one.words.count == 1, other.words.count == 1 {
      return isSlip(one.joined, other.joined, from: 9) ? .near : .different
    }
    let (short, long) = ordered(one, other)
    let share = share(short, long)
    let hasCommon = one.words.contains { $0.utf8.count > 1 && other.words.contains($0) }
    if share.percent >= 85, share.isWhole, hasCommon { return .near }
    return share.percent >= 50 ? .unclear : .different
  }

  /// The words of the shorter name first, so that the answer is the same from both sides.
  private static func ordered(_ one: NameTokens, _ other: NameTokens) -> ([String], [String]) {
    let isFirst =
      one.words.count == other.words.count
      ? one.sorted.lexicographicallyPrecedes(other.sorted, by: NameTokens.precedes)
      : one.words.count < other.words.count
    return isFirst ? (one.sorted, other.sorted) : (other.sorted, one.sorted)
  }

  /// Whether the numbers in two names of organisations differ: School No 2 is not School No 8.
  static func haveOtherNumbers(_ one: NameTokens, _ other: NameTokens) -> Bool {
    numbers(one) != numbers(other)
  }

  private static func numbers(_ name: NameTokens) -> [String] {
    name.words.compactMap {
      $0.utf8.contains(where: \.isDigit) ? $0 : romanNumbers[$0].map { "\($0)" }
    }.sorted(by: NameTokens.precedes)
  }

  /// Roman numbers of two letters and more, up to 39; one letter is more often an abbreviation.
  private static let romanNumbers: [String: Int] = {
    let tens = ["", "x", "xx", "xxx"]
    let ones = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"]
    var numbers: [String: Int] = [:]
    for (ten, first) in tens.enumerated() {
      for (one, second) in ones.enumerated() where first.utf8.count + second.utf8.count > 1 {
        numbers[first + second] = 10 * ten + one
      }
    }
    return numbers
  }()

  /// Whether each word finds a partner of its own; the first that fits is taken.
  private static func matches(
    _ words: [String], in others: [String], by isSame: (String, String) -> Bool
  ) -> Bool {
    var free = others
    let exactFirst =
      words.filter { others.contains($0) } + words.filter { !others.contains($0) }
    for word in exactFirst {
      guard let index = free.firstIndex(of: word) ?? free.firstIndex(where: { isSame(word, $0) })
      else { return false }
      free.remove(at: index)
    }
    return true
  }

  /// An initial, or a slip that leaves the ends alone: Martin and Martina are two people.
  private static func isSamePart(_ one: String, _ other: String) -> Bool {
    guard one.utf8.first == other.utf8.first else { return false }
    if one.utf8.count == 1 || other.utf8.count == 1 { return true }
    return one.utf8.last == other.utf8.last && isSlip(one, other, from: 4)
  }

  /// One slip from so many letters on, two from ten.
  private static func isSlip(_ one: String, _ other: String, from least: Int) -> Bool {
    let (short, long) = (
      min(one.utf8.count, other.utf8.count), max(one.utf8.count, other.utf8.count)
    )
    guard long >= least, long - short <= 2 else { return false }
    let allowed = short >= 10 && least < 8 ? 2 : 1
    return EditDistance.between(one, other) <= allowed
  }

  /// The share of letters in words that both have, in per cent, slips and abbreviations counted;
  /// and whether no word of more than three letters stands in one alone, as in `Cabinet of …`.
  private static func share(
    _ one: [String], _ other: [String]
  ) -> (percent: Int, isWhole: Bool) {
    var rest = other
    var common = 0
    var unmatched: [String] = []
    for word in one {
      if let index = rest.firstIndex(of: word) {
        common += 2 * word.utf8.count
        rest.remove(at: index)
      } else {
        unmatched.append(word)
      }
    }
    var alone: [String] = []
    for word in unmatched {
      guard let index = rest.firstIndex(where: { isSameWord(word, $0) }) else {
        alone.append(word)
        continue
      }
      common += word.utf8.count + rest[index].utf8.count
      rest.remove(at: index)
    }
    let all = (one + other).reduce(0) { $0 + $1.utf8.count }
    let isWhole = (alone + rest).allSatisfy { $0.utf8.count <= 3 }
    return (all == 0 ? 0 : common * 100 / all, isWhole)
  }

  private static func isSameWord(_ one: String, _ other: String) -> Bool {
    let isStart = one.utf8.starts(with: other.utf8) || other.utf8.starts(with: one.utf8)
    return isStart && min(one.utf8.count, other.utf8.count) >= 3 || isSlip(one, other, from: 5)
  }
}
