internal import Basics

/// What is open and ends in the project's last month, by the codes.
package struct ProjectEnds: Sendable, Equatable {
  /// The last month before the amendment.
  package private(set) var month = ProjectMonth.first
  /// In the order of the plan.
  package private(set) var codes: [String] = []

  init() {}

  /// What ended with the project as it was.
  init(of project: Project, _ context: RecordContext) throws {
    month = project.lastMonth
    codes =
      try WorkPackage.register.fetchAll(context).filter(ends).map(\.code.description)
      + PlanTask.register.fetchAll(context).filter(ends).map(\.code.description)
      + Deliverable.register.fetchAll(context).filter(ends).map(\.code.description)
      + Milestone.register.fetchAll(context).filter(ends).map(\.code.description)
  }

  /// Moves all of them to another month, as a person does: with the reason in the story, and so
  /// that a list of before does not take it back.
  func move(
    to last: ProjectMonth, because reason: String, _ write: Transaction, _ context: RecordContext
  ) throws {
    try move(WorkPackage.register, ends, write, context) {
      ["end_month": max($0.startMonth, last).description]
    }
    try move(PlanTask.register, ends, write, context) {
      ["end_month": max($0.startMonth, last).description]
    }
    try move(Deliverable.register, ends, write, context) { _ in
      ["due": last.description, "because": reason]
    }
    try move(Milestone.register, ends, write, context) { _ in ["due": last.description] }
  }

  private func move<R: Record>(
    _ register: Register<R>, _ ends: (R) -> Bool, _ write: Transaction, _ context: RecordContext,
    _ changes: (R) -> Changes
  ) throws {
    for was in try register.fetchRows(context) where ends(was.record) {
      _ = try register.update(was, changes(was.record), write, context)
      let now = try register.fetchOne(was.id, context)
      try register.noteEdits(of: was.id, from: was.record, to: now, write)
    }
  }

  private func ends(_ package: WorkPackage) -> Bool { package.endMonth == month }

  private func ends(_ task: PlanTask) -> Bool { task.endMonth == month }

  private func ends(_ deliverable: Deliverable) -> Bool {
    deliverable.due == .month(month) && [.pending, .rejected].contains(deliverable.state)
  }

  private func ends(_ milestone: Milestone) -> Bool {
    milestone.due == .month(month) && milestone.achievedOn == nil
  }
}
