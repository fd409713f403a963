internal import GRDB

extension Contacts {
  /// Removes a contact and answers with its code; its organisation stays.
  ///
  /// - Throws: `RecordProblem.inUse` while another record refers to it.
  package func remove(_ text: String) throws -> String {
    try store.write { write in
      let contact = try Self.fetch(text, write.db)
      let id = contact.id.value
      let uses = try RecordUses.of("contact", id, in: write.db)
      guard uses.isEmpty else { throw RecordProblem.inUse(contact.code, by: uses) }
      try write.db.execute(sql: "DELETE FROM contact_edit WHERE contact_id = ?", arguments: [id])
      try write.db.execute(sql: "DELETE FROM contact WHERE id = ?", arguments: [id])
      write.records("removed contact \(contact.code)", affecting: [contact.code])
      return contact.code
    }
  }
}
