internal import GRDB

/// The numbers that rows were given, so that none is given twice: what people saw as `C65` or
/// `EX-003` stays the name of that one, also when it is undone, removed or merged.
struct GivenNumbers {
  /// A column of a table that is numbered on and on.
  private struct Counter: Hashable {
    let table: String
    let column: String

    var name: String { column == "id" ? table : "\(table).\(column)" }
  }

  private let ids: ClosedRange<Int64>
  /// Those that this copy of a project gives to records such as costs.
  private let numbers: ClosedRange<Int64>
  /// The counters that were asked for, each with the last number that was given before this change.
  private var asked: [Counter: Int64] = [:]

  init(file: Int64, in db: Database) throws {
    ids = FileIdentity.ids(of: file)
    numbers = try CopyIdentity.numbers(db)
  }

  /// The number after the last one that was given.
  mutating func next(_ table: String, _ column: String = "id", in db: Database) throws -> Int64 {
    let counter = Counter(table: table, column: column)
    let range = column == "id" ? ids : numbers
    let floor = column == "id" ? ids.lowerBound + numbers.lowerBound : numbers.lowerBound
    let given = try asked[counter] ?? given(counter, db) ?? floor
    asked[counter] = given
    let last = max(floor, given, try present(counter, db) ?? floor)
    guard last < range.upperBound else {
      // No project has so many: what says so is not of ours.
      throw UnreadValue(table: "last_id", column: "last")
    }
    return last + 1
  }

  /// Remembers the numbers that were taken, of those asked for and of those that people named.
  func save(changed: Set<Changeset.Row>, in db: Database) throws {
    let named = try Self.counters(of: Set(changed.map(\.table)), db)
    for counter in named.union(asked.keys).sorted(by: { $0.name < $1.name }) {
      try db.execute(
        sql: """
          INSERT INTO last_id (name, last) SELECT :name, :last WHERE :last IS NOT NULL
          ON CONFLICT (name) DO UPDATE SET last = max(last, excluded.last)
          """, arguments: ["name": counter.name, "last": try present(counter, db)])
    }
  }

  /// The counters of some tables from which numbers were asked at some time.
  private static func counters(of tables: Set<String>, _ db: Database) throws -> Set<Counter> {
    guard !tables.isEmpty else { return [] }
    let counters = try Row.fetchAll(db, sql: "SELECT name FROM last_id").compactMap {
      row -> Counter? in
      let name: String = try row.value("name")
      let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
      // A damaged file may have any name there, which is made no part of a question.
      guard let table = parts.first, tables.contains(table),
        let column = try parts.count == 1
          ? "id" : db.columns(in: table).first(where: { $0.name == parts[1] })?.name
      else { return nil }
      return Counter(table: table, column: column)
    }
    return Set(counters)
  }

  private func given(_ counter: Counter, _ db: Database) throws -> Int64? {
    try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT last FROM last_id WHERE name = ?"),
      arguments: [counter.name])
  }

  private func present(_ counter: Counter, _ db: Database) throws -> Int64? {
    guard counter.column == "id" else {
      return try Int64.fetchOne(
        db,
        sql: """
          SELECT max(\(counter.column)) FROM \(counter.table) WHERE \(counter.column) BETWEEN ? AND ?
          """, arguments: [numbers.lowerBound, numbers.upperBound])
    }
    return try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT max(id) FROM \(counter.table) WHERE id BETWEEN ? AND ?"),
      arguments: [ids.lowerBound, ids.upperBound])
  }
}
