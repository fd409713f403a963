internal import GRDB

extension Organisations {
  /// Adds an organisation by the rules of lists; what stands though one speaks against it is told.
  package func add(
    _ name: String, _ draft: Draft, telling: (ContactCheck.Warning) -> Void = { _ in }
  ) throws -> Organisation {
    try store.write { write in
      let db = write.db
      var draft = draft
      draft.texts[.name] = name
      let said = try Self.checked(draft, telling)
      let value = { (field: OrganisationField) in said.first { $0.field == field }?.value }
      let present = try Organisation.fetchOne(
        db, sql: "\(Organisation.selection) WHERE name = ? AND country IS ?",
        arguments: [value(.name), value(.country)])
      if let present { throw OrganisationProblem.alreadyThere(present.name, code: present.code) }
      let id = try write.nextID("organisation")
      let columns = ["id"] + said.map(\.field.rawValue)
      let marks = Array(repeating: "?", count: columns.count).joined(separator: ", ")
      try db.execute(
        sql: "INSERT INTO organisation (\(columns.joined(separator: ", "))) VALUES (\(marks))",
        arguments: [id] + StatementArguments(said.map(\.value)))
      try Self.join(id, draft.cluster, write)
      let organisation = try Self.fetch(id, db)
      write.records("added organisation \(organisation.code)", affecting: [organisation.code])
      return organisation
    }
  }

  /// Changes what a person says of an organisation; its contacts remember that a person did.
  package func set(
    _ text: String, _ draft: Draft, telling: (ContactCheck.Warning) -> Void = { _ in }
  ) throws -> Organisation {
    guard draft != Draft() else { throw OrganisationProblem.nothingToSet }
    return try store.write { write in
      let present = try Self.fetch(text, write.db)
      let id = present.id.value
      let said = try Self.checked(draft, of: present, telling)
      try Self.noting(id, write) {
        if !said.isEmpty {
          let pairs = said.map { "\($0.field.rawValue) = ?" }.joined(separator: ", ")
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
