internal import Documents

extension WorkPackage {
  /// Its tasks, deliverables and milestones, as its page shows them.
  static func details(_ package: WorkPackage, _ store: Store) throws -> [Block] {
    let code = package.code
    let tasks = try store.tasks.all().filter { $0.code.workPackage == code }
    let deliverables = try store.deliverables.all().filter { $0.code.workPackage == code }
    let milestones = try store.milestones.all().filter { $0.workPackages.contains(code) }
    return [
      .section("Tasks"),
      .table(
        Table(
          noun: "tasks", emptySentence: "No tasks.", fields: PlanTask.register.fields, rows: tasks)),
      .section("Deliverables"),
      .table(
        Table(
          noun: "deliverables", emptySentence: "No deliverables.",
          fields: Deliverable.register.fields, rows: deliverables)),
      .section("Milestones"),
      .table(
        Table(
          noun: "milestones", emptySentence: "No milestones.", fields: Milestone.register.fields,
          rows: milestones)),
    ]
  }
}
