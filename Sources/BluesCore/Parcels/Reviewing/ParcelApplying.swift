internal import Basics
internal import GRDB

extension ParcelReviews {
  /// What applying a parcel did.
  package struct Applied: Sendable {
    package let sender: String
    package let sequence: Int
    /// What it is: a parcel, or a workbook.
    package let noun: String
    package let added: Int
    package let changed: Int
    package let deleted: Int
    /// Conflicts that are not decided, which wait.
    package let conflicts: Int
    package let refused: Int
    package let parked: Int
    /// Rows that could not be applied, and why.
    package let waiting: [(what: String, why: String)]
    /// Contacts whose persons were erased there.
    package let erased: [String]

    /// Whether something is left to decide.
    package var isWhole: Bool { conflicts == 0 && waiting.isEmpty }

    /// What of the parcel was not applied, in words; nil where all was.
    var remainder: String? {
      let parts = [
        (refused, "refused"), (parked, "parked"), (conflicts, "in conflict"),
        (waiting.count, "not applied"),
      ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
      return parts.isEmpty ? nil : "Partly: \(parts.joined(separator: ", "))."
    }
  }

  /// Applies what was reviewed as one step, which one undo takes back.
  ///
  /// A row that was refused, or that waits for a decision, hinders no other, unless that one refers to
  /// it.
  package func apply(from partner: String? = nil) throws -> Applied {
    try store.write { write in
      let parcel = try WaitingParcel(from: partner, store, write.db)
      let words = try parcel.words(write.db)
      let held = try parcel.held(write.db)
      let wanted = parcel.comparison.changes.filter {
        [.new, .changed, .deleted, .taken].contains(parcel.standing($0))
      }
      write.comesInAParcel()
      var rows = RowApplication(wanted, held: held)
      try rows.run(write.db)
      let header = parcel.entry.header
      func standing(_ standing: ReviewedRow.Standing) -> Int {
        parcel.comparison.changes.count { parcel.standing($0) == standing }
      }
      let applied = Applied(
        sender: header.sender, sequence: header.sequence, noun: header.noun,
        added: rows.applied.count { $0.ours == nil },
        changed: rows.applied.count { $0.ours != nil && $0.theirs != nil },
        deleted: rows.applied.count { $0.theirs == nil }, conflicts: standing(.conflict),
        refused: standing(.refused), parked: standing(.parked),
        waiting: rows.hindered.map { (words.code($0.change.table, $0.change.id), $0.why) },
        erased: rows.applied.filter { $0.note != nil && $0.theirs == nil }.map {
          words.code($0.table, $0.id)
        })
      try ParcelLog.setApplied(
        applied.isWhole ? .applied : .partly, of: parcel.entry.id,
        remainder: parcel.entry.remark(applied.remainder), write.db)
      for change in rows.applied where parcel.decided[change.row] != nil {
        try DecidedRow.forget(change, of: header.sender, write.db)
      }
      // What is left of earlier parcels is in this one, as it is now.
      for entry in try ParcelLog.received(from: header.sender, form: header.form, write.db)
      where entry.id < parcel.entry.id && [.waiting, .partly].contains(entry.state) {
        try ParcelLog.setState(.superseded, of: entry.id, write.db)
      }
      if applied.isWhole {
        try header.isWorkbook
          ? ParcelLog.pruneWorkbooks(header.sender, write.db)
          : ParcelLog.prune(header.sender, write.db)
      }
      let things = rows.applied.prefix(200).map { words.code($0.table, $0.id) }
        .filter { !$0.contains(" ") }
      write.records(
        "applied \(header.noun) \(header.sequence) of \(header.sender): "
          + "\(counted(rows.applied.count, "row"))", affecting: things)
      return applied
    }
  }
}

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

  /// Changes come parents before children; rows that are held are not to be changed, and say why.
  init(_ changes: [RowChange], held: [Changeset.Row: String] = [:]) {
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
        left = try Self.apply(wanted, db)
        if left.isEmpty { left = try Self.unfounded(wanted, db) }
        return left.isEmpty ? .commit : .rollback
      }
      guard !left.isEmpty else { break }
      hindered += wanted.compactMap { change in
        left[change.row].map { Hindered(change: change, why: $0) }
      }
      let rest = wanted.filter { left[$0.row] == nil }
      guard rest.count < wanted.count else {
        throw StoreProblem.failed(detail: "rows of the parcel do not fit the project")
      }
      self.wanted = rest
    }
    applied = wanted
  }

  /// Removes children first, then changes and adds parents first; answers what the tables refuse.
  private static func apply(
    _ changes: [RowChange], _ db: Database
  ) throws -> [Changeset.Row: String] {
    var left: [Changeset.Row: String] = [:]
    let ordered =
      changes.reversed().filter { $0.theirs == nil }
      + changes.filter { $0.theirs != nil && $0.ours != nil }
      + changes.filter { $0.theirs != nil && $0.ours == nil }
    for change in ordered {
      do {
        try apply(change, db)
      } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
        left[change.row] =
          error.extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE
          ? "its number or name belongs to another row here" : "it does not fit the table here"
      }
    }
    return left
  }

  private static func apply(_ change: RowChange, _ db: Database) throws {
    guard let values = change.theirs else {
      return try db.execute(
        sql: "DELETE FROM \(change.table) WHERE id = ?", arguments: [change.id])
    }
    if change.ours == nil {
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
  private static func unfounded(
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
      if chosen.contains(own) {
        left[own] = "it refers to \(RowWords.noun(parent)) that is not here"
      } else {
        let used = try referred(by: own, through: row.value(3), db)
        for change in changes where change.table == parent && change.id == used {
          left[change.row] = "it is in use here, by \(RowWords.noun(table)) \(RowID(id).running)"
        }
      }
    }
    return left
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
