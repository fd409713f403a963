internal import Basics
import CSQLite
internal import GRDB

/// Writes contacts and their organisations through statements prepared once.
///
/// An import of a list passes here for every row, so the cells are bound straight to SQLite
/// instead of going through records, which was measured several times slower.
final class ContactTable {
  private let write: Transaction
  private let partners: [String: Int64]
  /// The partner asked for last, since a list is of one partner.
  private var lastPartner: (code: String, id: Int64)?
  private let new: BulkInsert
  let organisations: OrganisationTable
  /// The id of the contact that was added last.
  private(set) var lastID: Int64

  /// The columns of the contact itself, in the order of `ContactField`.
  private static let fields = ContactField.allCases.filter { !$0.isOfOrganisation }

  /// The columns of a contact beside its id, in the order of the table.
  private static let columns = [
    "organisation_id", "partner_id", "name", "given_name", "family_name", "position", "email",
    "phone", "mobile", "fax", "website", "street", "postcode", "city", "region", "country",
    "language", "sector", "note", "external_id", "extra", "source", "match_key", "fingerprint",
    "batch", "basis", "basis_date", "salutation", "title", "opt_out",
  ]

  init(_ write: Transaction) throws {
    self.write = write
    let db = write.db
    partners = try Row.fetchAll(db, sql: "SELECT code, id FROM partner")
      .reduce(into: [:]) {
        $0[try $1.value("code", as: String.self).asciiRaised] = try $1.value("id")
      }
    organisations = try OrganisationTable(write)
    lastID = try write.nextID("contact") - 1
    new = try BulkInsert(
      write,
      BulkInsert.Plan(
        table: "contact", columns: Self.columns,
        references: ["organisation_id", "partner_id", "batch"],
        numbers: ["match_key", "fingerprint"], texts: ContactBlock.texts,
        renamed: ["external_id": "id"],
        suspending: ["contact_organisation", "contact_partner", "membership_partner"]))
  }

  /// Ends a load: the indexes that it went without are there again.
  func finish() throws { try new.finish() }

  /// The short names of the partners, in capitals.
  var partnerCodes: Set<String> { Set(partners.keys) }

  func partnerID(_ code: String?) throws -> Int64? {
    guard let code else { return nil }
    if let lastPartner, lastPartner.code.isSame(as: code) { return lastPartner.id }
    guard let id = partners[code.asciiRaised] else {
      throw RecordProblem.unknownPartner(code, known: try Partner.codes(write.db))
    }
    lastPartner = (code, id)
    return id
  }

  /// Adds one contact, and its organisation and membership when they are new.
  func insert(_ draft: ContactDraft, source: String) throws -> Int64 {
    try insert([0], of: ContactBlock(draft, source: source), batch: nil)
    return lastID
  }

  /// Adds contacts of a block in their order, and gives the id of the first; the others follow it.
  @discardableResult
  func insert(_ rows: [Int], of block: ContactBlock, batch: Int64?) throws -> Int64 {
    let partners = try rows.map { try partnerID(block.heads[$0].partner) ?? 0 }
    let organisations = try organisations.ids(
      of: rows, in: block, partners: partners, batch: batch)
    let first = lastID + 1
    var numbers: [Int64] = []
    for (index, row) in rows.enumerated() {
      lastID += 1
      let head = block.heads[row]
      numbers += [
        Int64(row), lastID, organisations[index], partners[index], batch ?? 0, head.key,
        head.fingerprint,
      ]
    }
    try write.insert(in: batch) {
      try block.texts.withRows(numbers) { try new.write($0, upTo: lastID) }
      return rows.count
    }
    return first
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
    let update = try PreparedStatement(
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

  /// Sees to it that the same list again looks at contacts that stay when it is undone: what it said
  /// of their organisations may be gone.
  static func readAgain(_ db: Database, importedBy step: Int64) throws {
    try db.execute(
      sql: "UPDATE contact SET fingerprint = ~fingerprint WHERE batch = ?", arguments: [step])
  }

  /// Notes what the row of a contact says, where that changes nothing else.
  func note(_ id: Int64, key: Int64, fingerprint: Int64) throws {
    try write.db.execute(
      sql: "UPDATE contact SET match_key = ?, fingerprint = ? WHERE id = ?",
      arguments: [key, fingerprint, id])
  }
}

extension ContactField {
  /// The column of the contact's own table.
  fileprivate var storedColumn: String { self == .externalID ? "external_id" : key }
}
