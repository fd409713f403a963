internal import Basics
internal import GRDB

/// The organisations: listed, added and changed.
package struct Organisations: Sendable {
  let store: Store

  /// What can be said of an organisation when it is added or changed.
  ///
  /// A field that is not named stays as it is; an empty text takes its value away.
  package struct Draft: Sendable, Equatable {
    package var texts: [OrganisationField: String] = [:]
    /// The partner in whose cluster it is a member.
    package var cluster: String?

    package init(
      name: String? = nil, shortName: String? = nil, country: CountryCode? = nil,
      type: String? = nil, vat: String? = nil, pic: String? = nil, cluster: String? = nil
    ) {
      let said: [OrganisationField: String?] = [
        .name: name, .shortName: shortName, .country: country?.code, .type: type, .vat: vat,
        .pic: pic,
      ]
      texts = said.compactMapValues(\.self)
      self.cluster = cluster
    }

    /// What options say, by the names of the fields.
    package init(_ said: [String: [String]]) {
      for field in OrganisationField.allCases { texts[field] = said[field.rawValue]?.last }
      cluster = said["cluster"]?.last
    }
  }

  package func all() throws -> [Organisation] {
    try store.read { db in
      try Organisation.fetchAll(db, sql: "\(Organisation.selection) ORDER BY organisation.id")
    }
  }

  package func one(_ text: String) throws -> Organisation {
    try store.read { try Self.fetch(text, $0) }
  }

  /// Removes an organisation and its memberships.
  ///
  /// - Throws: `RecordProblem.inUse` while another record refers to it.
  package func remove(_ text: String) throws -> Organisation {
    try store.write { write in
      let organisation = try Self.fetch(text, write.db)
      let id = organisation.id.value
      try write.db.execute(
        sql: "DELETE FROM membership WHERE organisation_id = ?", arguments: [id])
      let uses = try RecordUses.of("organisation", id, in: write.db)
      guard uses.isEmpty else { throw RecordProblem.inUse(organisation.code, by: uses) }
      try write.db.execute(sql: "DELETE FROM organisation WHERE id = ?", arguments: [id])
      write.records("removed organisation \(organisation.code)", affecting: [organisation.code])
      return organisation
    }
  }

  /// Makes the organisation a member of a partner's cluster, if one is named.
  static func join(_ id: Int64, _ cluster: String?, _ write: Transaction) throws {
    guard let cluster else { return }
    let partner = try Partner.id(cluster, in: write.db)
    try write.db.execute(
      sql: """
        INSERT INTO membership (id, organisation_id, partner_id) VALUES (?, ?, ?)
        ON CONFLICT DO NOTHING
        """,
      arguments: [write.nextID("membership"), id, partner])
  }

  /// Makes the organisation a member of one partner's cluster alone, or with an empty text of none.
  static func move(_ id: Int64, to cluster: String?, _ write: Transaction) throws {
    guard let cluster else { return }
    let partner = cluster.trimmed.isEmpty ? nil : try Partner.id(cluster, in: write.db)
    try write.db.execute(
      sql: "DELETE FROM membership WHERE organisation_id = ? AND partner_id IS NOT ?",
      arguments: [id, partner])
    if partner != nil { try join(id, cluster, write) }
  }

  static func fetch(_ id: Int64, _ db: Database) throws -> Organisation {
    guard
      let organisation = try Organisation.fetchOne(
        db, sql: "\(Organisation.selection) WHERE organisation.id = ?", arguments: [id])
    else { throw OrganisationProblem.unknown("O\(RowID(id).running)", near: []) }
    return organisation
  }

  /// An organisation by its id, its name, its short name, or a part of its name no other has.
  static func fetch(_ text: String, _ db: Database) throws -> Organisation {
    if let number = RowID.running(text, letter: 0x4F) {
      try refuseDouble(number, text, db)
      let id = try FileIdentity.row(number, of: "organisation", in: db)
      if let survivor = try Survivors.organisation(of: id, db) {
        throw DuplicatesProblem.merged(
          "O\(number)", into: "O\(RowID(survivor).running)", command: "blues partner organisation")
      }
      return try fetch(id, db)
    }
    let found = try named(text, db)
    guard let first = found.first else {
      let names = try String.fetchAll(
        db, sql: "SELECT DISTINCT name FROM organisation ORDER BY name LIMIT 2000")
      throw OrganisationProblem.unknown(text, near: EditDistance.nearest(to: text, in: names))
    }
    guard found.count == 1 else {
      throw OrganisationProblem.ambiguous(
        text, candidates: found.prefix(8).map { "\($0.code) \($0.name)" })
    }
    return first
  }

  /// Organisations by a name, a short name or a part of the name, at most nine, perhaps among some
  /// only; the one that has it whole, as `Spelling` compares names, alone.
  ///
  /// Where none has the text as it is, accents and the order of words do not count.
  static func named(
    _ text: String, among ids: [Int64]? = nil, _ db: Database
  ) throws -> [Organisation] {
    let among = ids.map { "[\($0.map(String.init).joined(separator: ","))]" }
    var found = try Organisation.fetchAll(
      db,
      sql: """
        \(Organisation.selection)
        WHERE (name = :text COLLATE NOCASE OR short_name = :text COLLATE NOCASE
               OR instr(lower(name), lower(:text)) > 0)
          AND (:ids IS NULL OR organisation.id IN (SELECT value FROM json_each(:ids)))
        ORDER BY name = :text COLLATE NOCASE DESC, short_name = :text COLLATE NOCASE DESC,
                 organisation.id
        LIMIT 9
        """,
      arguments: ["text": text, "ids": among])
    if found.isEmpty { found = try folded(text, among: among, db) }
    let exact = found.filter {
      Spelling.isSame($0.name, text) || Spelling.isSame($0.shortName, text)
    }
    return exact.count == 1 ? exact : found
  }

  /// Organisations whose name, or short name, has all words of a text, whatever the accents.
  private static func folded(
    _ text: String, among ids: String?, _ db: Database
  ) throws -> [Organisation] {
    guard let words = SearchWords(text) else { return [] }
    let all = try Row.fetchCursor(
      db,
      sql: """
        SELECT id, name, short_name FROM organisation
        WHERE :ids IS NULL OR id IN (SELECT value FROM json_each(:ids))
        ORDER BY id
        """,
      arguments: ["ids": ids])
    var found: [Organisation] = []
    while found.count < 9, let row = try all.next() {
      let short: String? = try row.value("short_name")
      guard try words.areAll(in: row.value("name")) || short.map(words.areAll) == true else {
        continue
      }
      found.append(try fetch(row.value("id", as: Int64.self), db))
    }
    return found
  }
}

extension Store {
  package var organisations: Organisations { Organisations(store: self) }
}
