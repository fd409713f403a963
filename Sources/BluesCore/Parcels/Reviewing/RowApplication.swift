internal import Basics
internal import GRDB

/// Rows of a parcel on their way into the project.
struct RowApplication {
  /// A row that could not be applied.
  struct Hindered {
    let change: RowChange
    let why: String
  }

  private var wanted: [RowChange]
  private(set) var applied: [RowChange] = []
  private(set) var hindered: [Hindered]
  private let words: RowWords
  /// What becomes of the rows of the parcel that are not wanted.
  private var others: [Changeset.Row: String] = [:]

  /// Changes come parents before children; rows that are held are not to be changed, and say why.
  init(
    _ changes: [RowChange], held: [Changeset.Row: String], among parcel: WaitingParcel,
    _ words: RowWords
  ) {
    self.words = words
    for change in parcel.comparison.changes where change.theirs != nil {
      switch parcel.standing(change) {
      case .refused: others[change.row] = "was refused"
      case .parked: others[change.row] = "is parked"
      case .conflict: others[change.row] = "is in conflict"
      case .new, .changed, .deleted, .taken: break
      }
    }
    for row in held.keys where others[row] == nil { others[row] = "waits" }
    wanted = changes.filter { held[$0.row] == nil }
    hindered = changes.compactMap { change in
      held[change.row].map { Hindered(change: change, why: $0) }
    }
  }

  /// Applies as many as fit together: a row that another one hinders is left out, and the rest is tried
  /// again.
  mutating func run(_ db: Database) throws {
    try db.execute(sql: "PRAGMA defer_foreign_keys = ON")
    while true {
      var left: [Changeset.Row: String] = [:]
      let wanted = wanted
      try db.inSavepoint {
        left = try apply(wanted, db)
        if left.isEmpty { left = try unfounded(wanted, db) }
        return left.isEmpty ? .commit : .rollback
      }
      guard !left.isEmpty else { break }
      hindered += wanted.compactMap { change in
        left[change.row].map { Hindered(change: change, why: $0) }
      }
      for row in left.keys { others[row] = "is not applied" }
      let rest = wanted.filter { left[$0.row] == nil }
      guard rest.count < wanted.count else {
        throw StoreProblem.failed(detail: "rows of the parcel do not fit the project")
      }
      self.wanted = rest
    }
    applied = wanted
  }

  /// Removes children first, then changes and adds parents first; answers what the tables refuse.
  private func apply(
    _ changes: [RowChange], _ db: Database
  ) throws -> [Changeset.Row: String] {
    var left: [Changeset.Row: String] = [:]
    let ordered =
      changes.reversed().filter { $0.theirs == nil }
      + changes.filter { $0.theirs != nil && $0.here != nil }
      + changes.filter { $0.theirs != nil && $0.here == nil }
    for change in ordered {
      do {
        try Self.apply(change, db)
      } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
        left[change.row] =
          error.extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE
          ? try taken(change, db) : "it does not fit the table here"
      }
    }
    return left
  }

  /// Which row here has the number or name of one that comes, and whose it is.
  private func taken(_ change: RowChange, _ db: Database) throws -> String {
    let plain = "its number or name belongs to another row here"
    guard let theirs = change.theirs,
      let other = try UniqueKeys(change.table, db).twin(
        of: theirs, change.columns, id: change.id, where: "1", me: 0, isSame: false, in: db)
    else { return plain }
    let place = change.columns.firstIndex { $0 == "partner_id" || $0 == "managing_partner_id" }
    let owner = place.map { words.value(other.values[$0], of: change.table, "partner_id") } ?? ""
    let name = words.code(change.table, other.id)
    return owner.isEmpty ? "\(plain), \(name)" : "\(plain), \(name) of \(owner)"
  }

  private static func apply(_ change: RowChange, _ db: Database) throws {
    guard let values = change.theirs else {
      return try db.execute(
        sql: "DELETE FROM \(change.table) WHERE id = ?", arguments: [change.id])
    }
    if change.here == nil {
      if let twin = change.twin {
        try db.execute(sql: "DELETE FROM \(change.table) WHERE id = ?", arguments: [twin])
      }
      let marks = change.columns.map { _ in "?" }.joined(separator: ", ")
      try db.cachedStatement(
        sql: """
          INSERT INTO \(change.table) (\(change.columns.joined(separator: ", "))) VALUES (\(marks))
          """
      ).execute(arguments: StatementArguments(values))
    } else {
      let pairs = change.columns.map { "\($0) = ?" }.joined(separator: ", ")
      try db.cachedStatement(sql: "UPDATE \(change.table) SET \(pairs) WHERE id = ?")
        .execute(arguments: StatementArguments(values + [change.id.databaseValue]))
    }
  }

  /// The rows whose references lead nowhere: those that refer to one that did not come, and removals
  /// of what is still in use here.
  private func unfounded(
    _ changes: [RowChange], _ db: Database
  ) throws -> [Changeset.Row: String] {
    let broken = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check")
    guard !broken.isEmpty else { return [:] }
    let chosen = Set(changes.map(\.row))
    var left: [Changeset.Row: String] = [:]
    for row in broken {
      let table: String = try row.value(0)
      let id: Int64 = try row.value(1)
      let parent: String = try row.value(2)
      let own = Changeset.Row(table: table, id: id)
      let used = try Self.referred(by: own, through: row.value(3), db)
      if chosen.contains(own) {
        left[own] =
          used.map { missing(Changeset.Row(table: parent, id: $0)) }
          ?? "it refers to \(RowWords.noun(parent)) that is not here"
      } else {
        var words = words
        words.name(own, in: db)
        for change in changes
        where change.table == parent && (change.id == used || change.twin == used) {
          left[change.row] = "it is in use here, by \(words.code(table, id))"
        }
      }
    }
    return left
  }

  /// That a row which another one refers to is not here, and what became of it.
  private func missing(_ row: Changeset.Row) -> String {
    let name = words.code(row.table, row.id)
    return others[row].map { "it refers to \(name), which \($0)" }
      ?? "it refers to \(name), which is not here"
  }

  /// The row that another one refers to by one of its foreign keys.
  private static func referred(
    by row: Changeset.Row, through key: Int64, _ db: Database
  ) throws -> Int64? {
    let column = try String.fetchOne(
      db,
      sql: """
        SELECT "from" FROM pragma_foreign_key_list(?) WHERE id = ? AND coalesce("to", 'id') = 'id'
        """, arguments: [row.table, key])
    return try column.flatMap {
      try Int64.fetchOne(
        db, sql: "SELECT \($0) FROM \(row.table) WHERE id = ?", arguments: [row.id])
    }
  }
}
