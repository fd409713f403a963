internal import Basics
internal import GRDB

extension Erasures {
  /// In SQL, whether a contact is one whose person was not erased.
  static let isHeld = "contact.id NOT IN (SELECT contact FROM erasure)"

  /// By what the person is known again in lists.
  static func forms(_ rows: ErasedRows, _ db: Database) throws -> Set<StopForm> {
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
  static func alike(_ rows: ErasedRows, _ db: Database) throws -> [String] {
    try Contact.fetchAll(db, sql: "\(Contact.selection) ORDER BY contact.id")
      .filter { contact in
        guard !rows.contacts.contains(contact.id.value) else { return false }
        let cell = contact.known[.email]?.lowercased() ?? ""
        return rows.words.emails.contains { cell.contains($0) }
          || contact.person.map { rows.words.names.contains(PersonWords.folded($0)) } == true
      }.map(\.code)
  }

  /// The persons of the staff who have the whole name.
  static func staff(_ rows: ErasedRows, _ db: Database) throws -> [String] {
    try Row.fetchAll(db, sql: "SELECT code, name FROM person WHERE name <> '' ORDER BY code")
      .compactMap {
        let name: String = try $0.value("name")
        return rows.words.names.contains(PersonWords.folded(name)) ? try $0.value("code") : nil
      }
  }

  /// Steps of which nothing is left are not undone any more.
  static func mark(_ emptied: Set<Int64>, _ db: Database) throws {
    for step in emptied {
      try db.execute(
        sql:
          "UPDATE operation SET is_final = 1 WHERE id = ? AND kind = 'change' AND batch_rows = 0",
        arguments: [step])
    }
  }

  /// Removes the rows that are the person's own, the contact where nothing refers to it.
  static func remove(_ rows: ErasedRows, _ id: Int64, _ db: Database) throws -> Bool {
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

  static func note(
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
    try DoubtfulContacts.decide(rows.contacts, write.db)
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
