internal import GRDB

extension Contacts {
  /// Pairs of contacts that may be one: of all contacts, or of one with any other.
  ///
  /// At most so many pairs are told in full.
  package func duplicates(
    atLeast: Int = SimilarityWeights.possible, of text: String? = nil, most: Int = 1000
  ) throws -> Duplicates<Contact> {
    try store.read { db in
      var search = try DuplicateSearch<ComparedContact>(
        db, atLeast: atLeast, distinct: DistinctPairs.contacts.all(db))
      let pairs = try text.map { try search.of(Self.fetch($0, db).id.value) } ?? search.all()
      return try search.told(pairs, most: most) { try Self.fetch($0, db) }
    }
  }

  /// Remembers that two contacts are not the same, or forgets it again.
  package func distinct(_ one: String, _ other: String, forget: Bool = false) throws -> [Contact] {
    try store.write { write in
      let pair = try [Self.fetch(one, write.db), Self.fetch(other, write.db)]
        .sorted { $0.id.value < $1.id.value }
      let codes = pair.map(\.code)
      try DistinctPairs.contacts.change(write, pair.map(\.id.value), codes, forget: forget)
      return pair
    }
  }
}
