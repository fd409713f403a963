internal import GRDB

/// What records of one kind are compared by.
protocol DoubleTraits {
  var id: Int64 { get }
  var keys: [DuplicateKey] { get }
  /// Enough of the record, in a few bytes, to tell most pairs apart without looking it up.
  associatedtype Glance
  var glance: Glance { get }
  /// No pair scores more than its glances allow.
  static func most(_ one: Glance, _ other: Glance) -> Int
  static func likeness(_ one: Self, _ other: Self) -> Similarity
  /// Hands over every record in the order of ids.
  static func forEach(_ db: Database, _ body: (Self) throws -> Void) throws
  /// Looks up single records.
  static func lookUp(_ db: Database) throws -> (Int64) throws -> Self?
}

/// Finds the pairs of records that may be one.
struct DuplicateSearch<Traits: DoubleTraits> {
  /// Two records and how like they are.
  struct Pair {
    let one: Int64
    let other: Int64
    let score: Int
  }

  let db: Database
  private let atLeast: Int
  private let distinct: Set<[Int64]>
  private(set) var skipped: [DuplicateIndex.Skipped] = []

  init(_ db: Database, atLeast: Int, distinct: Set<[Int64]>) {
    self.db = db
    self.atLeast = atLeast
    self.distinct = distinct
  }

  /// Every pair in the file with the score asked for, in the order of ids.
  mutating func all() throws -> [Pair] {
    var index = DuplicateIndex()
    var glances: ContiguousArray<Traits.Glance> = []
    try Traits.forEach(db) { traits in
      index.add(traits.id, traits.keys)
      glances.append(traits.glance)
    }
    let lookUp = try Self.remembering(Traits.lookUp(db))
    var found: [Pair] = []
    try index.forEachPair { pair in
      guard Traits.most(glances[pair.first], glances[pair.second]) >= atLeast,
        let first = try lookUp(pair.one), let second = try lookUp(pair.other)
      else { return }
      if let pair = self.pair(first, second) { found.append(pair) }
    }
    skipped = index.skipped
    return Self.once(found)
  }

  /// The pairs of one record with any other.
  func of(_ id: Int64) throws -> [Pair] {
    guard let wanted = try Traits.lookUp(db)(id) else { return [] }
    let keys = Set(wanted.keys.map(\.digest))
    var found: [Pair] = []
    try Traits.forEach(db) { other in
      guard other.id != id, other.keys.contains(where: { keys.contains($0.digest) }) else { return }
      if let pair = other.id < id ? pair(other, wanted) : pair(wanted, other) {
        found.append(pair)
      }
    }
    return found
  }

  func pair(_ one: Traits, _ other: Traits) -> Pair? {
    let score = Traits.likeness(one, other).score
    guard score >= atLeast, !distinct.contains([one.id, other.id]) else { return nil }
    return Pair(one: one.id, other: other.id, score: score)
  }

  private static func once(_ pairs: [Pair]) -> [Pair] {
    let sorted = pairs.sorted { ($0.one, $0.other) < ($1.one, $1.other) }
    var unique: [Pair] = []
    for pair in sorted where unique.last?.one != pair.one || unique.last?.other != pair.other {
      unique.append(pair)
    }
    return unique
  }

  /// Keeps a few thousand records at hand, since pairs come in the order of their ids.
  private static func remembering(
    _ lookUp: @escaping (Int64) throws -> Traits?
  ) -> (Int64) throws -> Traits? {
    var kept: [Int64: Traits] = [:]
    return { id in
      if let known = kept[id] { return known }
      if kept.count >= 4096 { kept.removeAll(keepingCapacity: true) }
      let found = try lookUp(id)
      if let found { kept[id] = found }
      return found
    }
  }
}
