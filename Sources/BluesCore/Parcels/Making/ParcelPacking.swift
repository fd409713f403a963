internal import Basics
internal import GRDB
internal import Glibc

/// Parcels that are made for others: what each may read, or of a partner's copy what is the partner's.
package struct ParcelPacking: Sendable {
  let store: Store

  /// A parcel that was made.
  package struct Made: Sendable, Equatable {
    package let recipient: String
    package let sequence: Int
    package let path: String
    package let rows: Int
    package let bytes: Int
  }

  /// What was made, and for whom there is no key.
  package struct Outcome: Sendable, Equatable {
    package var made: [Made] = []
    package var withoutKey: [String] = []
    /// Why there is none for others.
    package var withUnusableKey: [KeyProblem] = []
  }

  /// Packs parcels for a partner, for `coordinator` or for `all`, into a folder.
  ///
  /// The parcels are in the log before they have their names: a number is never used for two. Those that
  /// return a submission say why.
  package func pack(
    for whom: String, purpose: ParcelPurpose = .share, period: String? = nil,
    because reason: String? = nil, to folder: String
  ) throws -> Outcome {
    var found = stat()
    guard stat(folder.fileName, &found) == 0, found.st_mode & S_IFMT == S_IFDIR else {
      throw ParcelProblem.notAFolder(folder)
    }
    let key = try KeyFile(ofProject: store.path).existing()
    var names: [() throws -> Void] = []
    var paths: [String] = []
    do {
      let outcome = try store.write { write in
        let identity = try Sharing.identity(write.db)
        guard let own = try MemberKeys.one(key.publicKey, write.db), own.isInForce else {
          throw KeyProblem.ownNotAdmitted(
            partner: identity.organisation, key: key.publicKey.text)
        }
        var (recipients, outcome) = try recipients(whom, identity, write.db)
        recipients.sort { $0.code < $1.code }
        if purpose == .submit { try Submissions.checkSubmitting(period, identity, write.db) }
        for recipient in recipients {
          if purpose == .return {
            try Submissions.recordReturn(
              to: recipient.code, period, because: reason?.trimmed, write)
          }
          let packed = try Packed(
            for: recipient.code, recipient.key, by: key, identity, purpose, period, store, write)
          let acronym = try Project.fetch(write.db).acronym
          let path = "\(folder)/\(packed.name(acronym))"
          paths.append(path)
          if !store.invocation.isRehearsal { names.append(try packed.file.write(to: path)) }
          outcome.made.append(
            Made(
              recipient: recipient.code, sequence: packed.sequence, path: path, rows: packed.count,
              bytes: packed.file.label.bytes.count + packed.file.sealed.count))
        }
        write.isNeverUndone()
        write.records(
          "packed \(counted(outcome.made.count, "parcel")) for "
            + outcome.made.map(\.recipient).joined(separator: ", "),
          affecting: outcome.made.map(\.recipient))
        return outcome
      }
      for name in names { try name() }
      return outcome
    } catch {
      paths.forEach(ParcelFile.discard)
      throw error
    }
  }

  private func recipients(
    _ whom: String, _ identity: CopyIdentity, _ db: Database
  ) throws -> ([(code: String, key: PublicKey)], Outcome) {
    guard let coordinator = try Partner.coordinator(db) else { throw SharingProblem.noCoordinator }
    let isCoordinator = identity.organisation == coordinator
    if whom.asciiLowered == "all", isCoordinator {
      var outcome = Outcome()
      var recipients: [(String, PublicKey)] = []
      for code in try Partner.codes(db) where code != coordinator {
        if let key = try MemberKeys.inForce(of: code, db) {
          guard key.isUsable else {
            outcome.withUnusableKey.append(
              .unusable(partner: code, fingerprint: key.fingerprint))
            continue
          }
          recipients.append((code, key))
        } else {
          outcome.withoutKey.append(code)
        }
      }
      guard !recipients.isEmpty else { throw ParcelProblem.nobody }
      return (recipients, outcome)
    }
    let isForCoordinator = ["all", "coordinator"].contains(whom.asciiLowered)
    let code =
      isForCoordinator
      ? coordinator : try Sharing.code(of: Partner.id(whom, in: db), db)
    guard code != identity.organisation else { throw ParcelProblem.toItself(code) }
    guard isCoordinator || code == coordinator else {
      throw ParcelProblem.notToPartners(copy: identity.organisation, coordinator: coordinator)
    }
    guard let key = try MemberKeys.inForce(of: code, db) else { throw KeyProblem.noneOf(code) }
    guard key.isUsable else {
      throw KeyProblem.unusable(partner: code, fingerprint: key.fingerprint)
    }
    return ([(code, key)], Outcome())
  }
}

/// One parcel: made, sealed, and in the log.
private struct Packed {
  let file: ParcelFile
  let sequence: Int
  /// How many rows it has.
  let count: Int

  init(
    for recipient: String, _ recipientKey: PublicKey, by key: SecretKey, _ identity: CopyIdentity,
    _ purpose: ParcelPurpose, _ period: String?, _ store: Store, _ write: Transaction
  ) throws {
    let db = write.db
    let earlier = try ParcelLog.sent(to: recipient, db)
    let sequence = (earlier.last?.header.sequence ?? 0) + 1
    let coordinator = try Partner.coordinator(db)
    let isFromCoordinator = identity.organisation == coordinator
    let partner = try Partner.id(isFromCoordinator ? recipient : identity.organisation, in: db)
    let parcel = try Store.empty(invocation: store.invocation)
    var rows: [String: ParcelHeader.TableSum] = [:]
    try parcel.queue.writeWithoutTransaction { inside in
      // Of a partner's rows those of the plan that they refer to are not in it.
      try inside.execute(sql: "PRAGMA foreign_keys = OFF")
      try inside.inTransaction {
        for table in SharedScope.tables where isFromCoordinator || !table.isOfCoordinator {
          try ParcelRows.copy(
            table, where: isFromCoordinator ? table.reads("row") : table.owns("row"), of: partner,
            isForOwner: !isFromCoordinator, from: db, to: inside)
        }
        rows = try ParcelRows.sums(in: inside)
        try Self.copyRemoved(isFromCoordinator: isFromCoordinator, from: db, to: inside)
        try Self.copyDecisions(on: recipient, from: db, to: inside)
        return .commit
      }
    }
    let base = try ParcelLog.lastApplied(from: recipient, db)
    rows[ParcelHeader.baseName] = base.map { .init(rows: 0, sha256: $0.sha256) }
    rows.merge(ParcelHeader.chain(earlier)) { one, _ in one }
    let header = ParcelHeader(
      layout: Migration.newest, project: identity.project, sender: identity.organisation,
      recipient: recipient, sequence: sequence, replica: write.file,
      base: base?.header.sequence, period: period, purpose: purpose,
      madeAt: write.invocation.at, tables: rows)
    try parcel.queue.writeWithoutTransaction {
      try header.insert(id: 1, direction: "sent", label: nil, state: "sent", in: $0)
    }
    let content = try parcel.bytes()
    guard let sealed = recipientKey.seal(content) else {
      throw KeyProblem.notAKey(recipientKey.text)
    }
    let label = ParcelLabel(
      project: identity.project, sender: identity.organisation, recipient: recipient,
      sequence: sequence, of: sealed, by: key)
    file = ParcelFile(label: label, sealed: sealed)
    self.sequence = sequence
    count = rows.values.reduce(0) { $0 + $1.rows }
    let id = try write.nextID("parcel")
    try header.insert(id: id, direction: "sent", label: label, state: "sent", in: db)
    try ParcelLog.keep(content, of: id, db)
    try ParcelLog.prune(recipient, db)
  }

  /// What is gone; only of the coordinator's copy those of tables that partners do not write.
  private static func copyRemoved(
    isFromCoordinator: Bool, from db: Database, to parcel: Database
  ) throws {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT table_name, row_id,
               table_name = 'contact' AND row_id IN (SELECT contact FROM erasure) AS is_erased
        FROM removed_row ORDER BY table_name, row_id
        """)
    for row in rows {
      let name: String = try row.value("table_name")
      guard let table = SharedScope.table(name), isFromCoordinator || !table.isOfCoordinator else {
        continue
      }
      try parcel.execute(
        sql: "INSERT INTO removed_row (table_name, row_id, is_erased) VALUES (?, ?, ?)",
        arguments: [
          name, row.value("row_id", as: Int64.self), row.value("is_erased", as: Bool.self),
        ])
    }
  }

  /// What was decided on the recipient's rows, so that a parcel in answer says so.
  private static func copyDecisions(
    on recipient: String, from db: Database, to parcel: Database
  ) throws {
    let columns = try db.columns(in: "parcel_decision").map(\.name)
    let names = columns.joined(separator: ", ")
    let marks = columns.map { _ in "?" }.joined(separator: ", ")
    let rows = try Row.fetchAll(
      db, sql: "SELECT \(names) FROM parcel_decision WHERE partner = ?", arguments: [recipient])
    for row in rows {
      try parcel.execute(
        sql: "INSERT INTO parcel_decision (\(names)) VALUES (\(marks))",
        arguments: StatementArguments(row.databaseValues))
    }
  }

  /// `BLUES-NP-BNPT-0003.parcel`.
  func name(_ acronym: String) -> String {
    ParcelName.of([acronym, file.label.sender, file.label.recipient], sequence) + ParcelFile.ending
  }
}

extension Store {
  package var packing: ParcelPacking { ParcelPacking(store: self) }
}
