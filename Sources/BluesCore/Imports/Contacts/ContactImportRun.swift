/// One import of contacts under way, inside its transaction.
///
/// A row whose digest is known says nothing new. A row nobody answers to is created at once. A
/// row that an earlier record may answer to waits until all rows are seen, because a later row
/// may be that record to the letter; then it updates the record if there is exactly one of each.
final class ContactImportRun {
  private(set) var outcome: ImportOutcome
  private let write: Transaction
  private let request: ImportRequest
  private let rejects: any RejectionSink
  private let header: [String]
  private let table: ContactTable
  let known: KnownContacts
  private let search: SearchIndex.Filling
  private var waiting: [Waiting] = []
  private let settling: RowResolution
  /// What contacts become that rows of an export of ours name.
  private var own: [Int64: ContactDraft] = [:]
  private let source: String
  /// Contacts with changes by hand, where those are to be replaced.
  private let edited: Set<Int64>
  /// The contacts that the rows of the list are, each once; nil where nobody asks.
  private var listed: ListedContacts?

  /// The contacts that the rows of the list are, in the order in which they were settled.
  var contacts: [Int64] { listed?.ids ?? [] }

  /// A row that an earlier record may answer to.
  private struct Waiting {
    let row: PreparedRows.AsRead
    let key: Int64
    let fingerprint: Int64
    /// The record that says the same to the letter, whose changes by hand are to be replaced.
    var record: Int64?

    /// The records that it may be, as far as they are not other rows to the letter.
    var records: [Int64] = []

    /// What rows have in common that may be one record.
    var wanted: Wanted { records.first.map { .record($0) } ?? .key(key) }
  }

  /// A record that rows want, or the key of a contact that is not there yet.
  private enum Wanted: Hashable {
    case record(Int64)
    case key(Int64)
  }

  init(
    _ write: Transaction, mapping: Mapping, reading: [String], request: ImportRequest,
    rejects: any RejectionSink, header: [String], isListing: Bool = false
  ) throws {
    self.write = write
    listed = isListing ? ListedContacts() : nil
    self.request = request
    self.rejects = rejects
    self.header = header
    outcome = ImportOutcome(mapping: mapping, reading: reading)
    table = try ContactTable(write)
    table.organisations.joinsCluster = request.joinsCluster
    _ = try table.partnerID(request.partner)
    known = try KnownContacts(write.db)
    search = try SearchIndex.Filling(write.db)
    source = request.source ?? request.fileName
    edited = request.edits == .replace ? try ContactEdits.contacts(write.db) : []
    settling = try RowResolution(write, table, UpdatePolicy(request, mapping))
  }

  /// The short names of the partners, in capitals.
  var partners: Set<String> { table.partnerCodes }

  /// Takes rows in their order.
  func take(_ prepared: PreparedRows) throws {
    for note in prepared.notes { outcome.count(note) }
    for line in prepared.totals { outcome.countTotals(line: line) }
    outcome.blankRows += prepared.blankRows
    outcome.stopped += prepared.stopped
    try write.load {
      var new: [Int] = []
      new.reserveCapacity(prepared.rows.count)
      for row in prepared.rows {
        switch row {
        case .rejected(let rejection): try reject(rejection)
        case .repeated:
          outcome.unchanged += 1
          outcome.repeated += 1
        case .new(let place): new.append(place)
        case .known(let key, let fingerprint, let asRead): take(key, fingerprint, asRead)
        case .again(let key, let fingerprint, let asRead):
          waiting.append(Waiting(row: asRead, key: key, fingerprint: fingerprint))
        case .own(let id, let key, let fingerprint, let asRead):
          try takeOwn(id, Waiting(row: asRead, key: key, fingerprint: fingerprint))
        }
      }
      try create(new, of: prepared.block)
    }
  }

  private func take(_ key: Int64, _ fingerprint: Int64, _ asRead: PreparedRows.AsRead?) {
    let record = known.claim(key: key, fingerprint: fingerprint)
    if let asRead, record.map(edited.contains) ?? true {
      waiting.append(Waiting(row: asRead, key: key, fingerprint: fingerprint, record: record))
    } else {
      outcome.unchanged += 1
      note(record.map { [$0] } ?? [])
    }
  }

  /// Notes the contact that some records are by now, where the list is to say it.
  private func note(_ records: [Int64]) {
    guard listed != nil, let contact = settling.contact(of: records) else { return }
    listed?.add(contact)
  }

  /// A row of an export of ours; one whose contact is not here goes by what it says.
  ///
  /// The digests of the contact's own list stay, as after a change by hand.
  private func takeOwn(_ id: Int64, _ row: Waiting) throws {
    switch try settling.own(id, row.row) {
    case .unchanged(let kept):
      outcome.unchanged += 1
      outcome.keptEdits += kept
      listed?.add(id)
    case .changed(let contact, let kept):
      guard own[id] == nil else { return try reject(.twice(row.row.line, row.row.cells)) }
      outcome.keptEdits += kept
      listed?.add(id)
      own[id] = contact
    case .nobody where known.keys.contains(row.key): take(row.key, row.fingerprint, row.row)
    case .nobody: try count(.nobody, row, rivals: 1)
    }
  }

  private func create(_ rows: [Int], of block: ContactBlock) throws {
    guard !rows.isEmpty else { return }
    var id = try table.insert(rows, of: block, batch: write.operation)
    for row in rows {
      try block.withWords(of: row) { try search.add(id, $0) }
      listed?.add(id)
      id += 1
    }
    outcome.created += rows.count
  }

  private func reject(_ rejection: Rejection) throws {
    outcome.count(rejection)
    try rejects.take(rejection, header: header)
    if let most = request.mostRejected, outcome.rejected > most {
      throw ImportProblem.tooManyRejected(most)
    }
  }

  func finish() throws -> ImportOutcome {
    try table.finish()
    for (id, contact) in own.sorted(by: { $0.key < $1.key }) {
      try settling.reviseOwn(id, to: contact)
    }
    outcome.updated += own.count
    try settleWaiting()
    outcome.joined = table.organisations.joined
    try search.finish()
    try SearchIndex.refreshMerged(write.db, importedBy: write.operation)
    try rejects.finish()
    write.isImport(
      ImportSummary(
        fileName: request.fileName, source: source, partner: request.partner, read: outcome.read,
        created: outcome.created, updated: outcome.updated, unchanged: outcome.unchanged,
        rejected: outcome.rejected))
    write.remembers(request.memory)
    write.records(
      "imported \(request.fileName): \(outcome.created) created, \(outcome.updated) updated")
    return outcome
  }

  private func settleWaiting() throws {
    for index in waiting.indices {
      let row = waiting[index]
      waiting[index].records =
        try row.record.map { [$0] }
        ?? settling.candidates(for: row.row.draft, among: known.unclaimed(key: row.key))
    }
    let groups = Dictionary(grouping: waiting.lazy.filter { $0.record == nil }, by: \.wanted)
      .filter { $0.value.count > 1 }
    let rivals = groups.mapValues { ListedPersons.areOne($0.map(\.row.draft)) ? 1 : $0.count }
    // The contact that the first of several rows of one person is.
    var settled: [Wanted: Int64] = [:]
    var persons: ListedPersons?
    for row in waiting {
      if row.record == nil, let contact = settled[row.wanted] {
        try count(further: row, of: contact)
        continue
      }
      let rivals = row.record == nil ? rivals[row.wanted] ?? 1 : 1
      var contact = settling.contact(of: row.records)
      let verdict = try settling.settle(
        row.row, key: row.key, fingerprint: row.fingerprint, records: row.records,
        isAlone: rivals == 1)
      if case .nobody = verdict, row.row.draft.isPerson {
        let found = try persons ?? ListedPersons(keys: Set(waiting.map(\.key)), write.db)
        persons = found
        contact = try found.contact(row.row.draft, row.key, write.db)
      }
      if case .nobody = verdict, let contact {
        try count(further: row, of: contact)
      } else {
        let last = table.lastID
        try count(verdict, row, rivals: rivals)
        if table.lastID > last {
          contact = table.lastID
          persons?.note(table.lastID, row.key)
        }
      }
      if let contact, !verdict.isAmbiguous { note([contact]) }
      if rivals == 1, groups[row.wanted] != nil { settled[row.wanted] = contact }
    }
  }

  /// Takes a further row of a person; one that says nothing new repeats what the list says.
  private func count(further row: Waiting, of contact: Int64) throws {
    let verdict = try settling.complete(contact, by: row.row)
    if case .unchanged = verdict { outcome.repeated += 1 }
    try count(verdict, row, rivals: 1)
  }

  private func count(_ verdict: RowResolution.Verdict, _ row: Waiting, rivals: Int) throws {
    switch verdict {
    case .revised(let kept):
      outcome.updated += 1
      outcome.keptEdits += kept
    case .unchanged(let kept):
      outcome.unchanged += 1
      outcome.keptEdits += kept
    case .nobody where request.mode == .update: try reject(.notThere(row.row.line, row.row.cells))
    case .nobody:
      let block = ContactBlock(
        row.row.draft, source: source, fingerprint: row.fingerprint)
      try create([0], of: block)
    case .ambiguous(let records):
      try reject(
        Rejection(
          line: row.row.line, column: 0, value: "", rule: ContactRule.ambiguous.rawValue,
          reason:
            "\(records) records and \(rivals) changed rows share its name, so it may be any of "
            + "them; give the list an id column.",
          cells: row.row.cells))
    }
  }
}
