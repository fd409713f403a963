import CSQLite
internal import GRDB

/// Writes contacts and their organisations through statements prepared once.
///
/// An import of a list passes here for every row, so the cells are bound straight to SQLite
/// instead of going through records, which was measured several times slower.
final class ContactTable {
  private let write: Write
  private let partners: [String: Int64]
  /// The partner asked for last, since a list is of one partner.
  private var lastPartner: (code: String, id: Int64)?
  private let insertion: BoundStatement
  private let organisations: OrganisationTable
  private var lastID: Int64

  /// The columns of the contact itself, in the order of `ContactField`.
  private static let fields = ContactField.allCases.filter { !$0.isOfOrganisation }

  init(_ write: Write) throws {
    self.write = write
    let db = write.db
    partners = try Row.fetchAll(db, sql: "SELECT code, id FROM partner")
      .reduce(into: [:]) { $0[($1["code"] as String).asciiRaised] = $1["id"] }
    organisations = try OrganisationTable(write)
    lastID = try write.nextID("contact") - 1
    let columns = Self.fields.map(\.storedColumn).joined(separator: ", ")
    let marks = Array(repeating: "?", count: Self.fields.count + 8).joined(separator: ", ")
    insertion = try BoundStatement(
      db,
      """
      INSERT INTO contact
        (id, organisation_id, partner_id, extra, source, match_key, fingerprint, batch, \(columns))
      VALUES (\(marks))
      """)
  }

  /// The short names of the partners, in capitals.
  var partnerCodes: Set<String> { Set(partners.keys) }

  func partnerID(_ code: String?) throws -> Int64? {
    guard let code else { return nil }
    if let lastPartner, lastPartner.code.isSame(as: code) { return lastPartner.id }
    guard let id = partners[code.asciiRaised] else {
      throw PartnerProblem.unknown(code, known: try Partners.codes(write.db))
    }
    lastPartner = (code, id)
    return id
  }

  /// Adds one contact, and its organisation and membership when they are new.
  @discardableResult
  func insert(
    _ draft: ContactDraft, source: String, batch: Int64?, key: Int64? = nil,
    fingerprint: Int64? = nil
  ) throws -> Int64 {
    try ContactBlock(draft, key: key, fingerprint: fingerprint).withRow(0) {
      try insert($0, source: source, batch: batch)
    }
  }

  /// Adds one contact of a block.
  func insert(_ row: ContactBlock.Row, source: String, batch: Int64?) throws -> Int64 {
    let partner = try partnerID(row.head.partner)
    let organisation = try organisations.id(for: row, partner: partner, batch: batch)
    lastID += 1
    insertion.clear()
    insertion.bind(1, lastID)
    insertion.bind(2, organisation)
    insertion.bind(3, partner)
    if let kept = row.kept { insertion.bind(4, inPlace: kept) }
    insertion.bind(5, row.head.source ?? source)
    insertion.bind(6, row.head.key)
    insertion.bind(7, row.head.fingerprint)
    insertion.bind(8, batch)
    for (index, field) in Self.fields.enumerated() {
      if let bytes = row[field] { insertion.bind(9 + index, inPlace: bytes) }
    }
    try batch == nil ? insertion.run() : write.unrecorded { try insertion.run() }
    return lastID
  }

  /// Rewrites one contact; values of the organisation go to its organisation.
  ///
  /// Without a key and fingerprint those of its list stay, so that the same list again does not
  /// overwrite what a person changed.
  func revise(_ id: Int64, to draft: ContactDraft, key: Int64? = nil, fingerprint: Int64? = nil)
    throws
  {
    let partner = try partnerID(draft.partner)
    let organisation = try organisations.id(for: draft, revising: id, partner: partner)
    let columns = Self.fields.map { "\($0.storedColumn) = ?" }.joined(separator: ", ")
    let update = try BoundStatement(
      write.db,
      """
      UPDATE contact
      SET organisation_id = ?, partner_id = ?,
          extra = coalesce(json_patch(coalesce(extra, '{}'), ?), extra),
          match_key = coalesce(?, match_key), fingerprint = coalesce(?, fingerprint), \(columns)
      WHERE id = ?
      """)
    update.bind(1, organisation)
    update.bind(2, partner)
    update.bind(3, JSONText.object(draft.kept))
    update.bind(4, key)
    update.bind(5, fingerprint)
    for (index, field) in Self.fields.enumerated() { update.bind(6 + index, draft[field]) }
    update.bind(6 + Self.fields.count, id)
    try update.run()
  }
}

extension ContactField {
  /// The column of the contact's own table.
  fileprivate var storedColumn: String { self == .externalID ? "external_id" : key }
}
