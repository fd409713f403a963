internal import Basics
internal import GRDB

/// The contacts that may not be written to for a reason that their own row does not say: they are on the
/// stop list, their address stands in a record whose owner wants no mail, or their legal basis begins later.
struct BarredContacts {
  /// The last word of the consent log by contact.
  let words: [RowID: ConsentEntry.Act]
  let today: Day

  init(_ words: [RowID: ConsentEntry.Act], today: Day) {
    self.words = words
    self.today = today
  }

  func all(_ db: Database) throws -> [RowID: MailPermission.Refusal] {
    var barred: [RowID: MailPermission.Refusal] = [:]
    let later = try Int64.fetchAll(
      db, sql: "SELECT id FROM contact WHERE basis_date > ?", arguments: [today])
    for id in later where words[RowID(id)] != .given { barred[RowID(id)] = .withoutBasis }
    for (id, refusal) in try sharing(db) { barred[id] = refusal }
    for id in try stopped(db) { barred[id] = .objected }
    return barred
  }

  /// Those with the address of a contact that opted out or withdrew.
  private func sharing(_ db: Database) throws -> [RowID: MailPermission.Refusal] {
    let optedOut = try Row.fetchAll(
      db,
      sql: "SELECT id, opt_out FROM contact WHERE opt_out <> '' AND email <> ''"
    ).compactMap { row -> Int64? in
      try MailPermission.isOptOut(row.value("opt_out")) ? row.value("id") : nil
    }
    let withdrawn = words.filter { $0.value != .given }.map(\.key.value)
    var barred: [RowID: MailPermission.Refusal] = [:]
    for (ids, refusal) in [(withdrawn, MailPermission.Refusal.withdrawn), (optedOut, .optedOut)]
    where !ids.isEmpty {
      let found = try Int64.fetchAll(
        db,
        sql: """
          SELECT id FROM contact WHERE lower(email) IN
            (SELECT lower(email) FROM contact
             WHERE email <> '' AND id IN (SELECT value FROM json_each(?)))
          """, arguments: [Self.list(ids)])
      for id in found { barred[RowID(id)] = refusal }
    }
    return barred
  }

  /// Those on the stop list that are contacts all the same.
  ///
  /// Each is read and digested, so that it is not asked of those who may not be written to anyway:
  /// contacts without a legal basis who gave no consent.
  private func stopped(_ db: Database) throws -> [RowID] {
    let digests = try StopDigests(db)
    guard !digests.isEmpty else { return [] }
    let given = words.filter { $0.value == .given }.map(\.key.value)
    var stopped: [RowID] = []
    let contacts = try Contact.fetchCursor(
      db,
      sql: """
        \(Contact.selection)
        WHERE contact.basis <> '' OR contact.id IN (SELECT value FROM json_each(?))
        ORDER BY contact.id
        """, arguments: [Self.list(given)])
    while let contact = try contacts.next() {
      if digests.has(contact.known) { stopped.append(contact.id) }
    }
    return stopped
  }

  /// Numbers as one value, as other rooms hand them over: a question that lists them takes three times as long.
  private static func list(_ ids: some Collection<Int64>) -> String {
    "[\(ids.map(String.init).joined(separator: ","))]"
  }
}
