package import Basics
internal import Foundation
internal import GRDB

extension Store {
  /// The project as it was known at the end of a day of the user: a copy in memory, wound back
  /// step by step.
  ///
  /// - Throws: `HistoryProblem.beforeStart` where nothing was known yet.
  package func asKnown(on day: Day) throws -> Store {
    try copied(on: day) { copy, db in
      let end = copy.invocation.days.end(day)
      try HistoryEntry.refuseUnread(db)
      if let first = try String.fetchOne(db, sql: "SELECT min(at) FROM operation"), first > end {
        guard let start = copy.invocation.days.day(first) else {
          throw UnreadValue(table: "operation", column: "at")
        }
        throw HistoryProblem.beforeStart(day, first: start)
      }
      let last = try Int64.fetchOne(
        db, sql: "SELECT max(id) FROM operation WHERE at <= ?", arguments: [end])
      try copy.windBack(to: last ?? 0, db)
    }
  }

  /// The project as it was when a step of its history was done: a copy in memory.
  func asKnown(afterStep step: Int64) throws -> Store {
    try copied(on: invocation.today) { copy, db in
      try HistoryEntry.refuseUnread(db)
      try copy.windBack(to: step, db)
    }
  }

  /// A copy in memory, of some day, that is wound back.
  private func copied(
    on day: Day, _ body: (Store, Database) throws -> Void
  ) throws -> Store {
    var copy = try translating { try copyInMemory() }
    copy.invocation.today = day
    let store = copy
    try store.translating {
      try store.queue.inTransaction(.immediate) { db in
        do {
          try db.locating { try body(store, db) }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
          throw StoreProblem.damaged(path: path, detail: "its history does not fit its tables")
        }
        return .commit
      }
    }
    return store
  }

  private func windBack(to last: Int64, _ db: Database) throws {
    let later = try Row.fetchAll(
      db, sql: "SELECT id, at, kind, target FROM operation WHERE id > ? ORDER BY id DESC",
      arguments: [last])
    var changed: Set<Changeset.Row> = []
    for step in later {
      let id: Int64 = try step.value("id")
      guard try invocation.days.day(step.value("at")) != nil else {
        throw UnreadValue(table: "operation", column: "at", row: id)
      }
      let change = try Changeset(of: id, in: db)
      try changed.formUnion(change.rows())
      _ = try ImportUndo(step: id, sparing: [], hooks: hooks, in: db).takeBack(change)
      try forget(step, db)
    }
    for hook in hooks.afterChange { try hook(db, changed) }
  }

  /// Takes a step out of the history; what it undid stands again, what it redid does not.
  func forget(_ step: Row, _ db: Database) throws {
    let id: Int64 = try step.value("id")
    try db.execute(
      sql: "UPDATE operation SET undone_by = NULL WHERE undone_by = ?", arguments: [id])
    if try step.value("kind", as: HistoryEntry.Kind.self) == .redo {
      try db.execute(
        sql: """
          UPDATE operation
          SET undone_by = (SELECT max(id) FROM operation AS undo
                           WHERE undo.kind = 'undo' AND undo.target = :target AND undo.id < :id)
          WHERE id = :target
          """,
        arguments: ["target": step.value("target", as: Int64?.self), "id": id])
    }
    try db.execute(sql: "DELETE FROM operation WHERE id = ?", arguments: [id])
  }
}
