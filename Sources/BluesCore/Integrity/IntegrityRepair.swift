internal import GRDB

/// Rebuilds what can be made from the rows alone, so that nothing can be lost.
package struct IntegrityRepair: Sendable {
  let store: Store

  /// Builds missing indexes, all others and the index of the search anew; tells which were missing.
  ///
  /// The history says nothing of it, because no row changes.
  package func run() throws -> [String] {
    try store.translating {
      var names: [String] = []
      try store.queue.inTransaction(.immediate) { db in
        let missing = try Layout.missingIndexes(db).filter { !$0.sql.isEmpty }
        for index in missing { try db.execute(sql: index.sql) }
        try db.execute(sql: "REINDEX")
        try SearchIndex.fillAnew(db)
        names = missing.map(\.name)
        return store.invocation.isRehearsal ? .rollback : .commit
      }
      return names
    }
  }
}

extension Store {
  package var repair: IntegrityRepair { IntegrityRepair(store: self) }
}
