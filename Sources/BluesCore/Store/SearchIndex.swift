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

    func add(_ id: Int64, _ draft: ContactDraft) throws {
      var words = ""
      for field in SearchIndex.fields {
        guard let text = draft[field] else { continue }
        words += text
        words += "\n"
      }
      insertion.bind(1, id)
      insertion.bind(2, Folding.folded(words))
      try insertion.run()
    }
  }

  /// The fields whose words are searched.
  private static let fields: [ContactField] = [
    .name, .givenName, .familyName, .organisation, .shortName, .email, .city, .position, .sector,
    .phone, .note,
  ]

  private static func columns(_ condition: String) -> String {
    let searched = fields.map { field in
      switch field {
      case .organisation: "organisation.name"
      case .shortName: "organisation.short_name"
      default: "contact.\(field.key)"
      }
    }
    return """
      SELECT contact.id AS id, \(searched.joined(separator: ", "))
      FROM contact
      LEFT JOIN organisation ON organisation.id = contact.organisation_id
      WHERE \(condition)
      ORDER BY contact.id
      """
  }

  private static func folded(_ row: Row) -> String {
    let texts = (1..<row.count).compactMap { row[$0] as String? }
    return Folding.folded(texts.map { "\($0)\n" }.joined())
  }
}
