import CSQLite
internal import GRDB

extension ComparedContact: DoubleTraits {
  static func likeness(_ one: ComparedContact, _ other: ComparedContact) -> Similarity {
    ContactSimilarity.between(one, other)
  }

  /// The fields that are compared, in the order of the columns.
  private static let fields: [ContactField] = [
    .externalID, .name, .givenName, .familyName, .email, .phone, .mobile, .website, .street,
    .postcode, .city, .country, .organisation, .vat, .pic,
  ]

  private static let selection = """
    SELECT contact.id, contact.source, contact.external_id, contact.name, contact.given_name,
           contact.family_name, contact.email, contact.phone, contact.mobile, contact.website,
           contact.street, contact.postcode, contact.city, contact.country, organisation.name,
           organisation.vat, organisation.pic
    FROM contact
    LEFT JOIN organisation ON organisation.id = contact.organisation_id
    """

  static func forEach(_ db: Database, _ body: (ComparedContact) throws -> Void) throws {
    try PreparedStatement(db, "\(selection) ORDER BY contact.id").forEach { row in
      try body(read(row))
    }
  }

  static func lookUp(_ db: Database) throws -> (Int64) throws -> ComparedContact? {
    let statement = try PreparedStatement(db, "\(selection) WHERE contact.id = ?")
    return { id in
      var found: ComparedContact?
      statement.bind(1, id)
      try statement.forEach { found = read($0) }
      return found
    }
  }

  private static func read(_ row: OpaquePointer?) -> ComparedContact {
    ComparedContact(
      id: sqlite3_column_int64(row, 0), source: PreparedStatement.text(row, 1) ?? ""
    ) { field in
      fields.firstIndex(of: field).flatMap { PreparedStatement.text(row, Int32($0 + 2)) }
    }
  }
}

extension PreparedStatement {
  /// A column's text; nil for NULL.
  static func text(_ row: OpaquePointer?, _ column: Int32) -> String? {
    sqlite3_column_text(row, column).map { start in
      String(
        decoding: UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(row, column))),
        as: UTF8.self)
    }
  }
}
