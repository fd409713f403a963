internal import GRDB

/// The tasks of the work packages: listed, added, changed and removed.
package struct PlanTasks: Sendable {
  let store: Store

  /// What can be said of a task when it is added or changed; nil leaves it as it is.
  package struct Draft: Sendable, Equatable {
    package var title: String?
    package var lead: String?
    package var startMonth: ProjectMonth?
    package var endMonth: ProjectMonth?
    package var extra: String?

    package init(
      title: String? = nil, lead: String? = nil, startMonth: ProjectMonth? = nil,
      endMonth: ProjectMonth? = nil, extra: String? = nil
    ) {
      self.title = title
      self.lead = lead
      self.startMonth = startMonth
      self.endMonth = endMonth
      self.extra = extra
    }
  }

  package func all() throws -> [PlanTask] {
    try store.read { try Self.fetch($0) }
  }

  package func add(_ code: TaskCode, _ draft: Draft) throws -> PlanTask {
    try changing(code, "added \(code)") { try Self.insert(code, draft, $0) }
  }

  package func set(_ code: TaskCode, _ draft: Draft) throws -> PlanTask {
    guard draft != Draft() else { throw PlanProblem.nothingToSet("blues workpackage task set") }
    return try changing(code, "changed \(code)") { write in
      try Self.update(Self.id(code, in: write.db), code, draft, write.db)
    }
  }

  package func remove(_ code: TaskCode) throws {
    try store.write { write in
      let id = try Self.id(code, in: write.db)
      try write.db.execute(sql: "DELETE FROM task WHERE id = ?", arguments: [id])
      write.records("removed \(code)", affecting: [code.description])
    }
  }

  private func changing(
    _ code: TaskCode, _ summary: String, _ change: (Transaction) throws -> Void
  ) throws -> PlanTask {
    try store.write { write in
      try change(write)
      write.records(summary, affecting: [code.description])
      let all = try Self.fetch(write.db)
      guard let task = all.first(where: { $0.code == code }) else { throw ProjectProblem.none }
      return task
    }
  }

  static func insert(_ code: TaskCode, _ draft: Draft, _ write: Transaction) throws {
    let db = write.db
    let package = try WorkPackages.id(code.workPackage, in: db)
    guard try find(code, in: db) == nil else { throw PlanProblem.taken(code.description) }
    let before = try Row.fetchOne(
      db, sql: "SELECT start_month, end_month FROM work_package WHERE id = ?",
      arguments: [package])
    let span = try MonthSpan(
      draft.startMonth, draft.endMonth, before: before, of: code.description)
    try db.execute(
      sql: """
        INSERT INTO task (id, work_package_id, number, title, lead_id, start_month, end_month, extra)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        write.nextID("task"), package, code.number, draft.title ?? code.description,
        draft.lead.map { try Partners.id($0, in: db) }, span.first, span.last, draft.extra,
      ])
  }

  static func update(_ id: Int64, _ code: TaskCode, _ draft: Draft, _ db: Database) throws {
    let before = try Row.fetchOne(
      db, sql: "SELECT start_month, end_month FROM task WHERE id = ?", arguments: [id])
    let span = try MonthSpan(
      draft.startMonth, draft.endMonth, before: before, of: code.description)
    try db.execute(
      sql: """
        UPDATE task
        SET title = coalesce(?, title), lead_id = coalesce(?, lead_id), start_month = ?,
            end_month = ?, extra = coalesce(json_patch(coalesce(extra, '{}'), ?), extra)
        WHERE id = ?
        """,
      arguments: [
        draft.title, draft.lead.map { try Partners.id($0, in: db) }, span.first, span.last,
        draft.extra, id,
      ])
  }

  static func find(_ code: TaskCode, in db: Database) throws -> Int64? {
    try Int64.fetchOne(
      db,
      sql: """
        SELECT task.id
        FROM task
        JOIN work_package ON work_package.id = task.work_package_id
        WHERE work_package.number = ? AND task.number = ?
        """,
      arguments: [code.workPackage.number, code.number])
  }

  static func id(_ code: TaskCode, in db: Database) throws -> Int64 {
    if let id = try find(code, in: db) { return id }
    let known = try fetch(db).map(\.code.description)
    throw PlanProblem.unknown(
      code.description, noun: "task",
      near: EditDistance.nearest(to: code.description, in: known),
      add: known.isEmpty
        ? "blues workpackage task add \(code) TITLE" : "blues workpackage task list")
  }

  static func fetch(_ db: Database) throws -> [PlanTask] {
    let project = try Project.fetch(db)
    return try Row.fetchAll(
      db,
      sql: """
        SELECT task.*, work_package.number AS work_package, partner.code AS lead
        FROM task
        JOIN work_package ON work_package.id = task.work_package_id
        LEFT JOIN partner ON partner.id = task.lead_id
        ORDER BY work_package.number, task.number
        """
    )
    .map { try PlanTask(row: $0, project: project) }
  }
}

extension Store {
  package var tasks: PlanTasks { PlanTasks(store: self) }
}
