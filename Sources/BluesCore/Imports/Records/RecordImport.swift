internal import GRDB
package import Tabular

/// Brings a list of records in: one transaction, one step of the history.
package struct RecordImport: Sendable {
  let store: Store

  /// Records that the list no longer has are taken away, where the request says so, after a question
  /// that throws to leave everything as it was.
  package func run(
    _ list: RecordList, _ reader: RowReader, _ request: ImportRequest, rejects: any RejectionSink,
    beforeRemoving asking: ([String]) throws -> Void = { _ in }
  ) throws -> ImportOutcome {
    var rows = try ListReader(reader, list.fields, request, own: list.own)
    let header = rows.header
    return try store.write { write in
      var outcome = ImportOutcome(mapping: rows.mapping, reading: [])
      var request = request
      request.mended = try list.kind.flatMap {
        try MendedRows(of: request.fileName, header, kind: $0, write.db)
      }
      let filling = try list.begin(write, request)
      if list.tellsChanges { outcome.changes = [] }
      let own = try OwnRows(write.db)
      let codes = try NewPersonCodes(list, write.db)
      // Of a partner's copy each row is looked at.
      let plain = own == nil && codes == nil ? filling.plain(rows) : nil
      try rows.forEach(
        quick: { row in
          guard let verdict = try plain?(row) else { return false }
          outcome.count(verdict)
          outcome.count(verdict.doubts, line: row.line)
          return true
        }
      ) { row in
        try own?.check(row)
        try codes?.check(row)
        let taken = try filling.put(row)
        outcome.count(taken.verdict)
        outcome.count(taken.verdict.doubts, line: row.line)
        if let repetition = taken.repetition { outcome.count(repetition, of: taken, row) }
      } rejecting: { rejected in
        outcome.count(rejected.rejection)
        try rejects.take(rejected.rejection, header: header)
        if let most = request.mostRejected, outcome.rejected > most {
          throw ImportProblem.tooManyRejected(most)
        }
      }
      for settled in try filling.settle() { outcome.count(settled) }
      try rejects.finish()
      if let absent = filling.absent, request.mostRows == nil {
        outcome.absent = try AbsentRecords(
          absent, request.absent, rows: outcome.read, rejected: outcome.rejected, asking: asking)
      }
      outcome.blankRows = rows.blankRows
      for line in rows.totals { outcome.countTotals(line: line) }
      outcome.reading = rows.words
      outcome.take(rows.blanks)
      write.remembers(request.memory)
      if let kind = list.kind {
        let isAsked = outcome.rejected > 0 || request.mended != nil
        write.isImport(
          .init(
            kind: kind, fileName: request.fileName, given: isAsked ? filling.given() : nil))
      }
      write.records(
        "imported \(list.noun) from \(request.fileName): \(outcome.created) created, "
          + "\(outcome.updated) updated"
          + (outcome.absent.map { $0.removed.isEmpty ? "" : ", \($0.removed.count) removed" } ?? "")
      )
      return outcome
    }
  }
}

extension Store {
  package var recordImport: RecordImport { RecordImport(store: self) }
}

extension ImportOutcome {
  fileprivate mutating func count(_ verdict: RecordList.Verdict) {
    keptEdits += verdict.kept
    changes?.append(contentsOf: verdict.changes)
    switch verdict.kind {
    case .created: created += 1
    case .updated: updated += 1
    case .unchanged: unchanged += 1
    }
  }

  /// Counts what a row said of other records of its list.
  fileprivate mutating func count(_ settled: RecordList.Settled) {
    let verdict = settled.verdict
    keptEdits += verdict.kept
    count(verdict.doubts, line: settled.line)
    guard verdict.kind == .updated, settled.first != .created else { return }
    changes?.append(contentsOf: verdict.changes)
    guard settled.first == .unchanged else { return }
    unchanged -= 1
    updated += 1
  }

  /// Counts a row of a record that an earlier row was of; one that differs is warned of.
  fileprivate mutating func count(
    _ repetition: RowRepetition, of taken: RecordList.Taken, _ row: ImportRow
  ) {
    if taken.verdict.kind == .unchanged { repeated += 1 }
    guard let field = repetition.differing.first, let reason = repetition.reason else { return }
    warned += 1
    count(.repeatedRow, row.line, mapping.index(of: field).map { $0 + 1 } ?? 0, reason)
  }
}
