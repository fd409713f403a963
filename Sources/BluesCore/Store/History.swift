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
    /// What was changed since, and is kept.
    package let later: LaterChanges
  }

  /// The steps, newest first.
  package func steps(limit: Int? = nil) throws -> [HistoryEntry] {
    try store.read { db in
      try HistoryEntry.refuseUnread(db)
      return try HistoryEntry.fetchAll(
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
  ///
  /// - Throws: `HistoryProblem.beforeErasure` for a step before an erasure, which could bring back a part
  ///   of what was erased.
  package func undo(_ asked: Int64? = nil) throws -> Reversal {
    try store.write { write in
      let step = try target(write.db, asked)
      write.isReversal(.undo, of: step.id)
      write.records("undid: \(step.summary)", affecting: [step.affected])
      let change = try Changeset(of: step.id, in: write.db)
      let later = try LaterSteps(since: step.id, in: write.db)
      let undo = try ImportUndo(
        step: step.id, sparing: later.rows, hooks: store.hooks, in: write.db)
      let outcome: Changeset.Outcome
      do {
        outcome = try undo.takeBack(change)
      } catch HistoryProblem.entangled {
        let steps = try later.dependents(of: change, in: write.db)
        // What it needs can be gone by the undo of an earlier step, which is no change.
        let undone = steps.isEmpty ? try undoneLast(write.db) : nil
        throw HistoryProblem.entangled(by: steps, undone: try undone?.value("step"))
      }
      for hook in store.hooks.afterReversal { try hook(write.db) }
      for hook in store.hooks.afterTakingBack { try hook(write, step.id) }
      var keptRows = try outcome.keptRows.union(undo.keptRows())
      if outcome.kept > 0 {
        keptRows.formUnion(try LaterSteps.withUsers(undo.leftRows(), in: write.db))
      }
      let kept = later.changes(of: keptRows)
      guard outcome.reversed > 0 else { throw HistoryProblem.nothingUndone(kept) }
      try write.db.execute(
        sql: "UPDATE operation SET undone_by = ? WHERE id = ?",
        arguments: [write.operation, step.id])
      return Reversal(
        step: step, reversed: outcome.reversed, kept: outcome.kept, failed: outcome.failed,
        later: kept)
    }
  }

  /// Brings back the change that was undone last, as long as nothing was changed since.
  package func redo() throws -> Reversal {
    try store.write { write in
      let db = write.db
      guard let undo = try undoneLast(db) else { throw HistoryProblem.nothingToRedo }
      let stepID: Int64 = try undo.value("step")
      guard let step = try fetch(db, stepID) else { throw HistoryProblem.unknown(stepID) }
      try refuseBeforeErasure(step, done: undo.value("undo"), db)
      write.isReversal(.redo, of: stepID)
      write.records("redid: \(step.summary)", affecting: [step.affected])
      let outcome = try Changeset(of: undo.value("undo"), in: db).inverted().apply(to: db)
      for hook in store.hooks.afterReversal { try hook(db) }
      try db.execute(
        sql: "UPDATE operation SET undone_by = NULL WHERE id = ?", arguments: [stepID])
      return Reversal(
        step: step, reversed: outcome.reversed, kept: outcome.kept, failed: outcome.failed,
        later: LaterChanges())
    }
  }

  /// The step that a redo brings back, and the undo that took it back.
  private func undoneLast(_ db: Database) throws -> Row? {
    try Row.fetchOne(
      db,
      sql: """
        SELECT operation.undone_by AS undo, operation.id AS step
        FROM operation
        WHERE undone_by IS NOT NULL
          AND undone_by > (SELECT coalesce(max(id), 0) FROM operation
                           WHERE kind = 'change' AND undone_by IS NULL AND is_final = 0)
        ORDER BY undone_by DESC
        LIMIT 1
        """)
  }

  private func target(_ db: Database, _ asked: Int64?) throws -> HistoryEntry {
    if let asked {
      guard let step = try fetch(db, asked) else { throw HistoryProblem.unknown(asked) }
      guard step.kind == .change else { throw HistoryProblem.notAChange(asked) }
      guard !step.isStart else { throw HistoryProblem.start(asked) }
      guard !step.isFinal else {
        throw step.isOfSharing ? HistoryProblem.shared(asked) : try Self.refusal(ofFinal: asked, db)
      }
      guard !step.isUndone else { throw HistoryProblem.alreadyUndone(asked) }
      try refuseBeforeErasure(step, done: asked, db)
      return step
    }
    let last = try Int64.fetchOne(
      db,
      sql: """
        SELECT max(id) FROM operation
        WHERE kind = 'change' AND undone_by IS NULL AND is_final = 0 AND command <> 'init'
        """)
    guard let last, let step = try fetch(db, last) else { throw HistoryProblem.nothingToUndo }
    try refuseBeforeErasure(step, done: last, db)
    return step
  }

  /// Refuses to reverse what was done before the last erasure: the rows and steps of that time are
  /// rewritten.
  private func refuseBeforeErasure(_ step: HistoryEntry, done: Int64, _ db: Database) throws {
    let erasure = try Int64.fetchOne(db, sql: "SELECT \(HistoryEntry.lastErasure)") ?? 0
    if done < erasure { throw HistoryProblem.beforeErasure(step.id, by: erasure) }
  }

  private static func refusal(ofFinal step: Int64, _ db: Database) throws -> HistoryProblem {
    let disclosure = try Disclosure.fetchOne(
      db, sql: "SELECT * FROM disclosure WHERE id = ?", arguments: [step])
    return disclosure == nil ? .final(step) : .givenOut(step)
  }

  private func fetch(_ db: Database, _ id: Int64) throws -> HistoryEntry? {
    try HistoryEntry.fetchOne(db, sql: "\(HistoryEntry.selection) WHERE id = ?", arguments: [id])
  }
}

extension Store {
  package var history: History { History(store: self) }
}
