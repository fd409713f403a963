internal import GRDB

/// The full-text index over contacts, kept in step by the write gate.
///
/// No triggers, which would need our folding as a function inside SQLite: ł to l, ø to o, ß to
/// ss is what its own tokenizers do not do. The words are stored folded, so `ascii` splits them.
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

  /// Adds the entries of an import's new contacts as they come.
  final class Filling {
    private let insertion: BoundStatement

    init(_ db: Database) throws {
      insertion = try BoundStatement(
        db, "INSERT INTO contact_search (rowid, words) VALUES (?, ?)")
    }

    /// Adds one contact with the texts that are searched.
    func add(_ id: Int64, _ texts: [String]) throws {
      insertion.bind(1, id)
      insertion.bind(2, SearchIndex.words(texts))
      try insertion.run()
    }
  }

  /// What is searched of a contact; `ContactDraft.searched` names the same.
  private static let searched = [
    "contact.name", "contact.given_name", "contact.family_name", "organisation.name",
    "organisation.short_name", "contact.email", "contact.city", "contact.position",
    "contact.sector", "contact.phone", "contact.note",
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
    words((1..<row.count).compactMap { row[$0] as String? })
  }

  /// The texts folded, one below the other.
  private static func words(_ texts: [String]) -> String {
    var words = ""
    for text in texts {
      words += text
      words += "\n"
    }
    return Folding.folded(words)
  }
}
