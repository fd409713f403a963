internal import GRDB

/// The full-text index over contacts, kept in step by the write gate.
///
/// No triggers: an import fills it once at its end, which costs a fraction of row-by-row upkeep,
/// and folding (ł to l, ø to o, ß to ss) is ours, since SQLite's tokenizer does not do it.
enum SearchIndex {
  /// Refreshes the entries of contacts that a change touched, by themselves or through their
  /// organisation.
  static func refresh(_ db: Database, changed: Set<Changeset.Row>) throws {
    var contacts = Set(changed.lazy.filter { $0.table == "contact" }.map(\.id))
    let members = try db.makeStatement(sql: "SELECT id FROM contact WHERE organisation_id = ?")
    for organisation in changed where organisation.table == "organisation" {
      try contacts.formUnion(Int64.fetchAll(members, arguments: [organisation.id]))
    }
    guard !contacts.isEmpty else { return }
    let remove = try db.makeStatement(sql: "DELETE FROM contact_search WHERE rowid = ?")
    let row = try db.makeStatement(sql: columns("contact.id = ?"))
    let insert = try db.makeStatement(
      sql: "INSERT INTO contact_search (rowid, words) VALUES (?, ?)")
    for id in contacts.sorted() {
      try remove.execute(arguments: [id])
      guard let found = try Row.fetchOne(row, arguments: [id]) else { continue }
      try insert.execute(arguments: [id, folded(found)])
    }
  }

  /// Adds the entries of all rows of one import at once.
  static func add(batch: Int64, in db: Database) throws {
    let rows = try Row.fetchCursor(db, sql: columns("contact.batch = ?"), arguments: [batch])
    let insert = try db.makeStatement(
      sql: "INSERT INTO contact_search (rowid, words) VALUES (?, ?)")
    while let row = try rows.next() {
      try insert.execute(arguments: [row["id"] as Int64, folded(row)])
    }
  }

  private static let searched = [
    "contact.name", "contact.given_name", "contact.family_name", "organisation.name",
    "organisation.short_name", "contact.email",
    "contact.city", "contact.position", "contact.sector", "contact.phone", "contact.note",
  ]

  private static func columns(_ condition: String) -> String {
    """
    SELECT contact.id AS id, \(searched.joined(separator: ", "))
    FROM contact
    LEFT JOIN organisation ON organisation.id = contact.organisation_id
    WHERE \(condition)
    ORDER BY contact.id
    """
  }

  private static func folded(_ row: Row) -> String {
    let texts = (1..<row.count).compactMap { row[$0] as String? }
    return Folding.folded(texts.joined(separator: "\n"))
  }
}
