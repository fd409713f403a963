internal import GRDB

extension Milestones {
  static func insert(_ code: MilestoneCode, _ draft: Draft, _ write: Transaction) throws {
    guard try find(code, in: write.db) == nil else { throw PlanProblem.taken(code.description) }
    let due = try draft.due ?? .month(lastMonth(write.db))
    let id = try write.nextID("milestone")
    try write.db.execute(
      sql: """
        INSERT INTO milestone (id, number, title, due_month, due_day, verification, extra)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        id, code.number, draft.title ?? code.description, due.monthNumber, due.fixedDay,
        draft.verification, draft.extra,
      ])
    try link(id, draft, write)
  }

  static func update(_ id: Int64, _ draft: Draft, _ write: Transaction) throws {
    try write.db.execute(
      sql: """
        UPDATE milestone
        SET title = coalesce(?, title), verification = coalesce(?, verification),
            extra = coalesce(json_patch(coalesce(extra, '{}'), ?), extra)
        WHERE id = ?
        """,
      arguments: [draft.title, draft.verification, draft.extra, id])
    if let due = draft.due {
      try write.db.execute(
        sql: "UPDATE milestone SET due_month = ?, due_day = ? WHERE id = ?",
        arguments: [due.monthNumber, due.fixedDay, id])
    }
    try link(id, draft, write)
  }

  /// Replaces the links that the draft speaks of; equal links are left untouched.
  private static func link(_ id: Int64, _ draft: Draft, _ write: Transaction) throws {
    let db = write.db
    if let packages = draft.workPackages {
      try relink(
        id, to: packages.map { try WorkPackages.id($0, in: db) },
        table: "milestone_work_package", column: "work_package_id", write)
    }
    if let leads = draft.leads {
      try relink(
        id, to: leads.map { try Partners.id($0, in: db) }, table: "milestone_lead",
        column: "partner_id", write)
    }
  }

  private static func relink(
    _ id: Int64, to targets: [Int64], table: String, column: String, _ write: Transaction
  ) throws {
    let wanted = Set(targets)
    let present = try Set(
      Int64.fetchAll(
        write.db, sql: "SELECT \(column) FROM \(table) WHERE milestone_id = ?", arguments: [id]))
    for gone in present.subtracting(wanted) {
      try write.db.execute(
        sql: "DELETE FROM \(table) WHERE milestone_id = ? AND \(column) = ?",
        arguments: [id, gone])
    }
    for new in targets where !present.contains(new) {
      try write.db.execute(
        sql: "INSERT OR IGNORE INTO \(table) (id, milestone_id, \(column)) VALUES (?, ?, ?)",
        arguments: [write.nextID(table), id, new])
    }
  }

  private static func lastMonth(_ db: Database) throws -> ProjectMonth {
    guard let month = ProjectMonth(number: try Project.fetch(db).months) else {
      throw ProjectProblem.none
    }
    return month
  }

  static func find(_ code: MilestoneCode, in db: Database) throws -> Int64? {
    try Int64.fetchOne(
      db, sql: "SELECT id FROM milestone WHERE number = ?", arguments: [code.number])
  }

  static func id(_ code: MilestoneCode, in db: Database) throws -> Int64 {
    if let id = try find(code, in: db) { return id }
    let known = try Int.fetchAll(db, sql: "SELECT number FROM milestone ORDER BY number")
    throw PlanProblem.unknown(
      code.description, noun: "milestone",
      near: EditDistance.nearest(to: code.description, in: known.map { "MS\($0)" }),
      add: known.isEmpty
        ? "blues workpackage milestone add \(code) TITLE" : "blues workpackage milestone list")
  }

  static func fetchOne(_ code: MilestoneCode, _ db: Database, today: Day) throws -> Milestone {
    let id = try id(code, in: db)
    let project = try Project.fetch(db)
    guard
      let row = try Row.fetchOne(db, sql: "\(selection) WHERE milestone.id = ?", arguments: [id])
    else { throw ProjectProblem.none }
    return try Milestone(row: row, project: project, today: today)
  }

  static func fetch(_ db: Database, today: Day) throws -> [Milestone] {
    let project = try Project.fetch(db)
    return try Row.fetchAll(db, sql: "\(selection) ORDER BY milestone.number")
      .map { try Milestone(row: $0, project: project, today: today) }
  }

  private static let selection = """
    SELECT milestone.*,
           (SELECT group_concat(number, ' ')
            FROM (SELECT work_package.number AS number
                  FROM milestone_work_package
                  JOIN work_package ON work_package.id = work_package_id
                  WHERE milestone_id = milestone.id
                  ORDER BY work_package.number)) AS work_packages,
           (SELECT group_concat(code, char(10))
            FROM (SELECT partner.code AS code
                  FROM milestone_lead
                  JOIN partner ON partner.id = partner_id
                  WHERE milestone_id = milestone.id
                  ORDER BY milestone_lead.id)) AS leads
    FROM milestone
    """
}
