internal import Basics
internal import GRDB

/// Workbooks for partners without a copy of their own: the state that each is made from is kept, so that
/// what comes back is compared with it.
package struct WorkbookMaking: Sendable {
  let store: Store

  /// A workbook that is to be written.
  package struct Made: Sendable, Equatable {
    package let ticket: WorkbookTicket
    /// The number of the first cost and activity that the partner adds in it.
    package let firstNumber: Int
    /// How many rows the state has.
    package let rows: Int
  }

  /// Numbers that each workbook has for new costs and activities, behind those of the partner's copy.
  package static let numbersEach = 1_000
  private static let firstOfWorkbooks = 500_000

  /// Keeps the state that a partner may read, and gives the workbook its number.
  ///
  /// - Throws: `SharingProblem.notShared`; `ParcelProblem.notToPartners` in the copy of another partner.
  package func make(for whom: String, period: String? = nil) throws -> Made {
    try store.write { write in
      let db = write.db
      let identity = try Sharing.identity(db)
      let id = try Partner.id(whom, in: db)
      let partner = try Sharing.code(of: id, db)
      guard let coordinator = try Partner.coordinator(db) else {
        throw SharingProblem.noCoordinator
      }
      guard [partner, coordinator].contains(identity.organisation) else {
        throw ParcelProblem.notToPartners(copy: identity.organisation, coordinator: coordinator)
      }
      let form = ParcelHeader.workbook
      let number = (try ParcelLog.sent(to: partner, form: form, db).last?.header.sequence ?? 0) + 1
      let state = try WorkbookState(of: partner, id, identity, from: db, store.invocation)
      let content = try state.store.bytes()
      let digest = FileDigest(of: content).sha256
      let tables = try state.sums()
      let header = ParcelHeader(
        form: form, layout: Migration.newest, project: identity.project,
        sender: identity.organisation, recipient: partner, sequence: number, replica: write.file,
        base: nil, period: period, purpose: .share, madeAt: write.invocation.at, tables: tables)
      let row = try write.nextID("parcel")
      try header.insert(
        id: row, direction: "sent", label: nil, state: "sent", reason: "A workbook to fill in.",
        sha256: digest, in: db)
      try ParcelLog.keep(content, of: row, db)
      try ParcelLog.pruneWorkbooks(partner, db)
      write.isNeverUndone()
      write.records("made workbook \(number) for \(partner)", affecting: [partner])
      let block = (number - 1) % (Self.firstOfWorkbooks / Self.numbersEach) * Self.numbersEach
      return Made(
        ticket: WorkbookTicket(
          project: identity.project, partner: partner, number: number, state: digest,
          period: period),
        firstNumber: Int(WorkbookState.firstNumber(of: id)) + Self.firstOfWorkbooks + block + 1,
        rows: tables.values.reduce(0) { $0 + $1.rows })
    }
  }
}

/// What a partner may read, in memory, as a project that lists are imported into as in its own copy.
struct WorkbookState {
  let store: Store
  let partner: Int64

  /// The state of a project as it is now.
  init(
    of code: String, _ partner: Int64, _ identity: CopyIdentity, from db: Database,
    _ invocation: Invocation
  ) throws {
    self.partner = partner
    store = try Store.empty(invocation: invocation)
    try fill(code, identity) { table, inside in
      try ParcelRows.copy(
        table, where: table.reads("row"), of: partner, isForOwner: false, from: db, to: inside)
    }
  }

  /// A copy, to be changed, of a state that was kept.
  init(
    of code: String, _ partner: Int64, _ identity: CopyIdentity, copying kept: Store,
    _ invocation: Invocation
  ) throws {
    self.partner = partner
    store = try Store.empty(invocation: invocation)
    try kept.read { db in
      try fill(code, identity) { table, inside in
        try ParcelRows.copy(table, where: "1", of: partner, isForOwner: true, from: db, to: inside)
      }
    }
  }

  private func fill(
    _ code: String, _ identity: CopyIdentity, _ copy: (ScopedTable, Database) throws -> Void
  ) throws {
    try store.queue.writeWithoutTransaction { inside in
      try inside.execute(sql: "PRAGMA foreign_keys = OFF")
      try inside.inTransaction {
        for table in SharedScope.tables { try copy(table, inside) }
        // Rows that are added get the same ids whenever the workbook is read.
        let words = "\(identity.project) \(code) workbook"
        let digits = FileDigest(of: Array(words.utf8)).sha256.prefix(7)
        try inside.execute(
          sql: "UPDATE file SET number = ?", arguments: [(Int64(digits, radix: 16) ?? 0) + 1])
        try CopyIdentity.set(
          CopyIdentity(organisation: code, project: identity.project),
          firstNumber: Self.firstNumber(of: partner), in: inside)
        return .commit
      }
    }
  }

  /// Where the numbers of a partner's copy begin.
  static func firstNumber(of partner: Int64) -> Int64 {
    CopyIdentity.numbers(ofPartner: partner).lowerBound
  }

  /// The rows of each table that has any, with a digest.
  func sums() throws -> [String: ParcelHeader.TableSum] {
    try store.read { try ParcelRows.sums(in: $0) }
  }
}

extension Store {
  package var workbooks: WorkbookMaking { WorkbookMaking(store: self) }
}
