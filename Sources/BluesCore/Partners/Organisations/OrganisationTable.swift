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
  /// The first organisation of each name and country, by their digest, so that finding one
  /// needs no index while a load goes on.
  private var names = DigestTable()
  /// Further organisations of a name and country.
  private var namesakes: [Int64: [Int64]] = [:]
  /// What this run already resolved, by everything that is said of the organisation.
  private var resolved = DigestTable()
  /// Whether an organisation may have left the name and country it is known by here.
  private var hasMoved = false
  private var memberships: Set<Membership> = []

  /// An organisation in the cluster of a partner.
  private struct Membership: Hashable {
    let organisation: Int64
    let partner: Int64
  }

  /// What is said of an organisation besides its name and country.
  static let facts = ContactField.facts
  private static let factColumns = facts.map(\.factColumn)

  init(_ write: Write) throws {
    self.write = write
    let db = write.db
    lastID = try write.nextID("organisation") - 1
    lastMembership = try write.nextID("membership") - 1
    insertion = try BoundStatement(
      db,
      """
      INSERT INTO organisation
        (id, batch, name, country, \(Self.factColumns.joined(separator: ", ")))
      VALUES (?, ?, ?, ?\(String(repeating: ", ?", count: Self.facts.count)))
      """)
    member = try BoundStatement(
      db,
      """
      INSERT INTO membership (id, organisation_id, partner_id, batch) VALUES (?, ?, ?, ?)
      ON CONFLICT DO NOTHING
      """)
    try noteNames(db)
  }

  private func noteNames(_ db: Database) throws {
    let all = try BoundStatement(
      db,
      """
      SELECT name, country, id FROM organisation
      UNION ALL SELECT name, country, organisation_id FROM merged_organisation
      """)
    try all.forEach { row in
      var digest = Digest()
      digest.add(bytes: BoundStatement.text(row, 0))
      digest.add(bytes: BoundStatement.text(row, 1))
      note(sqlite3_column_int64(row, 2), digest.value)
    }
  }

  private func note(_ id: Int64, _ digest: Int64) {
    guard let first = names.add(id, digest), first != id, namesakes[digest]?.contains(id) != true
    else { return }
    names[digest] = min(first, id)
    namesakes[digest, default: []].append(max(first, id))
  }

  /// The digest of an organisation's name and country.
  static func digest(_ name: String, _ country: String?) -> Int64 {
    var digest = Digest()
    digest.add(name)
    digest.add(country)
    return digest.value
  }

  /// The digest of a name's digest and of what else is said.
  static func digest(_ name: Int64, _ facts: [String?]) -> Int64 {
    var digest = Digest()
    digest.add(UInt64(bitPattern: name))
    for fact in facts { digest.add(fact) }
    return digest.value
  }

  /// The organisation of a new contact; nil when the contact names none.
  func id(for row: ContactBlock.Row, partner: Int64?, batch: Int64?) throws -> Int64? {
    guard let digest = row.head.organisation else { return nil }
    let id = try resolve(row, digest, batch)
    try join(id, partner, batch)
    return id
  }

  private func resolve(_ row: ContactBlock.Row, _ digest: Int64, _ batch: Int64?) throws -> Int64 {
    guard let facts = row.head.facts else {
      // A name and country alone fit the first organisation that has both.
      guard let id = names[digest] else { return try insert(row, digest, batch) }
      return try hasMoved ? find(row, digest) ?? insert(row, digest, batch) : id
    }
    if let id = resolved[facts] { return id }
    let id = try find(row, digest) ?? insert(row, digest, batch)
    resolved[facts] = id
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
    guard let present, isSame(present["name"], name),
      present["contacts"] == 1 || fits(present, name, draft, facts)
    else {
      return try ContactBlock(draft).withRow(0) {
        try self.id(for: $0, partner: partner, batch: nil)
      }
    }
    let id: Int64 = present["id"]
    try write.db.execute(
      sql: """
        UPDATE organisation
        SET name = ?, country = ?, \(Self.factColumns.map { "\($0) = ?" }.joined(separator: ", "))
        WHERE id = ?
        """,
      arguments: StatementArguments([name, draft[.country]] + facts) + [id])
    note(id, Self.digest(name, draft[.country]))
    hasMoved = hasMoved || !isSame(present["country"], draft[.country])
    resolved = DigestTable()
    try join(id, partner, nil)
    return id
  }

  private func fits(_ row: Row, _ name: String, _ draft: ContactDraft, _ facts: [String?]) -> Bool {
    fits(row, name, draft[.country], facts)
  }

  private func fits(_ row: Row, _ name: String, _ country: String?, _ facts: [String?]) -> Bool {
    isSame(row["name"], name) && isSame(row["country"], country)
      && zip(Self.factColumns, facts).allSatisfy { column, fact in
        let present: String? = row[column]
        return present == nil || fact == nil || isSame(present, fact)
      }
  }

  private func find(_ row: ContactBlock.Row, _ digest: Int64) throws -> Int64? {
    guard let first = names[digest], let name = row.text(.organisation) else { return nil }
    let facts = Self.facts.map { row.text($0) }
    for id in [first] + (namesakes[digest] ?? []).sorted() {
      let candidate = try Row.fetchOne(
        write.db, sql: "SELECT * FROM organisation WHERE id = ?", arguments: [id])
      guard let candidate, fits(candidate, name, row.text(.country), facts) else { continue }
      try fillBlanks(of: candidate, facts)
      return id
    }
    return try findMerged(name, row.text(.country), facts)
  }

  /// The survivor of an organisation that was merged: its spelling is known for good.
  private func findMerged(
    _ name: String, _ country: String?, _ facts: [String?]
  ) throws -> Int64? {
    try Row.fetchAll(
      write.db,
      sql: "SELECT * FROM merged_organisation WHERE name = ? AND country IS ? ORDER BY id",
      arguments: [name, country]
    )
    .first { fits($0, name, country, facts) }?["organisation_id"]
  }

  /// Adds facts that were not known yet; known ones are never overwritten here.
  private func fillBlanks(of row: Row, _ facts: [String?]) throws {
    for (column, fact) in zip(Self.factColumns, facts)
    where fact != nil && (row[column] as String?) == nil {
      try write.recorded {
        try write.db.execute(
          sql: "UPDATE organisation SET \(column) = ? WHERE id = ?",
          arguments: [fact, row["id"] as Int64])
      }
    }
  }

  private func insert(
    _ row: ContactBlock.Row, _ digest: Int64, _ batch: Int64?
  ) throws -> Int64 {
    lastID += 1
    insertion.clear()
    insertion.bind(1, lastID)
    insertion.bind(2, batch)
    for (index, field) in ([.organisation, .country] + Self.facts).enumerated() {
      if let bytes = row[field] { insertion.bind(3 + index, inPlace: bytes) }
    }
    try batch == nil ? insertion.run() : write.unrecorded { try insertion.run() }
    note(lastID, digest)
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
