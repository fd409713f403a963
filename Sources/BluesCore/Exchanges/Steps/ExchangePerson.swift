internal import GRDB

/// A person who takes part in an exchange, on one side of it.
package struct ExchangePerson: Sendable, Equatable {
  package let exchange: ExchangeCode
  /// The id of the contact, such as `C17`.
  package let contact: String
  package let name: String
  package let organisation: String?
  package let side: Profile.Role
  /// What the person does there, such as `participant`.
  package let role: String?

  /// The people of one exchange, the host's first.
  static func fetchAll(_ code: ExchangeCode, _ db: Database) throws -> [ExchangePerson] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT exchange_person.*
        FROM exchange_person
        JOIN exchange ON exchange.id = exchange_id
        WHERE exchange.number = ?
        ORDER BY side, exchange_person.id
        """,
      arguments: [code.number]
    ).map { row in
      let contact = try Contacts.fetch(row.value("contact_id", as: Int64.self), db)
      return ExchangePerson(
        exchange: code, contact: contact.code, name: contact.title,
        organisation: contact.known[.organisation],
        side: try row.value("side"), role: try row.value("role"))
    }
  }
}
