internal import Basics
internal import GRDB

/// A value in the file that is not what its column is for; which one it is is nobody's business.
struct UnreadValue: Problem {
  let table: String?
  let column: String
  let row: Int64?
  /// Kept to find its place, and never told.
  private let stored: DatabaseValue?

  init(
    table: String? = nil, column: String, row: Int64? = nil, _ stored: DatabaseValue? = nil
  ) {
    self.table = table
    self.column = column
    self.row = row
    self.stored = stored
  }

  /// Whether there is no value, where one has to be.
  var isOfNothing: Bool { stored?.isNull ?? false }

  var message: String {
    let place = [table.map { "table \($0)" }, row.map { "row \($0)" }, "column \(column)"]
    return "The project file holds a value that blues cannot read: "
      + "\(place.compactMap(\.self).joined(separator: ", "))."
  }

  var hint: String? { StoreProblem.damageHint }

  var kind: ProblemKind { .badData }

  /// The same with the table and the row, as far as the file tells.
  ///
  /// What is read is often a column of several tables at once, under another name; so the value is
  /// looked for, first where the column has the same name.
  func located(in db: Database) -> UnreadValue {
    guard table == nil, let stored else { return self }
    let places = (try? Self.columns(db)) ?? []
    guard !stored.isNull else { return missing(in: places, db) }
    for place in places.filter({ $0.column == column }) + places.filter({ $0.column != column }) {
      let found = try? Int64.fetchOne(
        db,
        sql: """
          SELECT id FROM \(place.table)
          WHERE \(place.column) IS ? AND typeof(\(place.column)) = typeof(?)
          ORDER BY id IS ? DESC LIMIT 1
          """, arguments: [stored, stored, row])
      if let found { return UnreadValue(table: place.table, column: place.column, row: found) }
    }
    return Self.tooLarge(in: db) ?? self
  }

  /// The first number that is larger than what is added up can be; nil where there is none.
  static func tooLarge(in db: Database) -> UnreadValue? {
    for place in (try? numbers(db)) ?? [] {
      let row = try? Int64.fetchOne(
        db,
        sql: """
          SELECT id FROM \(place.table)
          WHERE typeof(\(place.column)) = 'integer'
            AND \(place.column) NOT BETWEEN -9007199254740992 AND 9007199254740991
          ORDER BY id LIMIT 1
          """)
      if let row { return UnreadValue(table: place.table, column: place.column, row: row) }
    }
    return nil
  }

  /// The columns of numbers that are no ids, which can be as large as any.
  private static func numbers(_ db: Database) throws -> [(table: String, column: String)] {
    try ChangeRecorder.tables(db).sorted().flatMap { table in
      try db.columns(in: table)
        .filter { column in
          column.type == "INTEGER" && column.name != "id" && column.name != "batch"
            && !column.name.hasSuffix("_id")
            && !["match_key", "fingerprint", "digest"].contains(column.name)
        }.map { (table, $0.name) }
    }
  }

  /// The same with the table where the row has no value in a column of the name.
  private func missing(in places: [(table: String, column: String)], _ db: Database) -> UnreadValue
  {
    guard let row else { return self }
    let place = places.first { place in
      place.column == column
        && (try? Bool.fetchOne(
          db,
          sql: "SELECT EXISTS (SELECT 1 FROM \(place.table) WHERE id = ? AND \(column) IS NULL)",
          arguments: [row])) == true
    }
    return place.map { UnreadValue(table: $0.table, column: column, row: row) } ?? self
  }

  private static func columns(_ db: Database) throws -> [(table: String, column: String)] {
    try ChangeRecorder.tables(db).sorted().flatMap { table in
      try db.columns(in: table).map { (table, $0.name) }
    } + [("operation", "kind"), ("operation", "at"), ("operation", "changeset")]
  }
}

extension Database {
  /// Runs a question and gives its problem with a stored value a place.
  func locating<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let problem as UnreadValue {
      throw problem.located(in: self)
    } catch let error as DatabaseError where error.message?.contains("integer overflow") == true {
      // A sum of SQLite's.
      throw UnreadValue.tooLarge(in: self) ?? error
    }
  }
}
