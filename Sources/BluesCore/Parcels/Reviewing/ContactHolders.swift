internal import GRDB

extension Sharing {
  /// The partners to whose copies a contact went with parcels, or from which it came.
  ///
  /// By which parcels had contacts at all: the rows of old ones are not kept. None in a project that is
  /// not shared, and for a contact that is not found.
  package func holders(ofContact text: String) throws -> [String] {
    try store.read { db in
      guard let identity = try CopyIdentity.fetch(db),
        let contact = try? Contacts.fetch(text, db)
      else { return [] }
      let owner = try String.fetchOne(
        db,
        sql: """
          SELECT code FROM contact JOIN partner ON partner.id = partner_id WHERE contact.id = ?
          """, arguments: [contact.id.value])
      let coordinator = try Partner.coordinator(db)
      let others = [owner, coordinator].compactMap { $0 }.filter { $0 != identity.organisation }
      return try Set(others).sorted().filter { partner in
        let parcels =
          try ParcelLog.sent(to: partner, db) + ParcelLog.received(from: partner, db)
        return parcels.contains { $0.header.tables.keys.contains("contact") }
      }
    }
  }
}
