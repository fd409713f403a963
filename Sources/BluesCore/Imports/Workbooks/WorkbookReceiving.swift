internal import Basics
internal import GRDB

/// Workbooks that partners filled in: read by the imports into the state that they were made from, and
/// kept as what a parcel has, until they are reviewed.
package struct WorkbookReceiving: Sendable {
  let store: Store

  /// What came of a workbook.
  package struct Outcome: Sendable {
    package let arrival: ParcelArrival
    package let unread: [UnreadRow]
    /// Whether the state that it was made from is known.
    package let isBaseKnown: Bool
  }

  /// Receives a workbook; whose it is has to be said where it does not say so itself.
  package func receive(file path: String, from said: String? = nil) throws -> Outcome {
    let bytes = try ParcelFile.bytes(path)
    let book = try ReturnedWorkbook(bytes, path)
    return try store.write { write in
      let db = write.db
      let identity = try Sharing.identity(db)
      let code = try Self.sender(of: book, path, said, identity, db)
      write.isNeverUndone()
      let digest = FileDigest(of: bytes).sha256
      let log = try ParcelLog.received(from: code, form: ParcelHeader.workbook, db)
      if let known = log.first(where: { $0.sha256 == digest }) {
        write.records("received no new workbook of \(code)", affecting: [code])
        return Outcome(
          arrival: ParcelArrival(
            file: path, outcome: .known, sender: code, sequence: known.header.sequence,
            detail: "Its state is: \(known.state.rawValue)."), unread: [], isBaseKnown: true)
      }
      guard !book.sheets.isEmpty else {
        throw ReturnedWorkbookProblem.noSheet(
          path, sheets: PartnerSheet.allCases.map(\.rawValue))
      }
      let base = try Self.base(of: book, code, db)
      try Self.supersede(log, madeFrom: base, code, db)
      let content = try Content(book, path, code, base, identity, store, db)
      let sequence = (log.last?.header.sequence ?? 0) + 1
      let header = ParcelHeader(
        form: ParcelHeader.workbook, layout: Migration.newest, project: identity.project,
        sender: code, recipient: identity.organisation, sequence: sequence,
        replica: content.file, base: content.isBaseKnown ? base?.header.sequence : nil,
        period: book.ticket?.period, purpose: .share, madeAt: write.invocation.at,
        tables: content.sums)
      let id = try write.nextID("parcel")
      try header.insert(
        id: id, direction: "received", label: nil, state: ParcelState.waiting.rawValue,
        reason: "From a workbook, not signed; received by \(write.invocation.who).",
        sha256: digest, in: db)
      try ParcelLog.keep(content.bytes, of: id, db)
      try ParcelLog.pruneWorkbooks(code, db)
      write.records("received workbook \(sequence) of \(code)", affecting: [code])
      return Outcome(
        arrival: ParcelArrival(
          file: path, outcome: .waiting, sender: code, sequence: sequence, rows: content.read,
          detail: "Not signed: it counts as coming from \(write.invocation.who)."),
        unread: content.unread, isBaseKnown: content.isBaseKnown)
    }
  }

  /// The partner that a workbook is of.
  private static func sender(
    of book: ReturnedWorkbook, _ path: String, _ said: String?, _ identity: CopyIdentity,
    _ db: Database
  ) throws -> String {
    let named = try said.map { try Sharing.code(of: Partner.id($0, in: db), db) }
    if let ticket = book.ticket {
      guard ticket.project == identity.project else {
        throw ReturnedWorkbookProblem.otherProject(path)
      }
      guard try Partner.codes(db).contains(ticket.partner) else {
        throw ParcelProblem.unknownSender(path, sender: ticket.partner)
      }
      if let named, named != ticket.partner {
        throw ReturnedWorkbookProblem.otherPartner(path, partner: ticket.partner, said: named)
      }
    }
    guard let code = book.ticket?.partner ?? named else {
      throw ReturnedWorkbookProblem.unnamed(path)
    }
    let coordinator = try Partner.coordinator(db)
    guard identity.organisation == code || identity.organisation == coordinator else {
      throw ParcelProblem.unknownSender(path, sender: code)
    }
    return code
  }

  /// The workbook that was sent and has come back, where it is the one that the log has.
  private static func base(
    of book: ReturnedWorkbook, _ code: String, _ db: Database
  ) throws -> ParcelLog.Entry? {
    guard let ticket = book.ticket else { return nil }
    return try ParcelLog.sent(to: code, form: ParcelHeader.workbook, db).last {
      $0.header.sequence == ticket.number && $0.sha256 == ticket.state
    }
  }

  /// What came before from the same workbook is in this one, as it is now.
  private static func supersede(
    _ log: [ParcelLog.Entry], madeFrom base: ParcelLog.Entry?, _ code: String, _ db: Database
  ) throws {
    for entry in log where entry.state == .waiting || entry.state == .partly {
      // Its rows went with a person who was erased: nothing is left to review.
      guard try !entry.lacksRows(db) else {
        try ParcelLog.setState(.superseded, of: entry.id, db)
        continue
      }
      guard let base, entry.header.base == base.header.sequence else {
        throw ReturnedWorkbookProblem.waiting(entry.header.sequence, partner: code)
      }
      if entry.state == .waiting { try ParcelLog.setState(.superseded, of: entry.id, db) }
    }
  }

  /// What a workbook says, as a parcel has it.
  private struct Content {
    let bytes: [UInt8]
    let sums: [String: ParcelHeader.TableSum]
    let file: Int64
    let isBaseKnown: Bool
    let read: Int
    let unread: [UnreadRow]

    init(
      _ book: ReturnedWorkbook, _ path: String, _ code: String, _ base: ParcelLog.Entry?,
      _ identity: CopyIdentity, _ store: Store, _ db: Database
    ) throws {
      let partner = try Partner.id(code, in: db)
      // What is read goes into a copy in memory; of a dry run, too.
      var invocation = store.invocation
      invocation.isRehearsal = false
      let kept = try base.flatMap { try ParcelLog.content(of: $0, store, db) }
      isBaseKnown = kept != nil
      let state =
        try kept.map {
          try WorkbookState(of: code, partner, identity, copying: $0, invocation)
        } ?? WorkbookState(of: code, partner, identity, from: db, invocation)
      let before = try WorkbookRows(of: partner, state.store)
      let owner = WorkbookOwner(
        partner: partner, code: code, numbers: CopyIdentity.numbers(ofPartner: partner))
      let name = path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
      var reading = WorkbookImport(book, name, owner, period: book.ticket?.period)
      try reading.run(into: state.store)
      read = reading.read
      unread = reading.unread
      let after = try WorkbookRows(of: partner, state.store)
      let file = try state.store.read { try FileIdentity.number($0) }
      self.file = file
      let settled = try SettledRows(before: before, after: after, file: file, ours: db)
      let parcel = try Store.empty(invocation: invocation)
      let isPartial = kept == nil
      let sums = try state.store.read { inside in
        try parcel.queue.writeWithoutTransaction { target in
          try target.execute(sql: "PRAGMA foreign_keys = OFF")
          var sums: [String: ParcelHeader.TableSum] = [:]
          try target.inTransaction {
            for table in SharedScope.tables
            where !isPartial && !table.isOfCoordinator
              && !WorkbookRows.tables.contains(table.name)
            {
              try ParcelRows.copy(
                table, where: table.owns("row"), of: partner, isForOwner: true, from: inside,
                to: target)
            }
            try settled.write(changedAlone: isPartial, to: target)
            sums = try ParcelRows.sums(in: target)
            return .commit
          }
          return sums
        }
      }
      self.sums = sums
      bytes = try parcel.bytes()
    }
  }
}

extension Store {
  package var workbookReceiving: WorkbookReceiving { WorkbookReceiving(store: self) }
}
