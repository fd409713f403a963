internal import Foundation
internal import GRDB

extension Store {
  /// The project as it was known at the end of a day: a copy in memory, wound back step by step.
  package func asKnown(on day: Day) throws -> Store {
    var then = act
    then.today = day
    let copy = Store(queue: try copyInMemory().queue, path: path, act: then)
    try copy.translating {
      try copy.queue.inTransaction(.immediate) { db in
        let later = try Row.fetchAll(
          db,
          sql: """
            SELECT id, changeset FROM operation
            WHERE substr(at, 1, 10) > ?
            ORDER BY id DESC
            """,
          arguments: [day])
        for step in later {
          let id: Int64 = step["id"]
          _ = try Changeset(step["changeset"] ?? Data()).inverted().apply(to: db)
          _ = try Batch.remove(id, sparing: [], in: db)
          try db.execute(
            sql: "UPDATE operation SET undone_by = NULL WHERE undone_by = ?", arguments: [id])
          try db.execute(sql: "DELETE FROM operation WHERE id = ?", arguments: [id])
        }
        return .commit
      }
    }
    return copy
  }
}
