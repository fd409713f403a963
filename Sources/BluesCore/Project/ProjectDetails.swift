internal import Basics
internal import GRDB

/// The project's own page: reading it, and amending its dates.
package struct ProjectDetails: Sendable {
  let store: Store

  /// What is stated about a partner or another part of the project, and where it comes from.
  package func facts(about subject: String) throws -> [StatedFact] {
    try store.read { try StatedFact.about(subject, in: $0) }
  }

  /// What date expressions such as `M18` and `RP1.end` are counted from.
  package func dates() throws -> DateContext {
    try store.read { try .of(Project.fetch($0), store.invocation, in: $0) }
  }

  /// Moves the start or the end, keeping the dates before and the reason.
  ///
  /// Due months move with the start; days that were fixed as days stay. `before` is done first, with
  /// the number of the amendment, while the project is as it was; `after` once it is amended.
  func amend(
    start: Day? = nil, end: Day? = nil, reason: String, on day: Day,
    before: (Transaction, Int) throws -> Void = { _, _ in },
    after: (Transaction, Project) throws -> Void = { _, _ in }
  ) throws -> Amendment {
    guard !reason.trimmed.isEmpty else { throw ProjectProblem.reasonMissing }
    return try store.write { write in
      let db = write.db
      let project = try Project.fetch(db)
      let newStart = start ?? project.start
      let newEnd = end ?? project.end
      guard newStart != project.start || newEnd != project.end else {
        throw ProjectProblem.nothingToAmend
      }
      guard newStart <= newEnd else {
        throw ProjectProblem.endsBeforeStart(start: newStart, end: newEnd)
      }
      try refuse(project, newStart, newEnd, db)
      let last =
        try Row.fetchOne(db, sql: "SELECT id, max(number) AS number FROM amendment")?
        .value("number", as: Int?.self) ?? 0
      try before(write, last + 1)
      try db.execute(
        sql: """
          INSERT INTO amendment
            (id, number, made_on, reason, old_start, old_end, new_start, new_end)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          write.nextID("amendment"), last + 1, day, reason, project.start, project.end, newStart,
          newEnd,
        ])
      try db.execute(
        sql: "UPDATE project SET start_day = ?, end_day = ?", arguments: [newStart, newEnd])
      try extendLastPeriod(write.db)
      try after(write, project)
      try restate(newStart, newEnd, amendment: last + 1, write.db)
      write.records(
        "amended the project: \(newStart) to \(newEnd)", affecting: ["AMD\(last + 1)"])
      return Amendment(
        number: last + 1, madeOn: day, reason: reason, oldStart: project.start,
        oldEnd: project.end, newStart: newStart, newEnd: newEnd)
    }
  }
}

extension ProjectDetails {
  /// Refuses dates that would move the days of a period whose report is locked.
  private func refuse(_ project: Project, _ start: Day, _ end: Day, _ db: Database) throws {
    let lock = try PeriodLock(db)
    for period in try Period.all(db) where period.days(in: project).upperBound > end {
      try lock.refuse("its end", in: period)
    }
    guard start != project.start else { return }
    for period in try Period.all(db) { try lock.refuse("the start of the project", in: period) }
  }

  /// The last reporting period ends with the project.
  private func extendLastPeriod(_ db: Database) throws {
    let project = try Project.fetch(db)
    try db.execute(
      sql: """
        UPDATE period SET end_month = max(start_month, ?)
        WHERE number = (SELECT max(number) FROM period)
        """,
      arguments: [project.lastMonth.number])
  }

  /// The facts that name the dates say what the amendment says, and where it is said.
  private func restate(_ start: Day, _ end: Day, amendment: Int, _ db: Database) throws {
    let months = try Project.fetch(db).months
    let facts = [("start", start.iso), ("end", end.iso), ("duration_months", "\(months)")]
    for (name, value) in facts {
      try db.execute(
        sql: """
          UPDATE fact SET value = :value, mark = 'own', source = :source
          WHERE subject = :subject AND name = :name AND value <> :value
          """,
        arguments: [
          "value": value, "source": "amendment \(amendment)", "subject": StatedFact.project,
          "name": name,
        ])
    }
  }
}

extension Store {
  package var project: ProjectDetails { ProjectDetails(store: self) }
}

extension DateContext {
  /// What date expressions of a command are counted from in a project.
  static func of(
    _ project: Project, _ invocation: Invocation, in db: Database
  ) throws -> DateContext {
    let periods = try Period.all(db).map { ($0.name, $0.days(in: project)) }
    return DateContext(
      today: invocation.today, projectStart: project.start,
      periods: Dictionary(periods) { first, _ in first }, order: invocation.dateOrder,
      remarks: invocation.remarks)
  }
}
