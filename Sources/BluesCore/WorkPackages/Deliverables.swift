internal import GRDB

/// The deliverables: listed, added, changed and removed.
package struct Deliverables: Sendable {
  let store: Store

  /// What can be said of a deliverable when it is added or changed; nil leaves it as it is.
  package struct Draft: Sendable, Equatable {
    package var title: String?
    package var description: String?
    package var lead: String?
    package var type: String?
    package var level: String?
    package var due: Due?
    package var extra: String?

    package init(
      title: String? = nil, description: String? = nil, lead: String? = nil, type: String? = nil,
      level: String? = nil, due: Due? = nil, extra: String? = nil
    ) {
      self.title = title
      self.description = description
      self.lead = lead
      self.type = type
      self.level = level
      self.due = due
      self.extra = extra
    }
  }

  package func all() throws -> [Deliverable] {
    try store.read { try Self.fetch($0, today: store.invocation.today) }
  }

  /// One deliverable with what happened to it and the due dates it had before amendments.
  package func one(
    _ code: DeliverableCode
  ) throws -> (deliverable: Deliverable, steps: [DeliverableStep], earlier: [EarlierDue]) {
    try store.read { db in
      let deliverable = try Self.fetchOne(code, db, today: store.invocation.today)
      let steps = try Self.steps(of: Self.id(code, in: db), db)
      let earlier = try Amendment.all(db).compactMap { amendment in
        Self.due(of: deliverable, before: amendment, steps)
      }
      return (deliverable, steps, earlier)
    }
  }

  /// A due date as it was before an amendment moved the project's start.
  package struct EarlierDue: Sendable, Equatable {
    package let amendment: Int
    package let day: Day
  }

  /// The day a due month fell on before an amendment moved the start; postponements made since
  /// are wound back.
  private static func due(
    of deliverable: Deliverable, before amendment: Amendment, _ steps: [DeliverableStep]
  ) -> EarlierDue? {
    guard amendment.oldStart != amendment.newStart else { return nil }
    let moved = steps.first { $0.oldDue != nil && $0.on >= amendment.madeOn }?.oldDue
    guard case .month(let month) = moved.flatMap(Due.init) ?? deliverable.due else { return nil }
    return EarlierDue(
      amendment: amendment.number, day: month.lastDay(projectStart: amendment.oldStart))
  }

  package func add(_ code: DeliverableCode, _ draft: Draft) throws -> Deliverable {
    try store.write { write in
      try Self.insert(code, draft, write)
      write.records("added \(code)", affecting: [code.description])
      return try Self.fetchOne(code, write.db, today: store.invocation.today)
    }
  }

  package func set(_ code: DeliverableCode, _ draft: Draft) throws -> Deliverable {
    guard draft != Draft() else {
      throw PlanProblem.nothingToSet("blues workpackage deliverable set")
    }
    return try store.write { write in
      try Self.update(Self.id(code, in: write.db), draft, write.db)
      write.records("changed \(code)", affecting: [code.description])
      return try Self.fetchOne(code, write.db, today: store.invocation.today)
    }
  }

  package func remove(_ code: DeliverableCode) throws {
    try store.write { write in
      let id = try Self.id(code, in: write.db)
      try write.db.execute(
        sql: "DELETE FROM deliverable_step WHERE deliverable_id = ?", arguments: [id])
      try write.db.execute(sql: "DELETE FROM deliverable WHERE id = ?", arguments: [id])
      write.records("removed \(code)", affecting: [code.description])
    }
  }

  static func insert(_ code: DeliverableCode, _ draft: Draft, _ write: Transaction) throws {
    let db = write.db
    let package = try WorkPackages.id(code.workPackage, in: db)
    guard try find(code, in: db) == nil else { throw PlanProblem.taken(code.description) }
    guard let due = try draft.due ?? lastMonth(of: package, db) else { throw ProjectProblem.none }
    try checkCodes(draft)
    try db.execute(
      sql: """
        INSERT INTO deliverable
          (id, work_package_id, number, title, description, lead_id, type, level, due_month,
           due_day, extra)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        write.nextID("deliverable"), package, code.number, draft.title ?? code.description,
        draft.description, draft.lead.map { try Partners.id($0, in: db) }, draft.type,
        draft.level, due.monthNumber, due.fixedDay, draft.extra,
      ])
  }

  static func update(_ id: Int64, _ draft: Draft, _ db: Database) throws {
    try checkCodes(draft)
    try db.execute(
      sql: """
        UPDATE deliverable
        SET title = coalesce(?, title), description = coalesce(?, description),
            lead_id = coalesce(?, lead_id), type = coalesce(?, type), level = coalesce(?, level),
            extra = coalesce(json_patch(coalesce(extra, '{}'), ?), extra)
        WHERE id = ?
        """,
      arguments: [
        draft.title, draft.description, draft.lead.map { try Partners.id($0, in: db) },
        draft.type, draft.level, draft.extra, id,
      ])
    if let due = draft.due {
      try db.execute(
        sql: "UPDATE deliverable SET due_month = ?, due_day = ? WHERE id = ?",
        arguments: [due.monthNumber, due.fixedDay, id])
    }
  }

  private static func lastMonth(of package: Int64, _ db: Database) throws -> Due? {
    let month = try Int.fetchOne(
      db, sql: "SELECT end_month FROM work_package WHERE id = ?", arguments: [package])
    return month.flatMap { ProjectMonth(number: $0) }.map { .month($0) }
  }

  private static func checkCodes(_ draft: Draft) throws {
    try check(draft.type, in: "deliverable-type", as: "deliverable type")
    try check(draft.level, in: "dissemination-level", as: "dissemination level")
  }

  /// Other programmes' values are taken too, because one office runs grants of several.
  private static func check(_ code: String?, in list: String, as noun: String) throws {
    guard let code else { return }
    let known = try CodeList.values(of: [list, "\(list)-other-programmes"]).map(\.code)
    guard known.contains(code) else {
      throw PlanProblem.unknownValue(code, of: noun, known: known)
    }
  }

  static func find(_ code: DeliverableCode, in db: Database) throws -> Int64? {
    try Int64.fetchOne(
      db,
      sql: """
        SELECT deliverable.id
        FROM deliverable
        JOIN work_package ON work_package.id = deliverable.work_package_id
        WHERE work_package.number = ? AND deliverable.number = ?
        """,
      arguments: [code.workPackage.number, code.number])
  }

  static func id(_ code: DeliverableCode, in db: Database) throws -> Int64 {
    if let id = try find(code, in: db) { return id }
    let known = try fetch(db, today: Day(number: 0)).map(\.code.description)
    throw PlanProblem.unknown(
      code.description, noun: "deliverable",
      near: EditDistance.nearest(to: code.description, in: known),
      add: known.isEmpty
        ? "blues workpackage deliverable add \(code) TITLE" : "blues workpackage deliverable list")
  }

  static func fetchOne(_ code: DeliverableCode, _ db: Database, today: Day) throws -> Deliverable {
    let id = try id(code, in: db)
    let project = try Project.fetch(db)
    guard
      let row = try Row.fetchOne(
        db, sql: "\(selection) WHERE deliverable.id = ?", arguments: [id])
    else { throw ProjectProblem.none }
    return try Deliverable(row: row, project: project, today: today)
  }

  static func fetch(_ db: Database, today: Day) throws -> [Deliverable] {
    let project = try Project.fetch(db)
    return try Row.fetchAll(
      db, sql: "\(selection) ORDER BY work_package.number, deliverable.number"
    )
    .map { try Deliverable(row: $0, project: project, today: today) }
  }

  private static let selection = """
    SELECT deliverable.*, work_package.number AS work_package, partner.code AS lead
    FROM deliverable
    JOIN work_package ON work_package.id = deliverable.work_package_id
    LEFT JOIN partner ON partner.id = deliverable.lead_id
    """

  private static func steps(of id: Int64, _ db: Database) throws -> [DeliverableStep] {
    try Row.fetchAll(
      db, sql: "SELECT * FROM deliverable_step WHERE deliverable_id = ? ORDER BY id",
      arguments: [id]
    )
    .map { row in
      DeliverableStep(
        step: row["step"], on: row["happened_on"], oldDue: row["old_due"],
        newDue: row["new_due"], note: row["note"])
    }
  }
}

extension Store {
  package var deliverables: Deliverables { Deliverables(store: self) }
}
