internal import Basics
internal import GRDB

/// The consent log: lines are added and never changed, so that it proves what was agreed to when.
package struct Consents: Sendable {
  let store: Store

  /// The lines, oldest first; of one contact where a text names one.
  package func all(of text: String? = nil) throws -> [ConsentEntry] {
    try store.read { db in
      try ConsentEntry.fetchAll(of: text.map { try Contacts.fetch($0, db).id.value }, db)
    }
  }

  /// Adds a line, and answers it with what it says of the contact now.
  ///
  /// The same line again adds nothing.
  package func record(_ text: String, _ word: ConsentEntry.Word) throws -> ConsentEntry {
    try store.write { write in
      guard word.on <= store.invocation.today else {
        throw ConsentProblem.inTheFuture(word.on, today: store.invocation.today)
      }
      let contact = try Contacts.fetch(text, write.db)
      try Self.insert(contact.id.value, word, write)
      write.records(
        "\(contact.code): \(word.scope.name) \(word.act.rawValue)", affecting: [contact.code])
      let lines = try ConsentEntry.fetchAll(of: contact.id.value, write.db)
      guard let line = lines.last(where: { $0.word == word }) else {
        throw ContactProblem.unknown(contact.code)
      }
      return line
    }
  }

  /// Adds a line unless the contact has it; says whether it did.
  @discardableResult
  static func insert(
    _ contact: Int64, _ word: ConsentEntry.Word, _ write: Transaction
  ) throws -> Bool {
    let isKnown = try Int.fetchOne(
      write.db.cachedStatement(
        sql: """
          SELECT 1 FROM consent
          WHERE contact_id = ? AND scope = ? AND act = ? AND happened_on = ? AND wording IS ?
            AND channel IS ? AND note IS ?
          """),
      arguments: [
        contact, word.scope.name, word.act.rawValue, word.on, word.wording, word.channel, word.note,
      ])
    guard isKnown == nil else { return false }
    try write.db.execute(
      sql: """
        INSERT INTO consent (id, contact_id, scope, act, happened_on, wording, channel,
                             recorded_by, recorded_at, note)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        write.nextID("consent"), contact, word.scope.name, word.act.rawValue, word.on,
        word.wording, word.channel, write.invocation.who, write.invocation.at, word.note,
      ])
    return true
  }

  /// Who may be written to for a purpose.
  package func permission(for scope: ConsentScope = .newsletter) throws -> MailPermission {
    try store.read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: "SELECT contact_id, act FROM consent WHERE scope = ? ORDER BY happened_on, id",
        arguments: [scope.name])
      var words: [RowID: ConsentEntry.Act] = [:]
      while let row = try rows.next() {
        words[RowID(try row.value(0, as: Int64.self))] = try row.value(1, "act")
      }
      return MailPermission(
        scope: scope, words: words,
        barred: try BarredContacts(words, today: store.invocation.today).all(db))
    }
  }
}

extension Store {
  package var consents: Consents { Consents(store: self) }
}
