internal import GRDB

/// An entry in the project's address list: a person, or an organisation's front desk.
package struct Contact: Sendable, Equatable {
  package let id: RowID
  /// What is known of it, by field.
  package let known: ContactDraft
  package let organisation: RowID?
  /// The list it came from, or `by hand`.
  package let source: String
  /// The step of the import that brought it.
  package let batch: Int64?

  /// The id people see and type, such as `C17`.
  package var code: String { "C\(id.running)" }
  package var partner: String? { known.partner }

  /// The person's name, whole or put together from its halves.
  package var person: String? {
    let halves = [known[.givenName], known[.familyName]].compactMap(\.self)
    return known[.name] ?? (halves.isEmpty ? nil : halves.joined(separator: " "))
  }

  /// What to call it: the person, else the organisation, else the mailbox.
  package var title: String {
    person ?? known[.organisation] ?? known[.email] ?? code
  }
}

extension Contact: FetchableRecord {
  init(row: Row) throws {
    id = RowID(try row.value("id"))
    organisation = try row.value("organisation_id", as: Int64?.self).map(RowID.init)
    source = try row.value("source")
    batch = try row.value("batch")
    var known = ContactDraft()
    for field in ContactField.allCases { known[field] = try row.value(field.column) }
    known.partner = try row.value("partner_code")
    self.known = known
  }

  /// One contact by the number of its row.
  static func fetchOne(_ id: Int64, _ db: Database) throws -> Contact? {
    let statement = try db.cachedStatement(sql: "\(selection) WHERE contact.id = ?")
    return try fetchOne(statement, arguments: [id])
  }

  /// The contacts of an organisation.
  static func fetchAll(of organisation: Int64, _ db: Database) throws -> [Contact] {
    try fetchAll(
      db, sql: "\(selection) WHERE contact.organisation_id = ? ORDER BY contact.id",
      arguments: [organisation])
  }

  static let selection = """
    SELECT contact.*, partner.code AS partner_code, organisation.name AS organisation_name,
           \(facts.joined(separator: ", "))
    FROM contact
    LEFT JOIN organisation ON organisation.id = contact.organisation_id
    LEFT JOIN partner ON partner.id = contact.partner_id
    """
}

extension Contact {
  private static let facts = ContactField.facts.map {
    "organisation.\($0.factColumn) AS \($0.column)"
  }
}

extension ContactField {
  /// The column of `Contact.selection`.
  var column: String {
    switch self {
    case .organisation: "organisation_name"
    case .externalID: "external_id"
    default: key
    }
  }
}
