/// How far two words are apart, and which known words an unknown one may have meant.
package enum EditDistance {
  /// Insertions, deletions, changes and swaps of neighbours that turn one word into the other.
  package static func between(_ one: String, _ other: String) -> Int {
    let a = Array(one.utf8)
    let b = Array(other.utf8)
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in 1...a.count {
      var row = [i]
      row.reserveCapacity(b.count + 1)
      for j in 1...b.count {
        let change = a[i - 1] == b[j - 1] ? 0 : 1
        var best = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + change)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          best = min(best, beforeLast[j - 2] + 1)
        }
        row.append(best)
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }

  /// At most three known words near to an unknown one, nearest first.
  ///
  /// Words are compared folded. One slip is allowed in three and four letters, two up to eight,
  /// three beyond; a known word that starts with three or more typed letters is near as well. Short words
  /// with other digits are not near: `D1.7` is no slip for `D1.1`.
  package static func nearest(to word: String, in known: some Sequence<String>) -> [String] {
    let typed = Folding.folded(word)
    let length = typed.utf8.count
    guard length > 0 else { return [] }
    let limit = length <= 2 ? 0 : length <= 4 ? 1 : length <= 8 ? 2 : 3
    let digits = typed.utf8.filter(\.isDigit)
    var found: [(distance: Int, word: String)] = []
    for candidate in known {
      let folded = Folding.folded(candidate)
      if length >= 3, folded.utf8.starts(with: typed.utf8) {
        found.append((folded.utf8.count == length ? 0 : 1, candidate))
        continue
      }
      guard length > 6 || folded.utf8.filter(\.isDigit) == digits else { continue }
      guard abs(folded.utf8.count - length) <= limit else { continue }
      let distance = between(typed, folded)
      if distance <= limit, distance < length { found.append((distance, candidate)) }
    }
    let sorted = found.sorted { ($0.distance, $0.word) < ($1.distance, $1.word) }
    return sorted.prefix(3).map(\.word)
  }
}
