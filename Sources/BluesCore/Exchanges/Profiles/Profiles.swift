internal import Basics
internal import GRDB

/// The hosts and visitors registered for exchanges.
package struct Profiles: Sendable {
  let store: Store

  package func all() throws -> [Profile] {
    try store.read { db in
      try Profile.fetchAll(
        db, sql: "\(Profile.selection) ORDER BY profile.role, organisation.name, profile.id")
    }
  }

  /// The profiles of an organisation or of a contact's organisation, the host's before the
  /// visitor's.
  ///
  /// - Throws: `ProfileProblem.noProfile` when it has none in the role asked for.
  package func one(_ text: String, as role: Profile.Role? = nil) throws -> [Profile] {
    try store.read { db in
      let organisation = try Self.organisation(text, as: role, db)
      return try Self.fetch(organisation, role, db)
    }
  }

  /// Registers an organisation, or that of a contact; the categories are those of the scheme.
  ///
  /// What the contact says of its town, sector and language holds where the draft says nothing.
  package func add(_ text: String, _ draft: Draft) throws -> Profile {
    try add(text, draft, as: [draft.role])[0]
  }

  /// Registers an organisation in each of the roles, in one step.
  package func add(
    _ text: String, _ draft: Draft, as roles: [Profile.Role]
  ) throws -> [Profile] {
    let stored = try Self.checked(draft)
    return try store.write { write in
      let found = try Self.organisation(text, write.db)
      let organisation = found.organisation
      for role in roles where try Self.id(of: organisation, as: role, write.db) != nil {
        throw ProfileProblem.profileTaken(organisation.name, role: role)
      }
      let completed = try Self.completed(stored, by: found.contact)
      for role in roles { try Self.put(organisation.id.value, completed.of(role), write) }
      write.records(
        "registered \(organisation.code) as \(Profile.Role.words(roles))",
        affecting: [organisation.code])
      return try roles.flatMap { try Self.fetch(organisation, $0, write.db) }
    }
  }

  /// Changes what a host or visitor says of itself; an empty text takes a value away.
  package func set(_ text: String, _ draft: Draft) throws -> Profile {
    try set(text, draft, as: [draft.role])[0]
  }

  /// Changes an organisation in each of the roles, in one step.
  package func set(
    _ text: String, _ draft: Draft, as roles: [Profile.Role]
  ) throws -> [Profile] {
    guard !draft.isEmpty else { throw ProfileProblem.nothingToSet }
    let stored = try Self.checked(draft)
    return try store.write { write in
      let organisation = try Self.organisation(text, as: roles[0], write.db)
      for role in roles { _ = try Self.fetch(organisation, role, write.db) }
      for role in roles {
        try Self.put(organisation.id.value, stored.of(role), write, isKnown: true)
      }
      write.records(
        "changed \(organisation.code) as \(Profile.Role.words(roles))",
        affecting: [organisation.code])
      return try roles.flatMap { try Self.fetch(organisation, $0, write.db) }
    }
  }

  /// Takes a profile out; one that an exchange has stays.
  package func remove(_ text: String, as role: Profile.Role) throws -> Profile {
    try store.write { write in
      let db = write.db
      let organisation = try Self.organisation(text, as: role, db)
      let profile = try Self.fetch(organisation, role, db)[0]
      let id = try Self.id(of: organisation, as: role, db)
      let exchanges = try Int.fetchAll(
        db,
        sql: """
          SELECT number FROM exchange WHERE host_id = :id OR visitor_id = :id ORDER BY number
          """,
        arguments: ["id": id])
      guard exchanges.isEmpty else {
        throw ProfileProblem.takesPart(
          organisation.name, role: role,
          exchanges: exchanges.compactMap { ExchangeCode(number: $0)?.description })
      }
      try db.execute(sql: "DELETE FROM profile WHERE id = ?", arguments: [id])
      write.records(
        "removed \(organisation.code) as a \(role.rawValue)", affecting: [organisation.code])
      return profile
    }
  }

  /// Every category that an organisation may be of.
  package static func categories() throws -> [String] {
    try CodeList.named("organisation-category").values.map(\.code)
  }

  static func id(
    of organisation: Organisation, as role: Profile.Role, _ db: Database
  ) throws -> Int64? {
    try Int64.fetchOne(
      db, sql: "SELECT id FROM profile WHERE organisation_id = ? AND role = ?",
      arguments: [organisation.id.value, role.rawValue])
  }
}

extension Store {
  package var profiles: Profiles { Profiles(store: ofScheme) }
}
