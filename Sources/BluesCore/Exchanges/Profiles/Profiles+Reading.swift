internal import GRDB

extension Profiles {
  /// An organisation by what people call it, or by a contact of it, such as `C17`.
  static func organisation(
    _ text: String, _ db: Database
  ) throws -> (organisation: Organisation, contact: Contact?) {
    guard Contacts.running(text, letter: 0x43) != nil else {
      return (try Organisations.fetch(text, db), nil)
    }
    let contact = try Contacts.fetch(text, db)
    guard let id = contact.organisation else {
      throw ProfileProblem.noOrganisation(contact: contact.code)
    }
    return (try Organisations.fetch(id.value, db), contact)
  }

  /// The profiles of an organisation, at least one.
  static func fetch(
    _ organisation: Organisation, _ role: Profile.Role?, _ db: Database
  ) throws -> [Profile] {
    let found = try Profile.fetchAll(
      db,
      sql: """
        \(Profile.selection)
        WHERE profile.organisation_id = ? AND profile.role = coalesce(?, profile.role)
        ORDER BY profile.role
        """,
      arguments: [organisation.id.value, role?.rawValue])
    guard !found.isEmpty else {
      throw ProfileProblem.noProfile(organisation.name, role: role ?? .visitor)
    }
    return found
  }

  /// The draft with its texts as they are stored.
  static func checked(_ draft: Draft) throws -> Draft {
    if let category = draft[.category], CategoryWords.category(category) == nil {
      throw ProfileProblem.unknownCategory(category, known: try categories())
    }
    return try draft.stored()
  }

  /// What the contact says where the draft says nothing.
  static func completed(_ draft: Draft, by contact: Contact?) throws -> Draft {
    guard let contact else { return draft }
    var draft = draft
    let known: [(ProfileField, ContactField)] = [
      (.city, .city), (.sectors, .sector), (.languages, .language),
    ]
    for (field, source) in known where draft[field] == nil {
      draft[field] = try contact.known[source].map { try field.stored($0) }
    }
    if draft.partner == nil, draft[.partnership] == nil { draft.partner = contact.partner }
    return draft
  }

  static func put(
    _ organisation: Int64, _ draft: Draft, _ write: Transaction, _ known: ProfileTable? = nil
  ) throws {
    let table = try known ?? ProfileTable(write)
    let plan = try table.plan(organisation, draft)
    try Organisations.join(organisation, draft.cluster, write)
    _ = try table.write(plan, of: organisation)
  }
}
