/// The known words closest to one that was mistyped.
enum Nearest {
  /// At most three words that begin alike or differ in about a third of their letters.
  static func words(to word: String, among known: [String]) -> [String] {
    let wanted = Array(word.utf8)
    guard !wanted.isEmpty else { return [] }
    let reach = max(1, wanted.count / 3)
    let scored = known.enumerated().compactMap { position, candidate -> (Int, Int, String)? in
      let letters = Array(candidate.utf8)
      let distance = letters.starts(with: wanted) ? 0 : distance(wanted, letters)
      return distance <= reach ? (distance, position, candidate) : nil
    }
    return scored.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.prefix(3).map { $0.2 }
  }

  /// How many letters must be changed, added, left out or swapped with their neighbour.
  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var before: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        let same = a[i] == b[j] ? 0 : 1
        var best = min(last[j + 1] + 1, row[j] + 1, last[j] + same)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, before[j - 1] + 1) }
        row.append(best)
      }
      (before, last) = (last, row)
    }
    return last[b.count]
  }
}
