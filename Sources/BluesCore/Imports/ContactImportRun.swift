/// One import of contacts under way, inside its transaction.
///
/// A row whose digest is known says nothing new. A row nobody answers to is created at once. A
/// row that an earlier record may answer to waits until all rows are seen, because a later row
/// may be that record to the letter; then it updates the record if there is exactly one of each.
final class ContactImportRun {
  private(set) var outcome: ImportOutcome
  private let write: Write
  private let request: ImportRequest
  private let rejects: any RejectionSink
  private let header: [String]
  private let table: ContactTable
  let known: KnownContacts
  private let search: SearchIndex.Filling
  private var indexes: SuspendedIndexes
  private var waiting: [Waiting] = []
  private let source: String

  /// A row that an earlier record may answer to.
  private struct Waiting {
    let row: PreparedRows.AsRead
    let key: Int64
    let fingerprint: Int64
  }

  init(
    _ write: Write, mapping: Mapping, reading: [String], request: ImportRequest,
    rejects: any RejectionSink, header: [String]
  ) throws {
    self.write = write
    self.request = request
    self.rejects = rejects
    self.header = header
    outcome = ImportOutcome(mapping: mapping, reading: reading)
    table = try ContactTable(write)
    _ = try table.partnerID(request.partner)
    known = try KnownContacts(write.db)
    search = try SearchIndex.Filling(write.db)
    indexes = try SuspendedIndexes(write.db)
    source = request.source ?? request.fileName
  }

  /// Takes rows in their order.
  func take(_ prepared: PreparedRows) throws {
    for note in prepared.notes { outcome.count(note.warnings, line: note.line) }
    try write.load {
      for row in prepared.rows {
        switch row {
        case .rejected(let rejection): try reject(rejection)
        case .repeated:
          outcome.unchanged += 1
          outcome.repeated += 1
        case .new(let place): try prepared.block.withRow(place, create)
        case .known(let key, let fingerprint, let asRead): take(key, fingerprint, asRead)
        }
      }
    }
    try indexes.suspend(write.db, created: outcome.created)
  }

  private func take(_ key: Int64, _ fingerprint: Int64, _ asRead: PreparedRows.AsRead?) {
    if !known.claim(key: key, fingerprint: fingerprint), let asRead {
      waiting.append(Waiting(row: asRead, key: key, fingerprint: fingerprint))
    } else {
      outcome.unchanged += 1
    }
  }

  private func create(_ row: ContactBlock.Row) throws {
    let id = try table.insert(row, source: source, batch: write.operation)
    try search.add(id, row.words)
    outcome.created += 1
  }

  private func reject(_ rejection: Rejection) throws {
    outcome.count(rejection)
    try rejects.take(rejection, header: header)
    if let most = request.mostRejected, outcome.rejected > most {
      throw ImportProblem.tooManyRejected(most)
    }
  }

  func finish() throws -> ImportOutcome {
    try indexes.resume(write.db)
    try settleWaiting()
    try search.finish()
    try rejects.finish()
    write.isImport(
      BatchFacts(
        fileName: request.fileName, source: source, partner: request.partner, read: outcome.read,
        created: outcome.created, updated: outcome.updated, unchanged: outcome.unchanged,
        rejected: outcome.rejected))
    write.records(
      "imported \(request.fileName): \(outcome.created) created, \(outcome.updated) updated")
    return outcome
  }

  private func settleWaiting() throws {
    let groups = Dictionary(grouping: waiting.indices) { waiting[$0].key }
    let mergedRows = try MergedRows(write)
    for index in waiting.indices {
      let row = waiting[index]
      let candidates = known.unclaimed(key: row.key)
      let rivals = groups[row.key]?.count ?? 1
      guard !candidates.isEmpty else {
        let block = ContactBlock(row.row.draft, key: row.key, fingerprint: row.fingerprint)
        try block.withRow(0) { try create($0) }
        continue
      }
      let target = rivals == 1 ? mergedRows.target(of: candidates) : nil
      if let target, try revise(target, to: row, mergedRows) {
        outcome.updated += 1
      } else {
        try reject(
          Rejection(
            line: row.row.line, column: 0, value: "", rule: "ambiguous",
            reason:
              "\(candidates.count) records and \(rivals) changed rows share its name, so it may be "
              + "any of them; give the list an id column.",
            cells: row.row.cells))
      }
    }
  }

  /// Whether the row could be brought to the contact it speaks of.
  private func revise(
    _ target: MergedRows.Target, to row: Waiting, _ mergedRows: MergedRows
  ) throws -> Bool {
    if let merged = target.merged {
      return try mergedRows.revise(
        target.contact, merged, to: row.row.draft, fingerprint: row.fingerprint, in: table)
    }
    try table.revise(
      target.contact, to: overlaid(row.row.draft, on: target.contact), key: row.key,
      fingerprint: row.fingerprint)
    return true
  }

  /// What the row says, and what was known where it says nothing.
  private func overlaid(_ draft: ContactDraft, on id: Int64) throws -> ContactDraft {
    let present = try Contacts.fetch(id, write.db).known
    var draft = draft
    for field in ContactField.allCases where draft[field] == nil { draft[field] = present[field] }
    draft.partner = draft.partner ?? present.partner
    return draft
  }
}
