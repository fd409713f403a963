internal import Basics
internal import GRDB

/// Undoes the whole history in a copy, step by step to the first entry, as `--at` does it.
struct HistoryReplay {
  let store: Store

  func faults() throws -> [IntegrityFault] {
    let copy = try store.translating { try store.copyInMemory() }
    return try copy.translating {
      var faults: [IntegrityFault] = []
      try copy.queue.inTransaction(.immediate) { db in
        faults += try search(db)
        faults += try replay(copy, db)
        return .rollback
      }
      return faults
    }
  }

  private func search(_ db: Database) throws -> [IntegrityFault] {
    do {
      try db.execute(
        sql: "INSERT INTO contact_search (contact_search) VALUES ('integrity-check')")
      return []
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
      return [
        IntegrityCheck.fault(
          .search, "the search of contacts", "its index is damaged", IntegrityCheck.repair)
      ]
    }
  }

  private func replay(_ copy: Store, _ db: Database) throws -> [IntegrityFault] {
    var faults: [IntegrityFault] = []
    let steps = try Row.fetchAll(
      db,
      sql: """
        SELECT id, kind, target, batch_rows > 0 AS loaded FROM operation
        WHERE id > (SELECT min(id) FROM operation) ORDER BY id DESC
        """)
    for step in steps {
      let id: Int64 = try step.value("id")
      do {
        let outcome = try db.locating {
          let change = try Changeset(of: id, in: db)
          let undo = try ImportUndo(step: id, sparing: [], hooks: copy.hooks, in: db)
          let outcome = try undo.takeBack(change)
          try copy.forget(step, db)
          return outcome
        }
        // Of an import some rows stay on purpose, such as organisations that are named elsewhere.
        let isLoaded: Bool = try step.value("loaded")
        let count = outcome.failed + (isLoaded ? 0 : outcome.kept)
        guard count > 0 else { continue }
        faults.append(
          fault(id, "\(counted(count, "row")) \(agreeing(count, "is", "are")) not as the step left")
        )
      } catch let problem as any Problem {
        // What came before cannot be known any longer.
        return faults + [fault(id, problem.message)]
      } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
        return faults + [fault(id, "what it changed does not fit the tables")]
      }
    }
    return faults
  }

  private func fault(_ step: Int64, _ text: String) -> IntegrityFault {
    IntegrityCheck.fault(.history, "step \(step)", text)
  }
}
