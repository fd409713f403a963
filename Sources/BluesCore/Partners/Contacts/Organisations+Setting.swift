internal import GRDB

extension Organisations {
  /// Changes what a person says of an organisation; its contacts remember that a person did.
  package func set(_ text: String, _ draft: Draft) throws -> Organisation {
    guard draft != Draft() else { throw OrganisationProblem.nothingToSet }
    return try store.write { write in
      let id = try Self.fetch(text, write.db).id.value
      let said = try draft.columns()
      try Self.noting(id, write) {
        if !said.isEmpty {
          let pairs = said.map { "\($0.name) = ?" }.joined(separator: ", ")
          try write.db.execute(
            sql: "UPDATE organisation SET \(pairs) WHERE id = ?",
            arguments: StatementArguments(said.map(\.value)) + [id])
        }
        try Self.move(id, to: draft.cluster, write)
      }
      let organisation = try Self.fetch(id, write.db)
      write.records("changed organisation \(organisation.code)", affecting: [organisation.code])
      return organisation
    }
  }

  /// Makes a change of an organisation and notes it with its contacts, so that the next list of
  /// contacts does not take it back.
  static func noting(_ id: Int64, _ write: Transaction, _ change: () throws -> Void) throws {
    let contacts = try Contact.fetchAll(of: id, write.db)
    try change()
    for contact in contacts {
      try ContactEdits.note(
        write, contact.id.value, from: contact.known,
        to: Contacts.fetch(contact.id.value, write.db).known)
    }
  }
}
