internal import GRDB

/// The organisations that rows of a list name, found to the byte or added.
///
/// As with contacts, an organisation is the same when name and country are the same to the byte.
/// Where several have both, no row is given to one of them by chance.
final class NamedOrganisations {
  /// Several organisations have the name and country.
  struct Ambiguous: Error { let codes: [String] }

  private let db: Database
  private var names: OrganisationNames
  private let insertion: PreparedStatement
  private let member: PreparedStatement
  private var lastID: Int64
  private var lastMembership: Int64

  init(_ write: Transaction) throws {
    db = write.db
    names = try OrganisationNames(db)
    insertion = try PreparedStatement(
      db, "INSERT INTO organisation (id, name, country) VALUES (?, ?, ?)")
    member = try PreparedStatement(
      db,
      """
      INSERT INTO membership (id, organisation_id, partner_id) VALUES (?, ?, ?)
      ON CONFLICT DO NOTHING
      """)
    lastID = try write.nextID("organisation") - 1
    lastMembership = try write.nextID("membership") - 1
  }

  /// The organisation of that name and country; nil when there is none.
  ///
  /// Where several have both, the one an export had is taken, if its row number is given.
  func id(_ name: String, _ country: String?, exported: Int64? = nil) throws -> Int64? {
    let found = names.all(of: OrganisationNames.digest(name, country))
    if let exported, found.contains(exported) { return exported }
    guard found.count < 2 else {
      throw Ambiguous(codes: found.prefix(9).map { "O\(RowID($0).running)" })
    }
    return found.first
  }

  /// All organisations of that name and country, by their ids.
  func all(_ name: String, _ country: String?) -> [Int64] {
    names.all(of: OrganisationNames.digest(name, country))
  }

  /// Takes in the name and country that an organisation has now.
  func rename(_ id: Int64, _ db: Database) throws {
    let organisation = try Organisations.fetch(id, db)
    names.note(id, OrganisationNames.digest(organisation.name, organisation.country))
  }

  func add(_ name: String, _ country: String?) throws -> Int64 {
    lastID += 1
    insertion.bind(1, lastID)
    insertion.bind(2, name)
    insertion.bind(3, country)
    try insertion.run()
    names.note(lastID, OrganisationNames.digest(name, country))
    return lastID
  }

  /// Makes the organisation a member of a partner's cluster; answers whether it was none.
  func join(_ organisation: Int64, _ partner: Int64) throws -> Bool {
    member.bind(1, lastMembership + 1)
    member.bind(2, organisation)
    member.bind(3, partner)
    let before = db.totalChangesCount
    try member.run()
    guard db.totalChangesCount > before else { return false }
    lastMembership += 1
    return true
  }
}
