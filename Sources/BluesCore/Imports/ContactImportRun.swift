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
  private let known: KnownContacts
  private let search: SearchIndex.Filling
  private var seen: Set<Int64> = []
  private var waiting: [Waiting] = []
  private let source: String
  private var check: ContactCheck

  /// A row that an earlier record may answer to.
  private struct Waiting {
    let draft: ContactDraft
    let key: Int64
    let fingerprint: Int64
    let line: Int
    let cells: [String]
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
    source = request.source ?? request.fileName
    check = ContactCheck(accepting: request.accepted)
  }

  func reject(_ rejection: Rejection) throws {
    outcome.count(rejection)
    try rejects.take(rejection, header: header)
    if let most = request.mostRejected, outcome.rejected > most {
      throw ImportProblem.tooManyRejected(most)
    }
  }

  func take(_ draft: inout ContactDraft, line: Int, cells: () -> [String]) throws {
    do throws(ContactCheck.Refusal) {
      outcome.count(try check.normalise(&draft), line: line)
    } catch {
      return try reject(rejection(error, draft, line, cells()))
    }
    let key = draft.matchKey
    let fingerprint = draft.fingerprint
    guard seen.insert(fingerprint).inserted else {
      outcome.unchanged += 1
      outcome.repeated += 1
      return
    }
    switch known.claim(key: key, fingerprint: fingerprint) {
    case .same: outcome.unchanged += 1
    case .nobody: try create(draft, key, fingerprint)
    case .somebody:
      waiting.append(
        Waiting(
          draft: draft, key: key, fingerprint: fingerprint, line: line, cells: cells()))
    }
  }

  private func create(_ draft: ContactDraft, _ key: Int64, _ fingerprint: Int64) throws {
    let id = try table.insert(
      draft, source: source, batch: write.operation, key: key, fingerprint: fingerprint)
    try search.add(id, draft.searched)
    outcome.created += 1
  }

  func finish() throws -> ImportOutcome {
    try settleWaiting()
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
    for index in waiting.indices {
      let row = waiting[index]
      let candidates = known.unclaimed(key: row.key)
      let rivals = groups[row.key]?.count ?? 1
      switch candidates.count {
      case 0: try create(row.draft, row.key, row.fingerprint)
      case 1 where rivals == 1:
        try table.revise(
          candidates[0], to: overlaid(row.draft, on: candidates[0]), key: row.key,
          fingerprint: row.fingerprint)
        outcome.updated += 1
      default:
        try reject(
          Rejection(
            line: row.line, column: 0, value: "", rule: "ambiguous",
            reason:
              "\(candidates.count) records and \(rivals) changed rows share its name, so it may be "
              + "any of them; give the list an id column.",
            cells: row.cells))
      }
    }
  }

  /// What the row says, and what was known where it says nothing.
  private func overlaid(_ draft: ContactDraft, on id: Int64) throws -> ContactDraft {
    let present = try Contacts.fetch(id, write.db).known
    var draft = draft
    for field in ContactField.allCases where draft[field] == nil { draft[field] = present[field] }
    draft.partner = draft.partner ?? present.partner
    return draft
  }

  private func rejection(
    _ refusal: ContactCheck.Refusal, _ draft: ContactDraft, _ line: Int, _ cells: [String]
  ) -> Rejection {
    let index = refusal.field.flatMap { outcome.mapping.index(of: $0.key) }
    return Rejection(
      line: line, column: index.map { $0 + 1 } ?? 0,
      value: refusal.field.flatMap { draft[$0] } ?? "", rule: refusal.rule,
      reason: refusal.reason, cells: cells)
  }
}
