internal import Basics
internal import GRDB

/// Keeps the rows of a submission that stands as they are, and a period open until all are accepted.
enum SubmissionGate {
  static let hooks: StoreHooks = {
    var hooks = StoreHooks()
    hooks.beforeCommit.append { db, change, step in
      try check(change, step, db)
      try checkLock(change, db)
    }
    hooks.beforeReversal.append { db, change in try check(change, nil, db) }
    return hooks
  }()

  /// - Throws: `SubmissionProblem` for a row that was or would be in a submission that stands.
  private static func check(_ change: Changeset, _ step: Int64?, _ db: Database) throws {
    guard try CopyIdentity.fetch(db) != nil, let frozen = try FrozenPeriods(db) else { return }
    var columns: [String: [String]] = [:]
    try change.forEach(withNulls: true) { row, value in
      guard let table = DatedTable.byName[row.table] else { return }
      let names = try columns[row.table] ?? db.columns(in: row.table).map(\.name)
      columns[row.table] = names
      let now = try current(row, table, db)
      var before = now ?? [:]
      for (place, name) in names.enumerated() where table.columns.contains(name) {
        if let found = value(place) { before[name] = found }
      }
      if let problem = try frozen.problem(table, before, db) { throw problem }
      if let now, now != before, let problem = try frozen.problem(table, now, db) { throw problem }
    }
    guard let step else { return }
    for table in DatedTable.all {
      for place in try table.places(ofBatch: step, db) {
        if let problem = frozen.problem(table, place) { throw problem }
      }
    }
  }

  private static func current(
    _ row: Changeset.Row, _ table: DatedTable, _ db: Database
  ) throws -> [String: DatabaseValue]? {
    let names = table.columns.joined(separator: ", ")
    let found = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT \(names) FROM \(table.name) WHERE id = ?"),
      arguments: [row.id])
    return found.map {
      Dictionary(uniqueKeysWithValues: zip(table.columns, Array($0.databaseValues)))
    }
  }

  /// A lock without a reason waits until the submissions of all who have rows are accepted.
  private static func checkLock(_ change: Changeset, _ db: Database) throws {
    for row in try change.rows() where row.table == "period_step" {
      let found = try Row.fetchOne(
        db,
        sql: """
          SELECT period.number FROM period_step JOIN period ON period.id = period_id
          WHERE period_step.id = ? AND step = 'locked' AND reason IS NULL
          """, arguments: [row.id])
      guard let number: Int = try found?.value("number") else { continue }
      let open = try OpenSubmissions.partners(ofPeriod: number, db)
      guard open.isEmpty else {
        throw SubmissionProblem.notAccepted(period: "RP\(number)", partners: open)
      }
    }
  }
}

/// Partners with rows of a period that are not submitted, or not accepted.
enum OpenSubmissions {
  /// In the coordinator's copy those that have rows and are not accepted; none where nothing is shared.
  static func partners(ofPeriod number: Int, _ db: Database) throws -> [String] {
    guard let identity = try CopyIdentity.fetch(db),
      try identity.organisation == Partner.coordinator(db)
    else { return [] }
    let accepted = Set(
      try Submission.all(db).filter { $0.acceptedOn != nil && $0.period == "RP\(number)" }
        .map(\.partner))
    return try sharing(identity, db).filter {
      try !accepted.contains($0) && hasRows($0, ofPeriod: number, db)
    }
  }

  /// The partners that take part: those with a key, or in a partner's copy itself.
  static func sharing(_ identity: CopyIdentity, _ db: Database) throws -> [String] {
    guard try identity.organisation == Partner.coordinator(db) else {
      return [identity.organisation]
    }
    return try Partner.codes(db).filter {
      try $0 == identity.organisation || MemberKeys.inForce(of: $0, db) != nil
    }
  }

  static func hasRows(
    _ partner: String, ofPeriod number: Int, _ db: Database
  ) throws -> Bool {
    guard let period = try Period.all(db).first(where: { $0.number == number }),
      let id = try Int64.fetchOne(
        db, sql: "SELECT id FROM period WHERE number = ?", arguments: [number])
    else { return false }
    let days = try period.days(in: Project.fetch(db))
    let owner = try Partner.id(partner, in: db)
    return try DatedTable.all.contains { try $0.has(owner, in: days, period: id, db) }
  }
}
