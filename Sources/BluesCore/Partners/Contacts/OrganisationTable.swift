internal import Basics
import CSQLite
internal import GRDB

/// Finds or adds the organisation that a contact belongs to.
///
/// Two rows are of one organisation when name and country are the same to the byte and no other
/// fact speaks against it; anything less certain makes a second organisation, to be merged by a
/// person, never by an import.
final class OrganisationTable {
  private let write: Transaction
  private let new: BulkInsert
  private let member: PreparedStatement
  /// New organisations of a block that are not written yet, as the feed takes them.
  private var pending: [Int64] = []
  private var lastID: Int64
  private var lastMembership: Int64
  private var names: OrganisationNames
  /// What this run already resolved, by everything that is said of the organisation.
  private var resolved = DigestTable()
  /// Whether an organisation may have left the name and country it is known by here.
  private var hasMoved = false
  private var memberships: Set<Membership> = []
  /// Whether organisations become members of the cluster of a partner who has a contact there.
  var joinsCluster = true
  /// How many became members.
  private(set) var joined = 0

  /// An organisation in the cluster of a partner.
  private struct Membership: Hashable {
    let organisation: Int64
    let partner: Int64
  }

  /// What is said of an organisation besides its name and country.
  static let facts = ContactField.facts
  private static let factColumns = facts.map(\.factColumn)

  /// The columns of an organisation beside its id, in the order of the table.
  private static let columns = [
    "name", "short_name", "country", "type", "vat", "pic", "batch", "iban", "employees", "turnover",
    "balance_total",
  ]

  init(_ write: Transaction) throws {
    self.write = write
    let db = write.db
    lastID = try write.nextID("organisation") - 1
    lastMembership = try write.nextID("membership") - 1
    new = try BulkInsert(
      write,
      BulkInsert.Plan(
        table: "organisation", columns: Self.columns, references: ["batch"],
        texts: ContactBlock.texts,
        renamed: ["name": "organisation", "type": "organisation_type"]))
    member = try PreparedStatement(
      db,
      """
      INSERT INTO membership (id, organisation_id, partner_id, batch) VALUES (?, ?, ?, ?)
      ON CONFLICT DO NOTHING
      """)
    names = try OrganisationNames(db)
  }

  /// The digest of a name's digest and of what else is said.
  static func digest(_ name: Int64, _ facts: [String?]) -> Int64 {
    var digest = Digest()
    digest.add(UInt64(bitPattern: name))
    for fact in facts { digest.add(fact) }
    return digest.value
  }

  /// The organisations of new contacts of a block; 0 where one names none.
  func ids(
    of rows: [Int], in block: ContactBlock, partners: [Int64], batch: Int64?
  ) throws -> [Int64] {
    var ids: [Int64] = []
    ids.reserveCapacity(rows.count)
    for row in rows {
      guard let digest = block.heads[row].organisation else {
        ids.append(0)
        continue
      }
      ids.append(try resolve(row, in: block, digest, batch))
    }
    try writePending(of: block, batch)
    for (id, partner) in zip(ids, partners) where id != 0 && partner != 0 {
      try join(id, partner, batch)
    }
    return ids
  }

  private func resolve(
    _ row: Int, in block: ContactBlock, _ digest: Int64, _ batch: Int64?
  ) throws -> Int64 {
    guard let facts = block.heads[row].facts else {
      // A name and country alone fit the first organisation that has both.
      guard let id = names.first(of: digest) else { return add(row, digest, batch) }
      return try hasMoved ? find(row, in: block, digest, batch) ?? add(row, digest, batch) : id
    }
    if let id = resolved[facts] { return id }
    let id = try find(row, in: block, digest, batch) ?? add(row, digest, batch)
    resolved[facts] = id
    return id
  }

  /// The organisation of a contact that is being changed; the draft says all that is known.
  ///
  /// The facts of its organisation are changed with it when nobody else is there. Another name is
  /// another organisation: whoever moves to a new employer does not rename the old one. Another
  /// spelling, or a country that was not known, is none.
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
    guard let present, Spelling.isSame(try present.value("name"), name),
      try present.value("contacts", as: Int.self) == 1
        || fits(present, present.value("name"), knownCountry(present, draft), facts)
    else {
      let block = ContactBlock(draft, source: "")
      return try ids(of: [0], in: block, partners: [partner ?? 0], batch: nil).first
    }
    let id: Int64 = try present.value("id")
    // A contact that is alone there spells the name.
    let isAlone = try present.value("contacts", as: Int.self) == 1
    let spelled: String = isAlone ? name : try present.value("name")
    try write.db.execute(
      sql: """
        UPDATE organisation
        SET name = ?, country = ?, \(Self.factColumns.map { "\($0) = ?" }.joined(separator: ", "))
        WHERE id = ?
        """,
      arguments: StatementArguments([spelled, draft[.country]] + facts) + [id])
    names.note(id, OrganisationNames.digest(spelled, draft[.country]))
    let country: String? = try present.value("country")
    hasMoved =
      try hasMoved || !isSame(country, draft[.country])
      || !isSame(spelled, present.value("name"))
    resolved = DigestTable()
    if let partner { try join(id, partner, nil) }
    return id
  }

  /// The country that an organisation has to be of: any, where its own is not known.
  private func knownCountry(_ row: Row, _ draft: ContactDraft) throws -> String? {
    let known: String? = try row.value("country")
    return known == nil ? nil : draft[.country]
  }

  private func fits(
    _ row: Row, _ name: String, _ country: String?, _ facts: [String?]
  ) throws -> Bool {
    try isSame(row.value("name"), name) && isSame(row.value("country"), country)
      && zip(Self.factColumns, facts).allSatisfy { column, fact in
        let present: String? = try row.value(column)
        return present == nil || fact == nil || isSame(present, fact)
      }
  }

  private func find(
    _ row: Int, in block: ContactBlock, _ digest: Int64, _ batch: Int64?
  ) throws -> Int64? {
    let candidates = names.all(of: digest)
    guard !candidates.isEmpty, let name = block.text(.organisation, of: row) else { return nil }
    try writePending(of: block, batch)
    let country = block.text(.country, of: row)
    let facts = Self.facts.map { block.text($0, of: row) }
    for id in candidates {
      let candidate = try Row.fetchOne(
        write.db, sql: "SELECT * FROM organisation WHERE id = ?", arguments: [id])
      guard let candidate, try fits(candidate, name, country, facts) else { continue }
      try fillBlanks(of: candidate, facts)
      return id
    }
    return try findMerged(name, country, facts)
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
    .first { try fits($0, name, country, facts) }?.value("organisation_id")
  }

  /// Adds facts that were not known yet; known ones are never overwritten here.
  private func fillBlanks(of row: Row, _ facts: [String?]) throws {
    for (column, fact) in zip(Self.factColumns, facts) where fact != nil {
      guard try row.value(column, as: String?.self) == nil else { continue }
      try write.recorded {
        try write.db.execute(
          sql: "UPDATE organisation SET \(column) = ? WHERE id = ?",
          arguments: [fact, row.value("id", as: Int64.self)])
      }
    }
  }

  private func add(_ row: Int, _ digest: Int64, _ batch: Int64?) -> Int64 {
    lastID += 1
    pending += [Int64(row), lastID, batch ?? 0]
    names.note(lastID, digest)
    return lastID
  }

  private func writePending(of block: ContactBlock, _ batch: Int64?) throws {
    guard !pending.isEmpty else { return }
    try write.insert(in: batch) {
      try block.texts.withRows(pending) { try new.write($0, upTo: lastID) }
      return pending.count / 3
    }
    pending.removeAll(keepingCapacity: true)
  }

  /// Makes the organisation a member of the partner's cluster, once.
  private func join(_ organisation: Int64, _ partner: Int64, _ batch: Int64?) throws {
    guard joinsCluster,
      memberships.insert(Membership(organisation: organisation, partner: partner)).inserted
    else { return }
    joined += 1
    lastMembership += 1
    member.bind(1, lastMembership)
    member.bind(2, organisation)
    member.bind(3, partner)
    member.bind(4, batch)
    try write.insert(in: batch) {
      try member.run()
      return 1
    }
  }
}
