internal import GRDB

/// Pairs of which a person said that they are not the same; they are not listed as duplicates.
struct DistinctPairs {
  let table: String
  let command: String

  static let contacts = DistinctPairs(
    table: "distinct_contact", command: "blues partner contact distinct")
  static let organisations = DistinctPairs(
    table: "distinct_organisation", command: "blues partner organisation distinct")

  /// Every pair, the lower id first.
  func all(_ db: Database) throws -> Set<[Int64]> {
    let rows = try Row.fetchCursor(db, sql: "SELECT one_id, other_id FROM \(table)")
    var pairs: Set<[Int64]> = []
    while let row = try rows.next() { pairs.insert(try [row.value(0), row.value(1)]) }
    return pairs
  }

  /// Adds a pair or takes it away; the lower id comes first.
  func change(_ write: Transaction, _ pair: [Int64], _ codes: [String], forget: Bool) throws {
    guard pair.count == 2, pair[0] != pair[1] else { throw DuplicatesProblem.itself(codes[0]) }
    let names = codes.joined(separator: " and ")
    let isThere = try all(write.db).contains(pair)
    guard isThere == forget else {
      throw forget ? DuplicatesProblem.notDistinct(names) : DuplicatesProblem.alreadyDistinct(names)
    }
    if forget {
      try write.db.execute(
        sql: "DELETE FROM \(table) WHERE one_id = ? AND other_id = ?",
        arguments: [pair[0], pair[1]])
    } else {
      try insert(write, pair)
    }
    write.records(
      forget ? "no longer marked as distinct: \(names)" : "\(names) are distinct", affecting: codes)
  }

  /// Stops a merge of records that were said to be distinct.
  func refuse(_ db: Database, _ ids: [Int64], _ codes: [String]) throws {
    let known = try all(db)
    for (index, id) in ids.enumerated() {
      for later in ids.indices.dropFirst(index + 1)
      where known.contains([id, ids[later]].sorted()) {
        throw DuplicatesProblem.saidDistinct(
          "\(codes[index]) and \(codes[later])", command: command)
      }
    }
  }

  /// What was said of records that are merged holds for their survivor.
  func move(_ write: Transaction, from merged: [Int64], to survivor: Int64) throws {
    let concerned = try all(write.db).filter { !Set($0).isDisjoint(with: merged) }
    for pair in concerned.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      try write.db.execute(
        sql: "DELETE FROM \(table) WHERE one_id = ? AND other_id = ?",
        arguments: [pair[0], pair[1]])
      let moved = pair.map { merged.contains($0) ? survivor : $0 }.sorted()
      if moved[0] != moved[1], try !all(write.db).contains(moved) { try insert(write, moved) }
    }
  }

  private func insert(_ write: Transaction, _ pair: [Int64]) throws {
    try write.db.execute(
      sql: "INSERT INTO \(table) (id, one_id, other_id) VALUES (?, ?, ?)",
      arguments: [try write.nextID(table), pair[0], pair[1]])
  }
}
