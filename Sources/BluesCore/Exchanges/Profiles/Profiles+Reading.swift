internal import GRDB

extension Profiles {
  /// An organisation by what people call it, or by a contact of it, such as `C17`.
  static func organisation(
    _ text: String, _ db: Database
  ) throws -> (organisation: Organisation, contact: Contact?) {
    guard RowID.running(text, letter: 0x43) != nil else {
      return (try Organisations.fetch(text, db), nil)
    }
    let contact = try Contacts.fetch(text, db)
    guard let id = contact.organisation else {
      throw ProfileProblem.noOrganisation(contact: contact.code)
    }
    return (try Organisations.fetch(id.value, db), contact)
  }

  /// The organisation that is meant as a host, as a visitor, or as any of both: by what people call
  /// it or somebody who works there, looked for among the profiles of the role before all others.
  static func organisation(
    _ text: String, as role: Profile.Role?, _ db: Database
  ) throws -> Organisation {
    if RowID.running(text, letter: 0x43) != nil {
      return try organisation(text, db).organisation
    }
    guard RowID.running(text, letter: 0x4F) == nil else {
      return try Organisations.fetch(text, db)
    }
    let ids = try Int64.fetchAll(
      db, sql: "SELECT organisation_id FROM profile WHERE role = coalesce(?, role) ORDER BY id",
      arguments: [role?.rawValue])
    let found = try Organisations.named(text, among: ids, db)
    if found.count == 1 { return found[0] }
    if found.isEmpty {
      let persons = try Contacts.named(text, at: Set(ids), alone: true, db)
      let homes = Set(persons.compactMap(\.organisation))
      if homes.count == 1, let home = homes.first { return try Organisations.fetch(home.value, db) }
      if homes.count > 1 {
        throw ContactProblem.ambiguous(
          text, candidates: persons.prefix(8).map { "\($0.code) \($0.title)" })
      }
      return try Organisations.fetch(text, db)
    }
    throw OrganisationProblem.ambiguous(
      text, candidates: found.prefix(8).map { "\($0.code) \($0.name)" })
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
    _ organisation: Int64, _ draft: Draft, _ write: Transaction, _ known: ProfileTable? = nil,
    isKnown: Bool = false
  ) throws {
    let table = try known ?? ProfileTable(write)
    let plan = try table.plan(organisation, draft)
    if isKnown {
      try Organisations.move(organisation, to: draft.cluster, write)
    } else {
      try Organisations.join(organisation, draft.cluster, write)
    }
    _ = try table.write(plan, of: organisation)
  }
}
