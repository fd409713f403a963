internal import GRDB

/// Keeps a partner's copy from changing what is not the partner's, and notes what is removed.
enum ScopeGate {
  static let hooks: StoreHooks = {
    var hooks = StoreHooks()
    hooks.beforeCommit.append { db, change, step in try check(change, step, db) }
    hooks.afterChange.append { db, rows in try noteRemoved(rows, db) }
    return hooks
  }()

  /// - Throws: `ScopeProblem` where a row is not the partner's, before or after the change, or has a
  ///   number that another copy gives.
  private static func check(_ change: Changeset, _ step: Int64, _ db: Database) throws {
    guard let identity = try CopyIdentity.fetch(db), let coordinator = try Partner.coordinator(db)
    else { return }
    let rows = try change.rows().filter { SharedScope.table($0.table) != nil }
    if rows.contains(where: { $0.table == "partner" }) { try checkNames(identity, db) }
    if identity.organisation != coordinator {
      let me = try Partner.id(identity.organisation, in: db)
      if let row = try foreign(rows, change, me, db) ?? foreignLoaded(step, me, db) {
        throw try problem(row, identity, coordinator, db)
      }
      if let row = try DecidedColumns.changed(change, db) {
        var words = RowWords()
        words.name(row, in: db)
        throw ScopeProblem.notOwn(
          "the assessment of \(words.code(row.table, row.id))", copy: identity.organisation,
          coordinator: coordinator)
      }
    }
    try checkNumbers(rows, step, identity, db)
    if rows.contains(where: { $0.table == "person" }) { try OwnedPersonCodes.check(change, db) }
  }

  /// Parcels know partners by their short names, which stay as long as a project is shared.
  private static func checkNames(_ identity: CopyIdentity, _ db: Database) throws {
    let names = try String.fetchSet(
      db, sql: "SELECT sender FROM parcel UNION SELECT recipient FROM parcel"
    ).union([identity.organisation])
    let missing = try names.subtracting(Partner.codes(db)).sorted().first
    if let missing { throw ScopeProblem.nameInUse(missing) }
  }

  /// A changed row that is not the partner's, before or after.
  private static func foreign(
    _ rows: Set<Changeset.Row>, _ change: Changeset, _ me: Int64, _ db: Database
  ) throws -> Changeset.Row? {
    var before = RowsBefore(me: me)
    try before.read(change, db)
    for row in rows {
      guard let table = SharedScope.table(row.table) else { continue }
      let isNow = try holds(table, row.id, me, db)
      let wasOwn = try before.wasOwn(row, table, isNow) { try holds($0, $1, me, db) }
      if table.isOfCoordinator || isNow == false || wasOwn == false { return row }
    }
    return nil
  }

  /// A row of an import, which is not recorded, that is not the partner's.
  private static func foreignLoaded(
    _ step: Int64, _ me: Int64, _ db: Database
  ) throws -> Changeset.Row? {
    for table in SharedScope.tables where try hasColumn("batch", table.name, db) {
      let id = try Int64.fetchOne(
        db,
        sql: """
          SELECT id FROM \(table.name) AS row WHERE batch = :step AND (1 OR :me)
            AND NOT coalesce(\(table.owns("row")), 0)
          LIMIT 1
          """, arguments: ["step": step, "me": me])
      if let id { return Changeset.Row(table: table.name, id: id) }
    }
    return nil
  }

  /// Refuses a number that another copy may give, of a row that was made here.
  private static func checkNumbers(
    _ rows: Set<Changeset.Row>, _ step: Int64, _ identity: CopyIdentity, _ db: Database
  ) throws {
    let ids = try FileIdentity.ids(of: FileIdentity.number(db))
    let numbers = try CopyIdentity.numbers(db)
    let touched = Dictionary(grouping: rows.filter { ids.contains($0.id) }, by: \.table)
    for table in SharedScope.tables where table.isNumberedByCopies {
      guard try hasColumn("number", table.name, db) else { continue }
      let isLoaded = try hasColumn("batch", table.name, db)
      var found = try (touched[table.name] ?? []).compactMap { row in
        try Int64.fetchOne(
          db.cachedStatement(sql: "SELECT number FROM \(table.name) WHERE id = ?"),
          arguments: [row.id])
      }
      if isLoaded {
        found += try Int64.fetchAll(
          db,
          sql: """
            SELECT number FROM \(table.name) WHERE batch = ? AND number NOT BETWEEN ? AND ? LIMIT 1
            """, arguments: [step, numbers.lowerBound, numbers.upperBound])
      }
      guard let number = found.first(where: { !numbers.contains($0) }) else { continue }
      let last = try Int64.fetchOne(
        db, sql: "SELECT max(number) FROM \(table.name) WHERE number BETWEEN ? AND ?",
        arguments: [numbers.lowerBound, numbers.upperBound])
      throw ScopeProblem.otherNumber(
        RowWords.noun(table.name), number: number, copy: identity.organisation,
        next: max(last ?? 0, numbers.lowerBound) + 1)
    }
  }

  private static func hasColumn(_ name: String, _ table: String, _ db: Database) throws -> Bool {
    try db.columns(in: table).contains { $0.name == name }
  }

  /// Whether a row that is there is the partner's; nil where it is not there.
  private static func holds(
    _ table: ScopedTable, _ id: Int64, _ me: Int64, _ db: Database
  ) throws -> Bool? {
    try Bool.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT coalesce(\(table.owns("row")), 0) FROM \(table.name) AS row
          WHERE row.id = :id AND (1 OR :me)
          """), arguments: ["id": id, "me": me])
  }

  private static func problem(
    _ row: Changeset.Row, _ identity: CopyIdentity, _ coordinator: String, _ db: Database
  ) throws -> ScopeProblem {
    var words = RowWords()
    words.read([row.table], in: db)
    let code = words.code(row.table, row.id)
    let noun = RowWords.noun(row.table)
    let name = code.hasPrefix(noun) ? code : "\(noun) \(code)"
    let joint = try JointActivity.owner(of: row, db)
    if try FileIdentity.ids(of: FileIdentity.number(db)).contains(row.id),
      SharedScope.table(row.table)?.isOfCoordinator == false
    {
      if let joint, joint.partner != identity.organisation {
        return .firstPartner(
          joint.activity, copy: identity.organisation, owner: joint.partner)
      }
      return .ownerless(name, copy: identity.organisation)
    }
    let owner = joint.flatMap { $0.partner == identity.organisation ? nil : $0 }
    return .notOwn(
      owner?.activity ?? name, copy: identity.organisation,
      coordinator: owner?.partner ?? coordinator)
  }

  /// Notes which rows are gone, so that the next parcels say so; a row that is back is no longer gone.
  private static func noteRemoved(_ rows: Set<Changeset.Row>, _ db: Database) throws {
    guard try CopyIdentity.fetch(db) != nil else { return }
    if rows.contains(where: { $0.table == "erasure" }) {
      // Parcels of before have the person; later ones are compared without them.
      try db.execute(sql: "DELETE FROM parcel_content")
    }
    for row in rows where SharedScope.table(row.table) != nil {
      let isThere = try Bool.fetchOne(
        db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM \(row.table) WHERE id = ?)"),
        arguments: [row.id])
      try db.cachedStatement(
        sql: isThere == true
          ? "DELETE FROM removed_row WHERE table_name = ? AND row_id = ?"
          : """
          INSERT OR IGNORE INTO removed_row (table_name, row_id, is_erased) VALUES (?, ?, 0)
          """
      ).execute(arguments: [row.table, row.id])
    }
  }
}

/// Whether rows were the partner's before a change, by the values that the change has of them.
private struct RowsBefore {
  let me: Int64
  /// By row, the columns that the change found; of a row that it removed all.
  private var found: [Changeset.Row: [String: Int64]] = [:]

  init(me: Int64) { self.me = me }

  mutating func read(_ change: Changeset, _ db: Database) throws {
    var columns: [String: [String]] = [:]
    try change.forEach { row, value in
      guard SharedScope.table(row.table) != nil else { return }
      let names = try columns[row.table] ?? db.columns(in: row.table).map(\.name)
      columns[row.table] = names
      var values: [String: Int64] = [:]
      for (place, name) in names.enumerated() where name.hasSuffix("_id") {
        if case .int64(let number) = value(place)?.storage { values[name] = number }
      }
      found[row] = values
    }
  }

  /// Nil where the change does not say: what it does not touch is as it is now.
  func wasOwn(
    _ row: Changeset.Row, _ table: ScopedTable, _ isNow: Bool?,
    _ holds: (ScopedTable, Int64) throws -> Bool?
  ) throws -> Bool? {
    guard let values = found[row] else { return isNow }
    switch table.owner {
    case .coordinator: return false
    case .column(let column):
      guard let owner = values[column] else { return isNow ?? false }
      return owner == me
    case .parent(let column, let parent):
      guard let id = values[column], let whole = SharedScope.table(parent) else { return isNow }
      let row = Changeset.Row(table: parent, id: id)
      let isThere = try holds(whole, id)
      return try isThere ?? wasOwn(row, whole, nil, holds) ?? false
    case .condition:
      guard isNow == nil else { return isNow }
      // Of a row that is gone, what went with it says whose it was.
      let (whole, owner) = ("\(row.table)_id", "partner_id")
      let parts = found.filter { $0.value[whole] == row.id }
      let owners = parts.sorted { $0.key.id < $1.key.id }.compactMap { $0.value[owner] }
      return owners.first == me
    }
  }
}
