internal import GRDB

/// Pairs of records that may be one, the best first, and what was not compared.
package struct Duplicates<Record: Sendable>: Sendable {
  /// Two records that may be one.
  package struct Pair: Sendable {
    /// Pairs that hang together have one number, from 1.
    package let group: Int
    package let one: Record
    package let other: Record
    package let likeness: Similarity
  }

  package let pairs: [Pair]
  /// How many pairs there are, of which the first are listed.
  package let found: Int
  package let notCompared: [NotCompared]
}

/// A key that stands in too many records to be compared by.
package struct NotCompared: Sendable, Equatable {
  /// What it is, such as `word`.
  package let kind: String
  /// The word itself; nil where it is a part of somebody's name or address.
  package let text: String?
  package let records: Int

  /// What is said of it.
  package var sentence: String {
    let subject = text.map { "the \(kind) \"\($0)\"" } ?? "one \(kind)"
    return "\(subject) is in \(records) records"
  }

  init(_ skipped: DuplicateIndex.Skipped, _ keys: [DuplicateKey]) {
    let key = keys.first { $0.digest == skipped.digest }
    kind = key?.kind.rawValue ?? "key"
    text = key?.kind == .word || key?.kind == .words ? key?.text : nil
    records = skipped.records
  }
}

extension DuplicateSearch {
  /// The pairs with their groups, the group of the best pair first; reasons for so many.
  func told<Record>(
    _ pairs: [Pair], most: Int, record: (Int64) throws -> Record
  ) throws -> Duplicates<Record> {
    let lookUp = try Traits.lookUp(db)
    var groups = Groups()
    for pair in pairs { groups.join(pair.one, pair.other) }
    var best: [Int64: Int] = [:]
    for pair in pairs {
      let root = groups.root(of: pair.one)
      best[root] = max(best[root] ?? 0, pair.score)
    }
    let ordered = pairs.map { (root: groups.root(of: $0.one), pair: $0) }.sorted { a, b in
      let (left, right) = (best[a.root] ?? 0, best[b.root] ?? 0)
      if left != right { return left > right }
      if a.root != b.root { return a.root < b.root }
      if a.pair.score != b.pair.score { return a.pair.score > b.pair.score }
      return (a.pair.one, a.pair.other) < (b.pair.one, b.pair.other)
    }
    var number: [Int64: Int] = [:]
    var told: [Duplicates<Record>.Pair] = []
    for (root, pair) in ordered.prefix(max(0, most)) {
      guard let one = try lookUp(pair.one), let other = try lookUp(pair.other) else { continue }
      let group = number[root] ?? number.count + 1
      number[root] = group
      told.append(
        Duplicates.Pair(
          group: group, one: try record(pair.one), other: try record(pair.other),
          likeness: Traits.likeness(one, other)))
    }
    let notCompared = try skipped.prefix(20).map { skipped in
      NotCompared(skipped, try lookUp(skipped.example)?.keys ?? [])
    }
    return Duplicates(pairs: told, found: pairs.count, notCompared: notCompared)
  }
}

extension DuplicateSearch {
  /// The records that hang together through pairs, the lowest id first, and whether every two of
  /// them are a pair.
  static func clusters(_ pairs: [Pair]) -> [(ids: [Int64], isWhole: Bool)] {
    var groups = Groups()
    for pair in pairs { groups.join(pair.one, pair.other) }
    var members: [Int64: Set<Int64>] = [:]
    var counts: [Int64: Int] = [:]
    for pair in pairs {
      let root = groups.root(of: pair.one)
      members[root, default: []].formUnion([pair.one, pair.other])
      counts[root, default: 0] += 1
    }
    return members.sorted { $0.key < $1.key }.map { root, ids in
      (ids.sorted(), counts[root] == ids.count * (ids.count - 1) / 2)
    }
  }
}

/// Which records hang together through pairs; each group is known by its lowest id.
private struct Groups {
  private var parents: [Int64: Int64] = [:]

  mutating func root(of id: Int64) -> Int64 {
    var root = id
    while let parent = parents[root], parent != root { root = parent }
    parents[id] = root
    return root
  }

  mutating func join(_ one: Int64, _ other: Int64) {
    let (a, b) = (root(of: one), root(of: other))
    parents[max(a, b)] = min(a, b)
  }
}
