internal import Basics
internal import GRDB

/// Who takes part in the exchanges: contacts of the host's or the visitor's organisation.
package struct ExchangePersons: Sendable {
  let store: Store

  package func all(_ code: ExchangeCode) throws -> [ExchangePerson] {
    try store.read { db in
      _ = try Exchanges.fetch(code, db)
      return try ExchangePerson.fetchAll(code, db)
    }
  }

  /// Adds a contact of one of both organisations; the side has to be said of a contact that has
  /// no organisation.
  package func add(
    _ code: ExchangeCode, _ text: String, side: Profile.Role? = nil, role: String? = nil
  ) throws -> ExchangePerson {
    try store.write { write in
      let db = write.db
      let id = try Exchanges.id(code, db)
      let contact = try Contacts.fetch(text, at: Self.homes(code, side, db), db)
      let side = try Self.side(of: contact, side, code, db)
      if try Self.row(id, contact, db) != nil {
        throw PersonProblem.thereAlready(contact.code, code)
      }
      try db.execute(
        sql: """
          INSERT INTO exchange_person (id, exchange_id, contact_id, side, role)
          VALUES (?, ?, ?, ?, ?)
          """,
        arguments: [
          write.nextID("exchange_person"), id, contact.id.value, side.rawValue, role?.trimmed,
        ])
      write.records(
        "added \(contact.code) to \(code)", affecting: [code.description, contact.code])
      return try Self.fetch(code, contact, db)
    }
  }

  package func remove(_ code: ExchangeCode, _ text: String) throws -> ExchangePerson {
    try store.write { write in
      let id = try Exchanges.id(code, write.db)
      let contact = try Contacts.fetch(text, at: Self.homes(code, nil, write.db), write.db)
      guard let row = try Self.row(id, contact, write.db) else {
        throw PersonProblem.notThere(contact.code, code)
      }
      let person = try Self.fetch(code, contact, write.db)
      try write.db.execute(sql: "DELETE FROM exchange_person WHERE id = ?", arguments: [row])
      write.records(
        "removed \(contact.code) from \(code)", affecting: [code.description, contact.code])
      return person
    }
  }

  /// The organisations of both sides, or of one, among whose contacts a name is looked for first.
  private static func homes(
    _ code: ExchangeCode, _ side: Profile.Role?, _ db: Database
  ) throws -> Set<Int64> {
    try Int64.fetchSet(
      db,
      sql: """
        SELECT organisation_id FROM exchange
        JOIN profile ON profile.id IN (host_id, visitor_id)
        WHERE number = :number AND (:side IS NULL OR role = :side)
        """, arguments: ["number": code.number, "side": side?.rawValue])
  }

  /// The side whose organisation the contact belongs to.
  private static func side(
    of contact: Contact, _ given: Profile.Role?, _ code: ExchangeCode, _ db: Database
  ) throws -> Profile.Role {
    let exchange = try Exchanges.fetch(code, db)
    guard let organisation = contact.organisation else {
      guard let given else { throw PersonProblem.sideUnknown(contact.code, code) }
      return given
    }
    let sides = try String.fetchAll(
      db,
      sql: """
        SELECT role FROM exchange
        JOIN profile ON profile.id IN (host_id, visitor_id)
        WHERE number = ? AND organisation_id = ?
        """,
      arguments: [code.number, organisation.value])
    guard let found = sides.compactMap(Profile.Role.init(rawValue:)).first,
      given == nil || given == found
    else {
      throw PersonProblem.ofNeither(
        contact.code, code, host: exchange.host, visitor: exchange.visitor, side: given)
    }
    return found
  }

  private static func row(_ exchange: Int64, _ contact: Contact, _ db: Database) throws -> Int64? {
    try Int64.fetchOne(
      db, sql: "SELECT id FROM exchange_person WHERE exchange_id = ? AND contact_id = ?",
      arguments: [exchange, contact.id.value])
  }

  private static func fetch(
    _ code: ExchangeCode, _ contact: Contact, _ db: Database
  ) throws -> ExchangePerson {
    let found = try ExchangePerson.fetchAll(code, db).first { $0.contact == contact.code }
    guard let found else { throw PersonProblem.notThere(contact.code, code) }
    return found
  }
}

extension Store {
  package var exchangePersons: ExchangePersons { ExchangePersons(store: ofScheme) }
}
