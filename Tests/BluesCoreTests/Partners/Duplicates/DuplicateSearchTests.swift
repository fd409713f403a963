import Testing

@testable import BluesCore

@Suite struct `Searching for duplicates` {
  @Test(arguments: Trials.seeds(20))
  func `the index finds every pair that comparing all with all finds`(seed: Int) throws {
    var random = SplitMix64(seed: seed)
    let store = try Store.blues()
    try store.importContacts(Lookalikes.list(Lookalikes.rows(&random, count: 60)))
    let (found, naive) = try store.read { db in
      var search = DuplicateSearch<ComparedContact>(
        db, atLeast: SimilarityWeights.possible, distinct: [])
      let found = try search.all()
      #expect(search.skipped == [])
      return try (found, search.naively())
    }
    #expect(!found.isEmpty)
    #expect(
      found.map { "\($0.one) \($0.other) \($0.score)" }
        == naive.map { "\($0.one) \($0.other) \($0.score)" })
  }

  @Test func `the duplicates of one contact are those of the whole list`() throws {
    var random = SplitMix64(seed: 7)
    let store = try Store.blues()
    try store.importContacts(Lookalikes.list(Lookalikes.rows(&random, count: 60)))
    let all = try store.contacts.duplicates().pairs
    for contact in try store.contacts.all() {
      let own = try store.contacts.duplicates(of: contact.code).pairs
      let expected = all.filter { [$0.one.code, $0.other.code].contains(contact.code) }
      #expect(
        Set(own.map { "\($0.one.code) \($0.other.code) \($0.likeness.score)" })
          == Set(expected.map { "\($0.one.code) \($0.other.code) \($0.likeness.score)" }))
    }
  }

  @Test func `a word that too many have is told instead of compared by`() throws {
    let store = try Store.blues()
    let rows = (0...DuplicateIndex.mostOfWeak).map {
      ["Club de letra\(String(repeating: "x", count: $0))"]
    }
    try store.importContacts(csv([["organisation"]] + rows))
    let told = try store.contacts.duplicates().notCompared
    #expect(told.map(\.sentence) == ["the word \"club\" is in 101 records"])
  }

  @Test(arguments: Trials.seeds(10))
  func `no pair scores more than its glances allow`(seed: Int) throws {
    var random = SplitMix64(seed: seed)
    let store = try Store.blues()
    try store.importContacts(Lookalikes.list(Lookalikes.rows(&random, count: 60)))
    try store.importContacts(
      csv([["organisation"], ["AB CD"], ["A BCD"], ["U PM"], ["Uno Punto Mas"], ["Aquatecnics"]]))
    var all: [ComparedContact] = []
    try store.read { db in try ComparedContact.forEach(db) { all.append($0) } }
    for (index, one) in all.enumerated() {
      for other in all[(index + 1)...] {
        let score = ComparedContact.likeness(one, other).score
        let most = ComparedContact.most(one.glance, other.glance)
        #expect(most >= score, "\(one.personText) \(one.organisationText) | \(other)")
      }
    }
  }

  @Test func `the letters a name begins with are held against whole names alone`() throws {
    var index = DuplicateIndex()
    for id: Int64 in 1...3 {
      index.add(id, [DuplicateKey(kind: .wholeName, text: "upm", isInitials: true)])
    }
    index.add(4, [DuplicateKey(kind: .wholeName, text: "upm")])
    var pairs: [[Int64]] = []
    try index.forEachPair { pairs.append([$0.one, $0.other]) }
    #expect(pairs == [[1, 4], [2, 4], [3, 4]])
    #expect(index.skipped == [])
  }

  @Test func `pairs that hang together are one group, the best group first`() throws {
    let store = try Store.blues()
    try store.importContacts(
      csv([
        ["organisation", "name", "email"], ["Aguas Norte", "A. Gil", ""],
        ["Plasma", "Ola Berg", "ola@example.org"], ["Aguas Norte SL", "Ana Gil", ""],
        ["Plasma AB", "Berg Ola", "OLA@example.org"], ["Aguas del Norte", "Ana Gil López", ""],
      ]))
    let pairs = try store.contacts.duplicates().pairs
    #expect(
      pairs.map { "\($0.group) \($0.one.code) \($0.other.code) \($0.likeness.verdict)" } == [
        "1 C2 C4 sure", "2 C1 C3 possible", "2 C1 C5 possible", "2 C3 C5 possible",
      ])
    #expect(try store.contacts.duplicates(atLeast: 95).pairs.count == 1)
    #expect(try store.contacts.duplicates(most: 1).found == 4)
  }
}

extension DuplicateSearch {
  /// Every record with every other: what the index is measured against.
  func naively() throws -> [Pair] {
    var all: [Traits] = []
    try Traits.forEach(db) { all.append($0) }
    var found: [Pair] = []
    for (index, one) in all.enumerated() {
      found += all[(index + 1)...].compactMap { pair(one, $0) }
    }
    return found
  }
}
