internal import GRDB

/// The history of a project: what was done, and taking it back.
package struct History: Sendable {
  let store: Store

  /// What an undo or redo did, in counts of rows.
  package struct Reversal: Sendable, Equatable {
    package let step: HistoryEntry
    package let reversed: Int
    package let kept: Int
    package let failed: Int
  }

  /// The steps, newest first.
  package func steps(limit: Int? = nil) throws -> [HistoryEntry] {
    try store.read { db in
      try HistoryEntry.fetchAll(
        db, sql: "\(HistoryEntry.selection) ORDER BY id DESC LIMIT ?", arguments: [limit ?? -1])
    }
  }

  /// The changes that commands below some words made of a thing and that were not undone, oldest
  /// first.
  package func changes(of thing: String, by command: String) throws -> [HistoryEntry] {
    try store.read { db in
      try HistoryEntry.fetchAll(
        db,
        sql: """
          \(HistoryEntry.selection)
          WHERE kind = 'change' AND undone_by IS NULL
            AND instr(' ' || affected || ' ', ' ' || ? || ' ') > 0
            AND substr(command, 1, length(?) + 1) = ? || ' '
          ORDER BY id
          """,
        arguments: [thing, command, command])
    }
  }

  /// Takes back one step: the last change that still stands, or the one asked for.
  package func undo(_ asked: Int64? = nil) throws -> Reversal {
    try store.write { write in
      let step = try target(write.db, asked)
      write.isReversal(.undo, of: step.id)
      write.records("undid: \(step.summary)", affecting: [step.affected])
      let outcome = try ImportUndo(
        step: step.id, sparing: rowsTouched(write.db, since: step.id), hooks: store.hooks,
        in: write.db
      ).takeBack(Changeset(of: step.id, in: write.db))
      try write.db.execute(
        sql: "UPDATE operation SET undone_by = ? WHERE id = ?",
        arguments: [write.operation, step.id])
      return Reversal(
        step: step, reversed: outcome.reversed, kept: outcome.kept, failed: outcome.failed)
    }
  }

  /// Brings back the change that was undone last, as long as nothing was changed since.
  package func redo() throws -> Reversal {
    try store.write { write in
      let db = write.db
      guard
        let undo = try Row.fetchOne(
          db,
          sql: """
            SELECT operation.undone_by AS undo, operation.id AS step
            FROM operation
            WHERE undone_by IS NOT NULL
              AND undone_by > (SELECT coalesce(max(id), 0) FROM operation
                               WHERE kind = 'change' AND undone_by IS NULL)
            ORDER BY undone_by DESC
            LIMIT 1
            """)
      else { throw HistoryProblem.nothingToRedo }
      let stepID: Int64 = try undo.value("step")
      guard let step = try fetch(db, stepID) else { throw HistoryProblem.unknown(stepID) }
      write.isReversal(.redo, of: stepID)
      write.records("redid: \(step.summary)", affecting: [step.affected])
      let outcome = try Changeset(of: undo.value("undo"), in: db).inverted().apply(to: db)
      try db.execute(
        sql: "UPDATE operation SET undone_by = NULL WHERE id = ?", arguments: [stepID])
      return Reversal(
        step: step, reversed: outcome.reversed, kept: outcome.kept, failed: outcome.failed)
    }
  }

  private func target(_ db: Database, _ asked: Int64?) throws -> HistoryEntry {
    if let asked {
      guard let step = try fetch(db, asked) else { throw HistoryProblem.unknown(asked) }
      guard step.kind == .change else { throw HistoryProblem.notAChange(asked) }
      guard !step.isStart else { throw HistoryProblem.start(asked) }
      guard !step.isUndone else { throw HistoryProblem.alreadyUndone(asked) }
      return step
    }
    let last = try Int64.fetchOne(
      db,
      sql: """
        SELECT max(id) FROM operation
        WHERE kind = 'change' AND undone_by IS NULL AND command <> 'init'
        """)
    guard let last, let step = try fetch(db, last) else { throw HistoryProblem.nothingToUndo }
    return step
  }

  private func fetch(_ db: Database, _ id: Int64) throws -> HistoryEntry? {
    try HistoryEntry.fetchOne(db, sql: "\(HistoryEntry.selection) WHERE id = ?", arguments: [id])
  }

  private func rowsTouched(_ db: Database, since id: Int64) throws -> Set<Changeset.Row> {
    let later = try Int64.fetchAll(
      db,
      sql: """
        SELECT id FROM operation
        WHERE id > ? AND kind = 'change' AND undone_by IS NULL
        ORDER BY id
        """,
      arguments: [id])
    return try later.reduce(into: []) { try $0.formUnion(Changeset(of: $1, in: db).rows()) }
  }
}

extension Store {
  package var history: History { History(store: self) }
}
