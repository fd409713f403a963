internal import Basics
internal import GRDB

/// The full-text index over contacts, kept in step by the write gate.
///
/// No triggers, which would need our folding as a function inside SQLite: ł to l, ø to o, ß to
/// ss is what its own tokenizers do not do. The words are stored folded, so `ascii` splits them.
///
/// It names every contact that has a word, and may name some that had it once: a search looks at
/// the contacts it names anyway. Of a contact that is gone no word is left.
enum SearchIndex {
  /// Adds the present words of contacts that a change touched, by themselves or through their
  /// organisation.
  static func refresh(_ db: Database, changed: Set<Changeset.Row>) throws {
    var contacts = Set(changed.lazy.filter { $0.table == "contact" }.map(\.id))
    let members = try db.makeStatement(sql: "SELECT id FROM contact WHERE organisation_id = ?")
    for organisation in changed where organisation.table == "organisation" {
      try contacts.formUnion(Int64.fetchAll(members, arguments: [organisation.id]))
    }
    try refresh(db, contacts: contacts)
  }

  /// Adds the words of the contacts that an import gave to an organisation that others were
  /// merged into: its name is not the one in their rows.
  ///
  /// From the few that were merged to their contacts; SQLite, left alone, goes through all contacts.
  static func refreshMerged(_ db: Database, importedBy batch: Int64) throws {
    let contacts = try Int64.fetchSet(
      db,
      sql: """
        SELECT contact.id FROM merged_organisation
        CROSS JOIN contact ON contact.organisation_id = merged_organisation.organisation_id
        WHERE contact.batch = ?
        """,
      arguments: [batch])
    try refresh(db, contacts: contacts)
  }

  private static func refresh(_ db: Database, contacts: Set<Int64>) throws {
    guard !contacts.isEmpty else { return }
    if try isBetterFilledAnew(db, changed: contacts.count) { return try fillAnew(db) }
    let row = try db.makeStatement(sql: columns("WHERE contact.id = ?"))
    let insert = try db.makeStatement(
      sql: "INSERT INTO contact_search (rowid, words) VALUES (?, ?)")
    var gone: [Int64] = []
    for id in contacts.sorted() {
      if let found = try Row.fetchOne(row, arguments: [id]) {
        try insert.execute(arguments: [id, try folded(found)])
      } else {
        gone.append(id)
      }
    }
    try remove(db, gone)
  }

  /// Takes out every word that the index has of contacts, also what they had before they changed.
  ///
  /// Without a copy of the words they are known to the index alone, which is read through once.
  private static func remove(_ db: Database, _ contacts: [Int64]) throws {
    guard !contacts.isEmpty else { return }
    try db.execute(
      sql: """
        CREATE VIRTUAL TABLE IF NOT EXISTS temp.contact_search_words
        USING fts5vocab('main', 'contact_search', 'instance')
        """)
    let found = try Row.fetchCursor(
      db,
      sql: """
        SELECT doc, term FROM temp.contact_search_words
        WHERE doc IN (SELECT value FROM json_each(?))
        """,
      arguments: ["[\(contacts.map(String.init).joined(separator: ","))]"])
    var words: [Int64: [String]] = [:]
    while let row = try found.next() {
      words[try row.value(0), default: []].append(try row.value(1))
    }
    for (id, words) in words.sorted(by: { $0.key < $1.key }) {
      try db.execute(
        sql: "INSERT INTO contact_search (contact_search, rowid, words) VALUES ('delete', ?, ?)",
        arguments: [id, words.joined(separator: " ")])
    }
  }

  /// Empties the index and fills it from the contacts, which leaves no trace of removed ones.
  static func fillAnew(_ db: Database) throws {
    try db.execute(sql: "INSERT INTO contact_search (contact_search) VALUES ('delete-all')")
    let filling = try Filling(db)
    let rows = try Row.fetchCursor(db, sql: columns("ORDER BY contact.id"))
    while let row = try rows.next() {
      var words = try folded(row)
      let id: Int64 = try row.value("id")
      try words.withUTF8 { try filling.add(id, $0) }
    }
    try filling.finish()
  }

  /// Whether a change is so large that going through all contacts in order costs less.
  private static func isBetterFilledAnew(_ db: Database, changed: Int) throws -> Bool {
    let left = try Int.fetchOne(
      db, sql: "SELECT count(*) FROM (SELECT 1 FROM contact LIMIT ?)",
      arguments: [2 * changed + 1])
    return 2 * changed >= left ?? 0
  }

  /// Adds the entries of new contacts in bulk, in the order of their ids.
  final class Filling {
    private let db: Database
    private let insertion: PreparedStatement
    private var hasBegun = false

    init(_ db: Database) throws {
      self.db = db
      insertion = try PreparedStatement(
        db, "INSERT INTO contact_search (rowid, words) VALUES (?, ?)")
    }

    /// Adds one contact with its folded words.
    func add(_ id: Int64, _ words: UnsafeBufferPointer<UInt8>) throws {
      if !hasBegun {
        try setMerging(0)
        hasBegun = true
      }
      insertion.bind(1, id)
      insertion.bind(2, inPlace: words)
      try insertion.run()
    }

    /// Lets the index merge its parts again as it is changed, four at a time as SQLite has it.
    func finish() throws {
      if hasBegun { try setMerging(4) }
    }

    /// While a load goes on the parts are only written; merging each four of them costs a third
    /// more, and from sixteen on SQLite merges them anyway.
    private func setMerging(_ parts: Int) throws {
      try db.execute(
        sql: "INSERT INTO contact_search (contact_search, rank) VALUES ('automerge', ?)",
        arguments: [parts])
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
    \(condition)
    """
  }

  /// The texts folded, one below the other.
  private static func folded(_ row: Row) throws -> String {
    let texts = try (1..<row.count).compactMap { try row.value($0, as: String?.self) }
    return Folding.folded(texts.joined(separator: "\n"))
  }
}
