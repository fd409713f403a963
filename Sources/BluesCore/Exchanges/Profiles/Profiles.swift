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

  /// The profiles of an organisation, the host's first.
  package func of(_ organisation: String) throws -> [Profile] {
    try store.read { db in
      let found = try Organisations.fetch(organisation, db)
      let profiles = try Profile.fetchAll(
        db, sql: "\(Profile.selection) WHERE organisation_id = ? ORDER BY profile.role",
        arguments: [found.id.value])
      guard !profiles.isEmpty else {
        throw ExchangeProblem.noProfile(found.name, role: .visitor)
      }
      return profiles
    }
  }

  /// Registers an organisation; the partner of its first cluster manages it unless said otherwise.
  package func add(_ organisation: String, _ draft: Draft) throws -> Profile {
    var draft = try draft.checked()
    let role = draft.role
    return try store.write { write in
      let found = try Organisations.fetch(organisation, write.db)
      guard try Self.id(of: found, as: role, write.db) == nil else {
        throw ExchangeProblem.profileTaken(found.name, role: role)
      }
      draft.partner = draft.partner ?? found.clusters.first
      let id = try Self.insert(found.id.value, draft, write)
      write.records("registered \(found.code) as a \(role.rawValue)", affecting: [found.code])
      return try Self.fetch(id, write.db)
    }
  }

  /// Changes what the draft speaks of.
  package func set(_ organisation: String, _ draft: Draft) throws -> Profile {
    guard draft != Draft(role: draft.role) else { throw ProfileProblem.nothingToSet }
    let draft = try draft.checked()
    return try change(organisation, draft.role, "changed") { id, write in
      try Self.update(id, draft, write.db)
    }
  }

  /// Records what the managing partnership decided on a profile.
  package func assess(
    _ organisation: String, as role: Profile.Role, _ assessment: Profile.Assessment, on day: Day,
    because note: String?
  ) throws -> Profile {
    try change(organisation, role, assessment.rawValue) { id, write in
      try write.db.execute(
        sql: """
          UPDATE profile SET assessment = ?, assessed_on = ?, assessment_note = ? WHERE id = ?
          """,
        arguments: [assessment.rawValue, day, note, id])
    }
  }

  /// Takes a profile away that no exchange refers to.
  package func remove(_ organisation: String, as role: Profile.Role) throws -> Organisation {
    try store.write { write in
      let found = try Organisations.fetch(organisation, write.db)
      let id = try Self.required(found, role, write.db)
      let exchanges = try Int.fetchAll(
        write.db,
        sql: "SELECT number FROM exchange WHERE host_id = ? OR visitor_id = ? ORDER BY number",
        arguments: [id, id]
      ).map { try Exchanges.code($0).description }
      guard exchanges.isEmpty else {
        throw ProfileProblem.inUse(found.name, role: role, exchanges: exchanges)
      }
      try write.db.execute(sql: "DELETE FROM profile WHERE id = ?", arguments: [id])
      write.records("removed \(found.code) as a \(role.rawValue)", affecting: [found.code])
      return found
    }
  }

  private func change(
    _ organisation: String, _ role: Profile.Role, _ verb: String,
    _ change: (Int64, Write) throws -> Void
  ) throws -> Profile {
    try store.write { write in
      let found = try Organisations.fetch(organisation, write.db)
      let id = try Self.required(found, role, write.db)
      try change(id, write)
      write.records("\(verb) \(found.code) as a \(role.rawValue)", affecting: [found.code])
      return try Self.fetch(id, write.db)
    }
  }

  /// Every category that some edition of the rules knows.
  package static func categories() throws -> [String] {
    let rules = try [RuleBook.standard.rule("host-category-2022")]
    return try rules.flatMap { try $0.text("categories").split(separator: ",") }
      .map { String($0).trimmed }
  }
}

extension Profiles {
  static func insert(_ organisation: Int64, _ draft: Draft, _ write: Write) throws -> Int64 {
    let id = try write.nextID("profile")
    let columns = try draft.columns(write.db)
    let names = ["id", "organisation_id", "role"] + columns.map(\.name)
    let marks = Array(repeating: "?", count: names.count).joined(separator: ", ")
    let known: [any DatabaseValueConvertible] = [id, organisation, draft.role.rawValue]
    try write.db.cachedStatement(
      sql: "INSERT INTO profile (\(names.joined(separator: ", "))) VALUES (\(marks))"
    ).execute(arguments: StatementArguments(known + columns.map(\.value)))
    try checkWindow(id, write.db)
    return id
  }

  static func update(_ id: Int64, _ draft: Draft, _ db: Database) throws {
    let columns = try draft.columns(db)
    guard !columns.isEmpty else { return }
    let names = columns.map { "\($0.name) = ?" }.joined(separator: ", ")
    try db.cachedStatement(sql: "UPDATE profile SET \(names) WHERE id = ?")
      .execute(arguments: StatementArguments(columns.map(\.value)) + [id])
    try checkWindow(id, db)
  }

  private static func checkWindow(_ id: Int64, _ db: Database) throws {
    let profile = try fetch(id, db)
    guard let from = profile.availableFrom, let to = profile.availableTo, to < from else { return }
    throw ProfileProblem.windowEndsFirst(from: from, to: to)
  }

  static func fetch(_ id: Int64, _ db: Database) throws -> Profile {
    let statement = try db.cachedStatement(sql: "\(Profile.selection) WHERE profile.id = ?")
    guard let profile = try Profile.fetchOne(statement, arguments: [id]) else {
      throw StoreProblem.failed(detail: "a profile in it cannot be read")
    }
    return profile
  }

  static func id(
    of organisation: Organisation, as role: Profile.Role, _ db: Database
  ) throws -> Int64? {
    try id(of: organisation.id.value, as: role, db)
  }

  static func id(
    of organisation: Int64, as role: Profile.Role, _ db: Database
  ) throws -> Int64? {
    let statement = try db.cachedStatement(
      sql: "SELECT id FROM profile WHERE organisation_id = ? AND role = ?")
    return try Int64.fetchOne(statement, arguments: [organisation, role.rawValue])
  }

  /// The organisations of a name, to the byte, also those that were merged into another; of a
  /// country where one is given.
  static func organisations(
    named name: String, in country: CountryCode?, _ db: Database
  ) throws -> [Int64] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT id AS found FROM organisation
        WHERE name = :name AND (:country IS NULL OR country = :country)
        UNION
        SELECT organisation_id FROM merged_organisation
        WHERE name = :name AND (:country IS NULL OR country = :country)
        ORDER BY found
        """)
    return try Int64.fetchAll(statement, arguments: ["name": name, "country": country?.code])
  }

  private static func required(
    _ organisation: Organisation, _ role: Profile.Role, _ db: Database
  ) throws -> Int64 {
    guard let id = try id(of: organisation, as: role, db) else {
      throw ExchangeProblem.noProfile(organisation.name, role: role)
    }
    return id
  }
}

extension Store {
  package var profiles: Profiles { Profiles(store: self) }
}
