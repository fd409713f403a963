internal import GRDB

/// A contact that was merged into another one, as it was.
package struct MergedContact: Sendable, Equatable {
  package let id: RowID
  package let source: String
  package let known: ContactDraft

  package var code: String { "C\(id.running)" }
  package var title: String {
    let halves = [known[.givenName], known[.familyName]].compactMap(\.self)
    return known[.name] ?? (halves.isEmpty ? nil : halves.joined(separator: " "))
      ?? known[.organisation] ?? known[.email] ?? code
  }

  /// Moves a contact from the address list to those that are remembered with the survivor.
  static func remember(_ db: Database, _ contact: Contact, in survivor: Int64) throws {
    let id = contact.id.value
    try db.execute(
      sql: """
        INSERT INTO merged_contact (id, contact_id, organisation_id, partner_id, source, match_key,
                                    fingerprint, batch, known, extra)
        SELECT id, ?, organisation_id, partner_id, source, match_key, fingerprint, batch, ?, extra
        FROM contact
        WHERE id = ?
        """,
      arguments: [survivor, json(contact.known), id])
    try db.execute(sql: "DELETE FROM contact WHERE id = ?", arguments: [id])
  }

  /// Notes what the row of a merged contact says by now.
  static func note(
    _ db: Database, _ id: Int64, known: ContactDraft, kept: [ExtraCell],
    _ fingerprint: Int64
  ) throws {
    try db.execute(
      sql: """
        UPDATE merged_contact
        SET known = ?, fingerprint = ?,
            extra = coalesce(json_patch(coalesce(extra, '{}'), ?), extra)
        WHERE id = ?
        """,
      arguments: [json(known), fingerprint, JSONText.object(kept), id])
  }

  private static func json(_ known: ContactDraft) -> String {
    let cells = ContactField.allCases.compactMap { field in
      known[field].map { ExtraCell(heading: field.key, text: $0) }
    }
    return JSONText.object(cells) ?? "{}"
  }

  /// What a merged contact said, by field.
  static func known(_ id: Int64, _ db: Database) throws -> ContactDraft {
    let cells = try Row.fetchAll(
      db,
      sql: """
        SELECT key, value FROM merged_contact, json_each(merged_contact.known)
        WHERE merged_contact.id = ?
        """,
      arguments: [id])
    var known = ContactDraft()
    for cell in cells {
      if let field = try ContactField(key: cell.value("key")) {
        known[field] = try cell.value("value")
      }
    }
    return known
  }
}

extension Contacts {
  /// The contacts that were merged into one, in the order of their ids.
  package func merged(into contact: RowID) throws -> [MergedContact] {
    try store.read { db in
      let rows = try Row.fetchAll(
        db, sql: "SELECT id, source FROM merged_contact WHERE contact_id = ? ORDER BY id",
        arguments: [contact.value])
      return try rows.map { row in
        try MergedContact(
          id: RowID(row.value("id")), source: row.value("source"),
          known: MergedContact.known(row.value("id"), db))
      }
    }
  }
}
