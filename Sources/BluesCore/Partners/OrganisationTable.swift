import CSQLite
internal import GRDB

/// Finds or adds the organisation that a contact belongs to.
///
/// Two rows are of one organisation when name and country are the same to the byte and no other
/// fact speaks against it; anything less certain makes a second organisation, to be merged by a
/// person, never by an import.
final class OrganisationTable {
  private let write: Write
  private let insertion: BoundStatement
  private let member: BoundStatement
  private var lastID: Int64
  private var lastMembership: Int64
  /// Digests of the names and countries in the file, so that a new name costs no look-up.
  private var names: Set<Int64> = []
  /// What this run already resolved, by everything that is said of the organisation.
  private var resolved: [Int64: Int64] = [:]
  private var memberships: Set<Membership> = []

  /// An organisation in the cluster of a partner.
  private struct Membership: Hashable {
    let organisation: Int64
    let partner: Int64
  }

  private static let facts = ContactField.facts
  private static let columns = facts.map(\.factColumn)

  init(_ write: Write) throws {
    self.write = write
    let db = write.db
    lastID = try write.nextID("organisation") - 1
    lastMembership = try write.nextID("membership") - 1
    insertion = try BoundStatement(
      db,
      """
      INSERT INTO organisation (id, name, country, batch, \(Self.columns.joined(separator: ", ")))
      VALUES (?, ?, ?, ?, \(Self.columns.map { _ in "?" }.joined(separator: ", ")))
      """)
    member = try BoundStatement(
      db,
      """
      INSERT INTO membership (id, organisation_id, partner_id, batch) VALUES (?, ?, ?, ?)
      ON CONFLICT DO NOTHING
      """)
    let rows = try Row.fetchCursor(db, sql: "SELECT name, country FROM organisation")
    while let row = try rows.next() { names.insert(Self.digest(row["name"], row["country"])) }
  }

  private static func digest(_ name: String?, _ country: String?, _ facts: [String?] = []) -> Int64
  {
    var digest = Digest()
    digest.add(name)
    digest.add(country)
    for fact in facts { digest.add(fact) }
    return digest.value
  }

  /// The organisation of a new contact; nil when the contact names none.
  func id(for draft: ContactDraft, partner: Int64?, batch: Int64?) throws -> Int64? {
    guard let name = draft[.organisation] else { return nil }
    let facts = Self.facts.map { draft[$0] }
    let whole = Self.digest(name, draft[.country], facts)
    let id = try resolved[whole] ?? find(name, draft, facts) ?? insert(name, draft, facts, batch)
    resolved[whole] = id
    try join(id, partner, batch)
    return id
  }

  /// The organisation of a contact that is being changed; the draft says all that is known.
  ///
  /// The facts of its organisation are changed with it when nobody else is there. Another name is
  /// another organisation: whoever moves to a new employer does not rename the old one.
  func id(for draft: ContactDraft, revising contact: Int64, partner: Int64?) throws -> Int64? {
    guard let name = draft[.organisation] else { return nil }
    let facts = Self.facts.map { draft[$0] }
    let present = try Row.fetchOne(
      write.db,
      sql: """
        SELECT organisation.*,
               (SELECT count(*) FROM contact AS other
                WHERE other.organisation_id = organisation.id) AS contacts
        FROM contact
        JOIN organisation ON organisation.id = contact.organisation_id
        WHERE contact.id = ?
        """,
      arguments: [contact])
    guard let present, same(present["name"], name),
      present["contacts"] == 1 || fits(present, name, draft, facts)
    else {
      return try id(for: draft, partner: partner, batch: nil)
    }
    let id: Int64 = present["id"]
    try write.db.execute(
      sql: """
        UPDATE organisation
        SET name = ?, country = ?, \(Self.columns.map { "\($0) = ?" }.joined(separator: ", "))
        WHERE id = ?
        """,
      arguments: StatementArguments([name, draft[.country]] + facts + [id]))
    try join(id, partner, nil)
    return id
  }

  private func fits(_ row: Row, _ name: String, _ draft: ContactDraft, _ facts: [String?]) -> Bool {
    let isSame =
      same(row["name"], name) && same(row["country"], draft[.country])
    return isSame
      && zip(Self.columns, facts).allSatisfy { column, fact in
        let present: String? = row[column]
        return present == nil || fact == nil || same(present, fact)
      }
  }

  private func same(_ one: String?, _ other: String?) -> Bool {
    switch (one, other) {
    case (nil, nil): true
    case (let one?, let other?): one.utf8.elementsEqual(other.utf8)
    default: false
    }
  }

  private func find(_ name: String, _ draft: ContactDraft, _ facts: [String?]) throws -> Int64? {
    guard names.contains(Self.digest(name, draft[.country])) else { return nil }
    let candidates = try Row.fetchAll(
      write.db,
      sql: "SELECT * FROM organisation WHERE name = ? AND country IS ? ORDER BY id",
      arguments: [name, draft[.country]])
    guard let found = candidates.first(where: { fits($0, name, draft, facts) }) else { return nil }
    let id: Int64 = found["id"]
    try fillBlanks(of: found, facts)
    return id
  }

  /// Adds facts that were not known yet; known ones are never overwritten here.
  private func fillBlanks(of row: Row, _ facts: [String?]) throws {
    for (column, fact) in zip(Self.columns, facts)
    where fact != nil && (row[column] as String?) == nil {
      try write.db.execute(
        sql: "UPDATE organisation SET \(column) = ? WHERE id = ?",
        arguments: [fact, row["id"] as Int64])
    }
  }

  private func insert(
    _ name: String, _ draft: ContactDraft, _ facts: [String?], _ batch: Int64?
  ) throws -> Int64 {
    lastID += 1
    insertion.bind(1, lastID)
    insertion.bind(2, name)
    insertion.bind(3, draft[.country])
    insertion.bind(4, batch)
    for (index, fact) in facts.enumerated() { insertion.bind(5 + index, fact) }
    try batch == nil ? insertion.run() : write.unrecorded { try insertion.run() }
    names.insert(Self.digest(name, draft[.country]))
    return lastID
  }

  /// Makes the organisation a member of the partner's cluster, once.
  private func join(_ organisation: Int64, _ partner: Int64?, _ batch: Int64?) throws {
    guard let partner,
      memberships.insert(Membership(organisation: organisation, partner: partner)).inserted
    else { return }
    lastMembership += 1
    member.bind(1, lastMembership)
    member.bind(2, organisation)
    member.bind(3, partner)
    member.bind(4, batch)
    try batch == nil ? member.run() : write.unrecorded { try member.run() }
  }
}
