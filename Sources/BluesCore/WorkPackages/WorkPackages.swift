internal import GRDB

/// The work packages: listed, added, changed and removed.
package struct WorkPackages: Sendable {
  let store: Store

  /// What can be said of a work package when it is added or changed; nil leaves it as it is.
  package struct Draft: Sendable, Equatable {
    package var title: String?
    package var lead: String?
    package var startMonth: ProjectMonth?
    package var endMonth: ProjectMonth?
    package var participants: String?
    package var objectives: String?
    package var extra: String?

    package init(
      title: String? = nil, lead: String? = nil, startMonth: ProjectMonth? = nil,
      endMonth: ProjectMonth? = nil, participants: String? = nil, objectives: String? = nil,
      extra: String? = nil
    ) {
      self.title = title
      self.lead = lead
      self.startMonth = startMonth
      self.endMonth = endMonth
      self.participants = participants
      self.objectives = objectives
      self.extra = extra
    }
  }

  package func all() throws -> [WorkPackage] {
    try store.read { try Self.fetch($0, today: store.invocation.today) }
  }

  package func one(_ code: WorkPackageCode) throws -> WorkPackage {
    try store.read { try Self.fetchOne(code, $0, today: store.invocation.today) }
  }

  package func add(_ code: WorkPackageCode, _ draft: Draft) throws -> WorkPackage {
    try store.write { write in
      try Self.insert(code, draft, write)
      write.records("added \(code)", affecting: [code.description])
      return try Self.fetchOne(code, write.db, today: store.invocation.today)
    }
  }

  package func set(_ code: WorkPackageCode, _ draft: Draft) throws -> WorkPackage {
    guard draft != Draft() else { throw PlanProblem.nothingToSet("blues workpackage set") }
    return try store.write { write in
      try Self.update(Self.id(code, in: write.db), code, draft, write.db)
      write.records("changed \(code)", affecting: [code.description])
      return try Self.fetchOne(code, write.db, today: store.invocation.today)
    }
  }

  package func remove(_ code: WorkPackageCode) throws {
    try store.write { write in
      let id = try Self.id(code, in: write.db)
      let parts =
        try Int.fetchOne(
          write.db,
          sql: """
            SELECT (SELECT count(*) FROM task WHERE work_package_id = :id)
                 + (SELECT count(*) FROM deliverable WHERE work_package_id = :id)
                 + (SELECT count(*) FROM milestone_work_package WHERE work_package_id = :id)
            """,
          arguments: ["id": id]) ?? 0
      guard parts == 0 else { throw PlanProblem.hasParts(code.description, count: parts) }
      try write.db.execute(sql: "DELETE FROM work_package WHERE id = ?", arguments: [id])
      write.records("removed \(code)", affecting: [code.description])
    }
  }

  static func insert(_ code: WorkPackageCode, _ draft: Draft, _ write: Transaction) throws {
    let db = write.db
    let project = try Project.fetch(db)
    guard try Int64.fetchOne(db, sql: idByNumber, arguments: [code.number]) == nil else {
      throw PlanProblem.taken(code.description)
    }
    let span = try MonthSpan(
      draft.startMonth, draft.endMonth ?? ProjectMonth(number: project.months), before: nil,
      of: code.description)
    try db.execute(
      sql: """
        INSERT INTO work_package
          (id, number, title, lead_id, start_month, end_month, participants, objectives, extra)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        write.nextID("work_package"), code.number, draft.title ?? code.description,
        draft.lead.map { try Partners.id($0, in: db) }, span.first, span.last,
        draft.participants,
        draft.objectives, draft.extra,
      ])
  }

  static func update(_ id: Int64, _ code: WorkPackageCode, _ draft: Draft, _ db: Database) throws {
    let before = try Row.fetchOne(
      db, sql: "SELECT start_month, end_month FROM work_package WHERE id = ?", arguments: [id])
    let span = try MonthSpan(
      draft.startMonth, draft.endMonth, before: before, of: code.description)
    try db.execute(
      sql: """
        UPDATE work_package
        SET title = coalesce(?, title), lead_id = coalesce(?, lead_id), start_month = ?,
            end_month = ?, participants = coalesce(?, participants),
            objectives = coalesce(?, objectives), extra = coalesce(json_patch(coalesce(extra, '{}'), ?), extra)
        WHERE id = ?
        """,
      arguments: [
        draft.title, draft.lead.map { try Partners.id($0, in: db) }, span.first, span.last,
        draft.participants, draft.objectives, draft.extra, id,
      ])
  }

  private static let idByNumber = "SELECT id FROM work_package WHERE number = ?"

  static func id(_ code: WorkPackageCode, in db: Database) throws -> Int64 {
    guard let id = try Int64.fetchOne(db, sql: idByNumber, arguments: [code.number]) else {
      let known = try Int.fetchAll(db, sql: "SELECT number FROM work_package ORDER BY number")
      throw PlanProblem.unknown(
        code.description, noun: "work package",
        near: known.prefix(8).map { "WP\($0)" }, add: "blues workpackage add \(code) TITLE")
    }
    return id
  }

  static func fetchOne(_ code: WorkPackageCode, _ db: Database, today: Day) throws -> WorkPackage {
    _ = try id(code, in: db)
    let all = try fetch(db, today: today)
    guard let found = all.first(where: { $0.code == code }) else { throw ProjectProblem.none }
    return found
  }

  static func fetch(_ db: Database, today: Day) throws -> [WorkPackage] {
    let project = try Project.fetch(db)
    let deliverables = try Deliverables.fetch(db, today: today)
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT work_package.*, partner.code AS lead
        FROM work_package
        LEFT JOIN partner ON partner.id = work_package.lead_id
        ORDER BY number
        """)
    return try rows.map { row in
      let own = deliverables.filter { $0.code.workPackage.number == row["number"] }
      return try WorkPackage(
        row: row, project: project, deliverables: own.count,
        delivered: own.count { $0.state == .submitted || $0.state == .accepted },
        late: own.count { $0.isLate })
    }
  }
}

extension Store {
  package var workPackages: WorkPackages { WorkPackages(store: self) }
}
