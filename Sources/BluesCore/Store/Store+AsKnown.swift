package import Basics
internal import Foundation
internal import GRDB

extension Store {
  /// The project as it was known at the end of a day: a copy in memory, wound back step by step.
  package func asKnown(on day: Day) throws -> Store {
    var then = invocation
    then.today = day
    let copy = Store(queue: try copyInMemory().queue, path: path, invocation: then)
    try copy.translating {
      try copy.queue.inTransaction(.immediate) { db in
        let later = try Row.fetchAll(
          db,
          sql: """
            SELECT id, kind, target, changeset FROM operation
            WHERE substr(at, 1, 10) > ?
            ORDER BY id DESC
            """,
          arguments: [day])
        var changed: Set<Changeset.Row> = []
        for step in later {
          let id: Int64 = step["id"]
          let change = Changeset(step["changeset"] ?? Data())
          try changed.formUnion(change.rows())
          _ = try ImportUndo.takeBack(id, change, sparing: [], in: db)
          try forget(step, db)
        }
        try SearchIndex.refresh(db, changed: changed)
        return .commit
      }
    }
    return copy
  }

  /// Takes a step out of the history; what it undid stands again, what it redid does not.
  private func forget(_ step: Row, _ db: Database) throws {
    let id: Int64 = step["id"]
    try db.execute(
      sql: "UPDATE operation SET undone_by = NULL WHERE undone_by = ?", arguments: [id])
    if step["kind"] == HistoryEntry.Kind.redo.rawValue {
      try db.execute(
        sql: """
          UPDATE operation
          SET undone_by = (SELECT max(id) FROM operation AS undo
                           WHERE undo.kind = 'undo' AND undo.target = :target AND undo.id < :id)
          WHERE id = :target
          """,
        arguments: ["target": step["target"] as Int64?, "id": id])
    }
    try db.execute(sql: "DELETE FROM operation WHERE id = ?", arguments: [id])
  }
}
