internal import GRDB

/// Takes back a step of the history: what it recorded, and the rows that an import added without
/// recording, which carry the step's number in their `batch` column.
///
/// Rows that were changed or are used since stay, with the links that the import gave them. Which
/// tables have such rows and what uses a row is asked of SQLite, so that a new table is never
/// forgotten.
struct ImportUndo {
  let step: Int64
  private let spared: Set<Changeset.Row>
  private let hooks: StoreHooks
  private let db: Database
  private let references: [String: [References.Column]]
  /// The tables with rows of imports, those that refer to others before these.
  private let tables: [String]
  /// Those whose rows only tie others together, such as an organisation and a cluster.
  private let links: Set<String>

  /// Prepares to take back a step; the rows in `spared` stay as they are.
  init(
    step: Int64, sparing spared: Set<Changeset.Row>, hooks: StoreHooks, in db: Database
  ) throws {
    self.step = step
    self.spared = spared
    self.hooks = hooks
    self.db = db
    let references = try References.all(in: db)
    let marked = try String.fetchAll(
      db,
      sql: """
        SELECT entry.name FROM sqlite_schema AS entry
        JOIN pragma_table_info(entry.name) AS field
        WHERE entry.type = 'table' AND entry.rootpage > 0 AND field.name = 'batch'
        ORDER BY entry.name
        """)
    self.references = references
    tables = Self.ordered(marked, references)
    links = try Set(marked.filter { try Self.isLink($0, references, db) })
  }

  /// Takes the step back and tells how many rows went that way.
  ///
  /// An added row can refer to a recorded one and a recorded one to an added one, so what is not
  /// used goes before the recorded change is taken back, and again after it; what that change itself
  /// touches stays until then.
  func takeBack(_ change: Changeset) throws -> Changeset.Outcome {
    let isImport = try Bool.fetchOne(
      db, sql: "SELECT batch_rows > 0 FROM operation WHERE id = ?", arguments: [step])
    let added = isImport == true ? try count() : 0
    if added > 0 {
      try note(spared, in: Self.touchedRows)
      try note(change.rows(), in: Self.heldRows)
    }
    var removed = added > 0 ? try removeUnused() : 0
    var outcome = try WholeRecords(change: change.inverted(), db: db).apply()
    if added > removed {
      try note([], in: Self.heldRows)
      removed += try removeUnused()
    }
    for hook in hooks.afterUndo { try hook(db, step) }
    outcome.reversed += removed
    outcome.kept += added - removed
    return outcome
  }

  /// Rows of the step that were changed since and are still there.
  func keptRows() throws -> Set<Changeset.Row> {
    try spared.filter { row in
      guard tables.contains(row.table) else { return false }
      return try Bool.fetchOne(
        db, sql: "SELECT batch = ? FROM \(row.table) WHERE id = ?", arguments: [step, row.id])
        ?? false
    }
  }

  /// Rows of the step that are there still, changed or used since; no more than can be told.
  func leftRows() throws -> Set<Changeset.Row> {
    var rows: Set<Changeset.Row> = []
    for table in tables {
      let ids = try Int64.fetchAll(
        db, sql: "SELECT id FROM \(table) WHERE batch = ? LIMIT 200", arguments: [step])
      for id in ids { rows.insert(Changeset.Row(table: table, id: id)) }
    }
    return rows
  }

  /// The ids of a table's rows that were changed since the step, as a list in SQL.
  func touched(_ table: String) -> String { Self.ids(of: table, in: Self.touchedRows) }

  private static let touchedRows = "rows_touched_since"
  private static let heldRows = "rows_held_for_now"

  private static func ids(of table: String, in list: String) -> String {
    "(SELECT id FROM temp.\(list) WHERE name = '\(table)')"
  }

  /// Keeps rows where SQL finds them, however many they are.
  private func note(_ rows: Set<Changeset.Row>, in list: String) throws {
    try db.execute(
      sql: """
        CREATE TEMP TABLE IF NOT EXISTS \(list) (
          name TEXT NOT NULL, id INTEGER NOT NULL, PRIMARY KEY (name, id)
        ) WITHOUT ROWID;
        DELETE FROM temp.\(list);
        """)
    let insertion = try PreparedStatement(db, "INSERT INTO temp.\(list) VALUES (?, ?)")
    for row in rows where tables.contains(row.table) {
      insertion.bind(1, row.table)
      insertion.bind(2, row.id)
      try insertion.run()
    }
  }

  private func count() throws -> Int {
    try tables.reduce(0) { sum, table in
      sum
        + (try Int.fetchOne(
          db, sql: "SELECT count(*) FROM \(table) WHERE batch = ?", arguments: [step]) ?? 0)
    }
  }

  private func removeUnused() throws -> Int {
    var removed = 0
    for table in tables where !links.contains(table) {
      for link in links where parents(of: link).contains(where: { $0.table == table }) {
        removed += try delete(link, where: isLoose(link))
      }
      removed += try delete(table, where: isUnused(table))
    }
    for link in links.sorted() { removed += try delete(link, where: isLoose(link)) }
    return removed
  }

  private func delete(_ table: String, where condition: String) throws -> Int {
    try db.execute(sql: "DELETE FROM \(table) WHERE \(condition)")
    return db.changesCount
  }

  /// A row of this step that nobody changed since.
  private func isOurs(_ table: String) -> String {
    var condition = "\(table).batch = \(step)"
    condition += " AND \(table).id NOT IN \(touched(table))"
    condition += " AND \(table).id NOT IN \(Self.ids(of: table, in: Self.heldRows))"
    if let kept = hooks.keptByUndo[table] { condition += " AND NOT (\(kept(self)))" }
    return condition
  }

  /// A row of this step to which nothing refers but its own links of the same step.
  private func isUnused(_ table: String) -> String {
    let users = (references[table] ?? []).filter { !$0.isPart }.map { user in
      let isItself = user.table == table
      let rows = isItself ? "\(table) AS user" : user.table
      let loose = links.contains(user.table) ? " AND NOT (\(isOurs(user.table)))" : ""
      return """
         AND NOT EXISTS (SELECT 1 FROM \(rows)
                         WHERE \(isItself ? "user" : user.table).\(user.name) = \(table).id\(loose))
        """
    }
    return isOurs(table) + users.joined()
  }

  /// A link of this step that ties a row that goes, or only rows that were there before.
  private func isLoose(_ link: String) -> String {
    let parents = parents(of: link)
    let goes = parents.map { parent in
      "EXISTS (SELECT 1 FROM \(parent.table) WHERE \(parent.table).id = \(link).\(parent.column)"
        + " AND \(isUnused(parent.table)))"
    }
    let isOld = parents.map { parent in
      "NOT EXISTS (SELECT 1 FROM \(parent.table)"
        + " WHERE \(parent.table).id = \(link).\(parent.column)"
        + " AND \(parent.table).batch = \(step))"
    }
    guard !parents.isEmpty else { return isOurs(link) }
    return "\(isOurs(link)) AND (\(goes.joined(separator: " OR "))"
      + " OR (\(isOld.joined(separator: " AND "))))"
  }

  /// The tables with rows of imports that a link refers to, with its columns.
  private func parents(of link: String) -> [(table: String, column: String)] {
    tables.flatMap { table in
      (references[table] ?? []).filter { $0.table == link }.map { (table, $0.name) }
    }
  }

  private static func ordered(
    _ tables: [String], _ references: [String: [References.Column]]
  ) -> [String] {
    var left = tables
    var ordered: [String] = []
    while !left.isEmpty {
      // In a circle of references the first is as good as any.
      let next =
        left.first { table in
          !(references[table] ?? []).contains { $0.table != table && left.contains($0.table) }
        } ?? left[0]
      ordered.append(next)
      left.removeAll { $0 == next }
    }
    return ordered
  }

  /// Whether a key of two or more references, and nothing else, tells the rows of a table apart.
  private static func isLink(
    _ table: String, _ references: [String: [References.Column]], _ db: Database
  ) throws -> Bool {
    let columns = Set(references.values.joined().filter { $0.table == table }.map(\.name))
    return try db.indexes(on: table).contains { index in
      index.isUnique && index.columns.count > 1 && columns.isSuperset(of: index.columns)
    }
  }
}
