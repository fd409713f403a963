internal import Basics
internal import GRDB

/// Persons who are erased: out of every row, every step of the history, the search and the copies that
/// blues makes beside the project.
package struct Erasures: Sendable {
  let store: Store

  /// Erases the person of a contact; there is no way back.
  ///
  /// What the law has to be kept stays without the person's data. A contact that only the history knows,
  /// of an import that was undone, is named by its id.
  ///
  /// - Throws: `ErasureProblem.erased` for one that is erased, unless traces of it are left in the file.
  package func erase(_ text: String, because reason: String) throws -> Erasure {
    guard !reason.trimmed.isEmpty else { throw ErasureProblem.reasonMissing }
    var erasure = try store.write { write -> Erasure in
      let id: Int64
      switch try Self.target(text, write.db) {
      case .contact(let found): id = found
      case .unfinished(let erasure): return erasure
      }
      let rows = try ErasedRows([id], in: write.db)
      return try erase(id, rows, because: reason.trimmed, write)
    }
    guard !store.invocation.isRehearsal else { return erasure }
    erasure.isFinished = try store.clearTraces()
    return erasure
  }

  private func erase(
    _ id: Int64, _ rows: ErasedRows, because reason: String, _ write: Transaction
  ) throws -> Erasure {
    let db = write.db
    let forms = try Self.forms(rows, db)
    let alike = try Self.alike(rows, db)
    let pseudonym = ErasedColumns.pseudonym(id)
    var eraser = Eraser(rows, pseudonym: pseudonym, in: db)
    // What the history has is rewritten, so there is nothing to record of it.
    try write.load {
      try eraser.run()
      try Self.mark(eraser.found.emptied, db)
    }
    let code = "C\(RowID(id).running)"
    let evidence = try KeptEvidence(of: id, db)
    let isGone = try Self.remove(rows, id, db)
    let reason = eraser.replaced(reason, .names) ?? reason
    try Self.note(id, rows, evidence.kept, because: reason, write)
    if !forms.isEmpty { try StopList.insert(forms, because: "erased \(code)", write) }
    try SearchIndex.fillAnew(db)
    try db.execute(
      sql: "INSERT INTO unfinished_erasure (id) VALUES (?)", arguments: [write.operation])
    write.isNeverUndone()
    write.records("erased \(code)", affecting: [code])
    let beside = try CleanedCopies(of: store, rows, pseudonym: pseudonym)
    return Erasure(
      code: code, isGone: isGone,
      others: rows.contacts.subtracting([id]).sorted().map { "C\(RowID($0).running)" },
      texts: eraser.found.texts.sorted { $0.key < $1.key }
        .map { Erasure.Text(place: $0.key, count: $0.value) },
      steps: eraser.found.steps.count, kept: evidence.kept,
      files: beside.files(
        evidence.files
          + eraser.found.files.sorted().map {
            Erasure.File(path: $0, why: "its name is the person's; rename it and register it again")
          }),
      copies: beside.cleaned, alike: alike)
  }

  /// Whose erasure is asked for.
  private enum Target {
    case contact(Int64)
    /// It is erased, and traces are left in the file.
    case unfinished(Erasure)
  }

  private static func target(_ text: String, _ db: Database) throws -> Target {
    do {
      let id = try Contacts.fetch(text, db).id.value
      // The row that stays for the law is there under its id.
      if let erased = try erased(id, db) { return erased }
      return .contact(id)
    } catch let problem as ContactProblem {
      guard case .unknown = problem, let number = RowID.running(text, letter: 0x43) else {
        throw problem
      }
      let id = try FileIdentity.number(db) << 32 | number
      if let erased = try erased(id, db) { return erased }
      guard try isKnownToHistory(id, db) else { throw problem }
      return .contact(id)
    }
  }

  private static func erased(_ id: Int64, _ db: Database) throws -> Target? {
    let row = try Row.fetchOne(
      db, sql: "SELECT id, erased_on FROM erasure WHERE contact = ?", arguments: [id])
    guard let row else { return nil }
    let code = "C\(RowID(id).running)"
    guard try Int.fetchOne(db, sql: "SELECT 1 FROM unfinished_erasure") != nil else {
      throw ErasureProblem.erased(code, on: try row.value("erased_on"))
    }
    return .unfinished(
      Erasure(
        code: code, isGone: true, others: [], texts: [], steps: 0, kept: [], files: [], alike: []))
  }

  private static func isKnownToHistory(_ id: Int64, _ db: Database) throws -> Bool {
    for step in try Int64.fetchAll(db, sql: "SELECT id FROM operation ORDER BY id") {
      var isKnown = false
      try Changeset(of: step, in: db).forEachChange(of: ["contact", "merged_contact"]) {
        if $0.id == id { isKnown = true }
      }
      if isKnown { return true }
    }
    return false
  }

  /// By what the person is known again in lists.
  private static func forms(_ rows: ErasedRows, _ db: Database) throws -> Set<StopForm> {
    var forms = Set(rows.words.emails.compactMap(StopForm.typed))
    for id in rows.contacts {
      if let contact = try Contact.fetchOne(id, db) {
        forms.formUnion(StopForm.all(of: contact.known))
      } else {
        forms.formUnion(StopForm.all(of: try MergedContact.known(id, db)))
      }
    }
    return forms
  }

  /// Contacts that stay and have one of the addresses, or the whole name.
  private static func alike(_ rows: ErasedRows, _ db: Database) throws -> [String] {
    try Contact.fetchAll(db, sql: "\(Contact.selection) ORDER BY contact.id")
      .filter { contact in
        guard !rows.contacts.contains(contact.id.value) else { return false }
        let cell = contact.known[.email]?.lowercased() ?? ""
        return rows.words.emails.contains { cell.contains($0) }
          || contact.person.map { rows.words.names.contains(PersonWords.folded($0)) } == true
      }.map(\.code)
  }

  /// Steps of which nothing is left are not undone any more.
  private static func mark(_ emptied: Set<Int64>, _ db: Database) throws {
    for step in emptied {
      try db.execute(
        sql:
          "UPDATE operation SET is_final = 1 WHERE id = ? AND kind = 'change' AND batch_rows = 0",
        arguments: [step])
    }
  }

  /// Removes the rows that are the person's own, the contact where nothing refers to it.
  private static func remove(_ rows: ErasedRows, _ id: Int64, _ db: Database) throws -> Bool {
    for contact in rows.contacts.sorted() {
      for table in ["consent", "contact_edit"] {
        try db.execute(sql: "DELETE FROM \(table) WHERE contact_id = ?", arguments: [contact])
      }
      try db.execute(sql: "DELETE FROM merged_contact WHERE id = ?", arguments: [contact])
      try db.execute(
        sql: "DELETE FROM document WHERE record_kind = 'contact' AND record_id = ?",
        arguments: [contact])
    }
    return try removeUnused(id, db)
  }

  /// Removes a contact to which no record refers; says whether it is gone.
  private static func removeUnused(_ id: Int64, _ db: Database) throws -> Bool {
    guard try References.users(of: "contact", id: id, in: db).isEmpty else { return false }
    try db.execute(sql: "DELETE FROM contact WHERE id = ?", arguments: [id])
    return true
  }

  private static func note(
    _ id: Int64, _ rows: ErasedRows, _ kept: [Erasure.Kept], because reason: String,
    _ write: Transaction
  ) throws {
    let lines = kept.isEmpty ? nil : kept.map { "\($0.what): \($0.why)" }.joined(separator: "\n")
    for contact in rows.contacts.sorted() {
      try write.db.execute(
        sql: """
          INSERT INTO erasure (id, person, contact, erased_on, erased_by, reason, kept, kept_until)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          ON CONFLICT (contact) DO NOTHING
          """,
        arguments: [
          write.nextID("erasure"), id, contact, write.invocation.today, write.invocation.who,
          reason,
          lines, kept.compactMap(\.until).max(),
        ])
    }
  }

  /// Rows of erased persons that an undo or redo brought back without their data go again.
  static let hooks: StoreHooks = {
    var hooks = StoreHooks()
    hooks.afterReversal = [
      { db in
        for id in try Int64.fetchAll(db, sql: "SELECT contact FROM erasure ORDER BY contact") {
          for table in ["consent", "contact_edit"] {
            try db.execute(sql: "DELETE FROM \(table) WHERE contact_id = ?", arguments: [id])
          }
          try db.execute(sql: "DELETE FROM merged_contact WHERE id = ?", arguments: [id])
          _ = try removeUnused(id, db)
        }
      }
    ]
    return hooks
  }()
}

extension Store {
  package var erasures: Erasures { Erasures(store: self) }

  /// Writes the file anew without its free pages, and empties the log beside it; says whether all of it
  /// could be done: another command that reads keeps its view of the file.
  func clearTraces() throws -> Bool {
    try translating {
      try queue.writeWithoutTransaction { db in
        try db.execute(sql: "VACUUM")
        guard try Self.emptyLog(db) else { return false }
        try db.execute(sql: "DELETE FROM unfinished_erasure")
        _ = try Self.emptyLog(db)
        return true
      }
    }
  }

  static func emptyLog(_ db: Database) throws -> Bool {
    let row = try Row.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    return try row?.value(0, as: Int.self) == 0
  }
}
