package import Basics
internal import GRDB

/// One import of contacts: what its list said, and what is left of it in the project.
package struct ImportBatch: Sendable, Equatable {
  /// Its step in the history, which is also the number it goes by.
  package let step: HistoryEntry
  package let facts: ImportSummary
  /// Contacts it created that are still there.
  package let present: Int
}

/// The imports of contacts, listed and looked up.
package struct ImportBatches: Sendable {
  let store: Store

  /// The imports, newest first, undone ones too.
  package func all() throws -> [ImportBatch] {
    try store.read { try Self.fetch($0, "ORDER BY operation DESC") }
  }

  /// One import by its step.
  ///
  /// - Throws: `ImportBatchProblem.unknown` for a step that is not there or is no import.
  package func one(_ step: Int64) throws -> ImportBatch {
    try store.read { db in
      guard let batch = try Self.fetch(db, "WHERE operation = ?", [step]).first else {
        throw ImportBatchProblem.unknown(step)
      }
      return batch
    }
  }

  private static func fetch(
    _ db: Database, _ condition: String, _ arguments: StatementArguments = []
  ) throws -> [ImportBatch] {
    let present = try Row.fetchAll(
      db,
      sql: """
        SELECT batch, count(*) AS contacts FROM contact WHERE batch IS NOT NULL GROUP BY batch
        """
    ).reduce(into: [Int64: Int]()) { $0[try $1.value("batch")] = try $1.value("contacts") }
    return try Row.fetchAll(db, sql: "SELECT * FROM batch \(condition)", arguments: arguments)
      .compactMap { row in
        let id: Int64 = try row.value("operation")
        let step = try HistoryEntry.fetchOne(
          db, sql: "\(HistoryEntry.selection) WHERE id = ?", arguments: [id])
        return try step.map {
          ImportBatch(step: $0, facts: try ImportSummary(row: row), present: present[id] ?? 0)
        }
      }
  }
}

extension Store {
  package var importBatches: ImportBatches { ImportBatches(store: self) }
}

/// Why an import cannot be shown.
package enum ImportBatchProblem: Problem, Equatable {
  case unknown(Int64)

  package var message: String {
    switch self {
    case .unknown(let step): "Step \(step) is not an import of contacts."
    }
  }

  package var hint: String? { "blues partner contact batch list" }

  package var kind: ProblemKind { .notFound }
}
