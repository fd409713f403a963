internal import GRDB
package import Tabular

/// Brings a list of records in: one transaction, one step of the history.
package struct RecordImport: Sendable {
  let store: Store

  package func run(
    _ list: RecordList, _ reader: RowReader, _ request: ImportRequest, rejects: any RejectionSink
  ) throws -> ImportOutcome {
    var rows = try ListReader(reader, list.fields, request)
    let header = rows.header
    return try store.write { write in
      var outcome = ImportOutcome(mapping: rows.mapping, reading: [])
      let store = try list.begin(write)
      try rows.forEach { row in
        switch try store(row) {
        case .created: outcome.created += 1
        case .updated: outcome.updated += 1
        case .unchanged: outcome.unchanged += 1
        }
      } rejecting: { rejected in
        outcome.count(rejected.rejection)
        try rejects.take(rejected.rejection, header: header)
        if let most = request.mostRejected, outcome.rejected > most {
          throw ImportProblem.tooManyRejected(most)
        }
      }
      try rejects.finish()
      outcome.blankRows = rows.blankRows
      for line in rows.totals { outcome.countTotals(line: line) }
      outcome.reading = rows.words
      outcome.take(rows.blanks)
      write.remembers(request.memory)
      write.records(
        "imported \(list.noun) from \(request.fileName): \(outcome.created) created, "
          + "\(outcome.updated) updated")
      return outcome
    }
  }
}

extension Store {
  package var recordImport: RecordImport { RecordImport(store: self) }
}
