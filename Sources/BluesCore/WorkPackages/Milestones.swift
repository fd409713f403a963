internal import GRDB

/// The milestones: listed, added, changed, forecast and achieved.
package struct Milestones: Sendable {
  let store: Store

  /// What can be said of a milestone when it is added or changed; nil leaves it as it is.
  package struct Draft: Sendable, Equatable {
    package var title: String?
    package var workPackages: [WorkPackageCode]?
    package var leads: [String]?
    package var due: Due?
    package var verification: String?
    package var extra: String?

    package init(
      title: String? = nil, workPackages: [WorkPackageCode]? = nil, leads: [String]? = nil,
      due: Due? = nil, verification: String? = nil, extra: String? = nil
    ) {
      self.title = title
      self.workPackages = workPackages
      self.leads = leads
      self.due = due
      self.verification = verification
      self.extra = extra
    }
  }

  package func all() throws -> [Milestone] {
    try store.read { try Self.fetch($0, today: store.invocation.today) }
  }

  package func one(_ code: MilestoneCode) throws -> Milestone {
    try store.read { try Self.fetchOne(code, $0, today: store.invocation.today) }
  }

  package func add(_ code: MilestoneCode, _ draft: Draft) throws -> Milestone {
    try changing(code, "added \(code)") { try Self.insert(code, draft, $0) }
  }

  package func set(_ code: MilestoneCode, _ draft: Draft) throws -> Milestone {
    guard draft != Draft() else {
      throw PlanProblem.nothingToSet("blues workpackage milestone set")
    }
    return try changing(code, "changed \(code)") { write in
      try Self.update(Self.id(code, in: write.db), draft, write)
    }
  }

  package func remove(_ code: MilestoneCode) throws {
    try store.write { write in
      let id = try Self.id(code, in: write.db)
      for table in ["milestone_work_package", "milestone_lead"] {
        try write.db.execute(sql: "DELETE FROM \(table) WHERE milestone_id = ?", arguments: [id])
      }
      try write.db.execute(sql: "DELETE FROM milestone WHERE id = ?", arguments: [id])
      write.records("removed \(code)", affecting: [code.description])
    }
  }

  /// Records that a milestone was reached; a slip is taken back with undo.
  package func achieve(_ code: MilestoneCode, on day: Day) throws -> Milestone {
    guard day <= store.invocation.today else {
      throw PlanProblem.inTheFuture(code.description, on: day, today: store.invocation.today)
    }
    return try changing(code, "achieved \(code) on \(day)") { write in
      let now = try Self.fetchOne(code, write.db, today: store.invocation.today)
      if let earlier = now.achievedOn { throw PlanProblem.alreadyAchieved(code, on: earlier) }
      try write.db.execute(
        sql: "UPDATE milestone SET achieved_on = ?, forecast_on = NULL WHERE number = ?",
        arguments: [day, code.number])
    }
  }

  /// Records when a milestone that is not reached yet is now expected.
  package func forecast(_ code: MilestoneCode, for day: Day) throws -> Milestone {
    try changing(code, "forecast \(code) for \(day)") { write in
      let now = try Self.fetchOne(code, write.db, today: store.invocation.today)
      if let earlier = now.achievedOn { throw PlanProblem.alreadyAchieved(code, on: earlier) }
      try write.db.execute(
        sql: "UPDATE milestone SET forecast_on = ? WHERE number = ?",
        arguments: [day, code.number])
    }
  }

  private func changing(
    _ code: MilestoneCode, _ summary: String, _ change: (Transaction) throws -> Void
  ) throws -> Milestone {
    try store.write { write in
      try change(write)
      write.records(summary, affecting: [code.description])
      return try Self.fetchOne(code, write.db, today: store.invocation.today)
    }
  }
}

extension Store {
  package var milestones: Milestones { Milestones(store: self) }
}
