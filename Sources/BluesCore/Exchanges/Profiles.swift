internal import GRDB

/// The hosts and visitors registered for exchanges.
package struct Profiles: Sendable {
  let store: Store

  /// What a host or visitor says of itself.
  package struct Draft: Sendable, Equatable {
    package var role: Profile.Role
    package var category: String
    package var partner: String?
    package var sectors: String?
    package var languages: String?
    package var offers: String?
    package var seeks: String?
    package var availableFrom: Day?
    package var availableTo: Day?

    package init(role: Profile.Role, category: String) {
      self.role = role
      self.category = category
    }
  }

  package func all() throws -> [Profile] {
    try store.read { db in
      try Profile.fetchAll(
        db, sql: "\(Profile.selection) ORDER BY profile.role, organisation.name, profile.id")
    }
  }

  /// Registers an organisation; the categories are those of the scheme.
  package func add(_ organisation: String, _ draft: Draft) throws -> Profile {
    let known = try Self.categories()
    guard known.contains(draft.category) else {
      throw ExchangeProblem.unknownCategory(draft.category, known: known)
    }
    if let from = draft.availableFrom, let to = draft.availableTo, to < from {
      throw ExchangeProblem.endsBeforeStart(from, to)
    }
    return try store.write { write in
      let db = write.db
      let found = try Organisations.fetch(organisation, db)
      guard try Self.id(of: found, as: draft.role, db) == nil else {
        throw ExchangeProblem.profileTaken(found.name, role: draft.role)
      }
      let id = try write.nextID("profile")
      try db.execute(
        sql: """
          INSERT INTO profile
            (id, organisation_id, role, category, managing_partner_id, sectors, languages,
             offers, seeks, available_from, available_to)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          id, found.id.value, draft.role.rawValue, draft.category,
          try (draft.partner ?? found.clusters.first).map { try Partners.id($0, in: db) },
          draft.sectors, draft.languages, draft.offers, draft.seeks, draft.availableFrom,
          draft.availableTo,
        ])
      write.records(
        "registered \(found.code) as a \(draft.role.rawValue)", affecting: [found.code])
      guard
        let profile = try Profile.fetchOne(
          db, sql: "\(Profile.selection) WHERE profile.id = ?", arguments: [id])
      else { throw ExchangeProblem.noProfile(found.name, role: draft.role) }
      return profile
    }
  }

  /// Every category that some edition of the rules knows.
  package static func categories() throws -> [String] {
    let rules = try [RuleBook.standard.rule("host-category-2022")]
    return try rules.flatMap { try $0.text("categories").split(separator: ",") }
      .map { String($0).trimmed }
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
  package var profiles: Profiles { Profiles(store: self) }
}
