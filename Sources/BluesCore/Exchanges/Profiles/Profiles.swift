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
      let organisation = try Self.organisation(text, db).organisation
      return try Self.fetch(organisation, role, db)
    }
  }

  /// Registers an organisation, or that of a contact; the categories are those of the scheme.
  ///
  /// What the contact says of its town, sector and language holds where the draft says nothing.
  package func add(_ text: String, _ draft: Draft) throws -> Profile {
    let stored = try Self.checked(draft)
    return try store.write { write in
      let found = try Self.organisation(text, write.db)
      let organisation = found.organisation
      guard try Self.id(of: organisation, as: draft.role, write.db) == nil else {
        throw ProfileProblem.profileTaken(organisation.name, role: draft.role)
      }
      try Self.put(organisation.id.value, Self.completed(stored, by: found.contact), write)
      write.records(
        "registered \(organisation.code) as a \(draft.role.rawValue)",
        affecting: [organisation.code])
      return try Self.fetch(organisation, draft.role, write.db)[0]
    }
  }

  /// Changes what a host or visitor says of itself; an empty text takes a value away.
  package func set(_ text: String, _ draft: Draft) throws -> Profile {
    guard !draft.isEmpty else { throw ProfileProblem.nothingToSet }
    let stored = try Self.checked(draft)
    return try store.write { write in
      let organisation = try Self.organisation(text, write.db).organisation
      _ = try Self.fetch(organisation, draft.role, write.db)
      try Self.put(organisation.id.value, stored, write, isKnown: true)
      write.records(
        "changed \(organisation.code) as a \(draft.role.rawValue)",
        affecting: [organisation.code])
      return try Self.fetch(organisation, draft.role, write.db)[0]
    }
  }

  /// Takes a profile out; one that an exchange has stays.
  package func remove(_ text: String, as role: Profile.Role) throws -> Profile {
    try store.write { write in
      let db = write.db
      let organisation = try Self.organisation(text, db).organisation
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
