internal import GRDB

/// The consortium: its partners, listed, added and changed.
package struct Partners: Sendable {
  let store: Store

  /// What can be said of a partner when it is added or changed; nil leaves it as it is.
  package struct Draft: Sendable, Equatable {
    package var name: String?
    package var country: CountryCode?
    package var city: String?
    package var role: Partner.Role?
    package var website: String?
    /// Columns of the sender's list that blues has no field for, as a JSON object.
    package var extra: String?

    package init(
      name: String? = nil, country: CountryCode? = nil, city: String? = nil,
      role: Partner.Role? = nil, website: String? = nil, extra: String? = nil
    ) {
      self.name = name
      self.country = country
      self.city = city
      self.role = role
      self.website = website
      self.extra = extra
    }

    var isEmpty: Bool { self == Draft() }
  }

  /// All partners, the coordinator first.
  package func all() throws -> [Partner] {
    try store.read { db in
      try Partner.fetchAll(
        db, sql: "\(Partner.selection) ORDER BY role <> 'coordinator', code")
    }
  }

  package func one(_ code: String) throws -> (partner: Partner, facts: [StatedFact]) {
    try store.read { db in
      let id = try Self.id(code, in: db)
      guard
        let partner = try Partner.fetchOne(
          db, sql: "\(Partner.selection) WHERE partner.id = ?", arguments: [id])
      else { throw PartnerProblem.unknown(code, known: try Self.codes(db)) }
      return (partner, try StatedFact.about(partner.code, in: db))
    }
  }

  package func add(_ code: String, _ draft: Draft) throws -> Partner {
    try store.write { write in
      let partner = try Self.insert(code, draft, write)
      write.records("added partner \(partner)", affecting: [partner])
      return try Self.fetch(partner, write.db)
    }
  }

  package func set(_ code: String, _ draft: Draft) throws -> Partner {
    guard !draft.isEmpty else { throw PartnerProblem.nothingToSet }
    return try store.write { write in
      let id = try Self.id(code, in: write.db)
      try Self.update(id, draft, write.db)
      let partner = try Self.fetch(code, write.db)
      write.records("changed partner \(partner.code)", affecting: [partner.code])
      return partner
    }
  }

  static func insert(_ code: String, _ draft: Draft, _ write: Transaction) throws -> String {
    let valid = try PartnerCode(code)
    let db = write.db
    let taken = try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM partner WHERE code = ?)", arguments: [valid.text])
    guard taken != true else { throw PartnerProblem.codeTaken(valid.text) }
    if draft.role == .coordinator { try refuseSecondCoordinator(db, besides: nil) }
    try db.execute(
      sql: """
        INSERT INTO partner (id, code, name, country, city, role, website, extra)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        write.nextID("partner"), valid.text, draft.name ?? valid.text, draft.country?.code,
        draft.city, (draft.role ?? .beneficiary).rawValue, draft.website, draft.extra,
      ])
    return valid.text
  }

  static func update(_ id: Int64, _ draft: Draft, _ db: Database) throws {
    if draft.role == .coordinator { try refuseSecondCoordinator(db, besides: id) }
    try db.execute(
      sql: """
        UPDATE partner
        SET name = coalesce(?, name), country = coalesce(?, country), city = coalesce(?, city),
            role = coalesce(?, role), website = coalesce(?, website), extra = coalesce(json_patch(coalesce(extra, '{}'), ?), extra)
        WHERE id = ?
        """,
      arguments: [
        draft.name, draft.country?.code, draft.city, draft.role?.rawValue, draft.website,
        draft.extra, id,
      ])
  }

  private static func refuseSecondCoordinator(_ db: Database, besides id: Int64?) throws {
    let other = try String.fetchOne(
      db, sql: "SELECT code FROM partner WHERE role = 'coordinator' AND id IS NOT ?",
      arguments: [id])
    if let other { throw PartnerProblem.hasCoordinator(other) }
  }

  static func fetch(_ code: String, _ db: Database) throws -> Partner {
    guard
      let partner = try Partner.fetchOne(
        db, sql: "\(Partner.selection) WHERE code = ?", arguments: [code])
    else { throw PartnerProblem.unknown(code, known: try codes(db)) }
    return partner
  }

  static func id(_ code: String, in db: Database) throws -> Int64 {
    guard
      let id = try Int64.fetchOne(
        db, sql: "SELECT id FROM partner WHERE code = ?", arguments: [code])
    else { throw PartnerProblem.unknown(code, known: try codes(db)) }
    return id
  }

  static func codes(_ db: Database) throws -> [String] {
    try String.fetchAll(db, sql: "SELECT code FROM partner ORDER BY code")
  }
}

extension Store {
  package var partners: Partners { Partners(store: self) }
}
