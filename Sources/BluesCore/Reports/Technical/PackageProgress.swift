internal import Basics
internal import Documents

/// What the project knows of a work package in a period: its tasks, late deliverables, missed
/// milestones and person-months.
struct PackageProgress {
  let context: TechnicalContext
  let package: WorkPackage

  init(_ context: TechnicalContext, _ package: WorkPackage) {
    self.context = context
    self.package = package
  }

  /// The key of one of its tables in JSON.
  private func noun(_ name: String) -> String {
    "\(package.code.description.lowercased())_\(name)"
  }

  /// A table as a part of the sheet that the same tables of all work packages share.
  private func part(_ table: Table, _ words: String) -> Table {
    table.gathered(
      in: SheetPart(
        sheet: "WP \(words)", heading: "Work package", value: package.code.description))
  }

  func blocks() -> [Block] {
    let tasks = context.tasks.filter { $0.code.workPackage == package.code }
    var blocks: [Block] = []
    if !tasks.isEmpty {
      blocks.append(.table(part(table(tasks), "tasks"), title: "\(package.code): tasks"))
    }
    let late = context.lateDeliverables(of: package.code)
    if !late.isEmpty {
      blocks.append(
        .table(
          part(Self.table(noun("late_deliverables"), late, context.day), "late deliverables"),
          title: "\(package.code): late deliverables"))
    }
    let missed = context.missedMilestones(of: package.code)
    if !missed.isEmpty {
      blocks.append(
        .table(
          part(Self.table(noun("missed_milestones"), missed, context.day), "missed milestones"),
          title: "\(package.code): missed milestones"))
    }
    let effort = context.effort.filter { $0.workPackage == package.code }
    if !effort.isEmpty {
      blocks.append(
        .table(
          part(Self.table(noun("person_months"), effort, packages: false), "person-months"),
          title: "\(package.code): person-months"))
    }
    return blocks
  }

  /// Tasks with where they are by the months of the plan.
  private func table(_ tasks: [PlanTask]) -> Table {
    let day = context.day
    return Table(
      noun: noun("tasks"),
      fields: [
        Field("code", "Task", rank: .key) { .text($0.code.description) },
        Field("title", "Title", rank: .main) { .text($0.title) },
        Field("lead", "Lead") { .text(orEmpty: $0.lead) },
        Field("months", "Months") { .text("\($0.startMonth) to \($0.endMonth)") },
        Field("state", "By the plan") { task in
          if task.endsOn <= day { return .text("ended") }
          return .text(task.startsOn <= day ? "running" : "ahead")
        },
      ], rows: tasks)
  }

  /// Each late deliverable as due, delivered, reason.
  static func table(_ noun: String, _ late: [Deliverable], _ day: Day) -> Table {
    Table(
      noun: noun,
      fields: [
        Field("code", "No", rank: .key) { .text($0.code.description) },
        Field("title", "Deliverable", rank: .main) { .text($0.title) },
        Field("due_on", "Due") { .day($0.dueOn) },
        Field("submitted_on", "Delivered") { done($0.submittedOn, by: day) },
        Field("reason", "Reason") { item in
          item.justification.map { .text($0) } ?? .state("missing", .bad)
        },
      ], rows: late)
  }

  /// The day on which something was done: what was done since the period is told as such, because
  /// part A has the day as it is known now.
  private static func done(_ day: Day?, by last: Day) -> Cell {
    guard let day else { return .state("not yet", .warning) }
    return day <= last ? .day(day) : .state("\(day), after the period", .warning)
  }

  static func table(_ noun: String, _ missed: [Milestone], _ day: Day) -> Table {
    Table(
      noun: noun,
      fields: [
        Field("code", "No", rank: .key) { .text($0.code.description) },
        Field("title", "Milestone", rank: .main) { .text($0.title) },
        Field("due_on", "Due") { .day($0.dueOn) },
        Field("achieved_on", "Achieved") { done($0.achievedOn, by: day) },
        Field("forecast_on", "Forecast") { .day(orEmpty: $0.forecastOn) },
      ], rows: missed)
  }

  /// Person-months planned and worked with the deviation and its explanation.
  ///
  /// Of the whole action there is no period, and what is said of a period is not said of all.
  static func table(
    _ noun: String, _ rows: [EffortRow], packages: Bool, isWhole: Bool = false
  ) -> Table {
    let hidden =
      ["monthly_rate", "currency", "due_on", "elapsed_percent"] + (packages ? [] : ["work_package"])
      + (isWhole
        ? [
          "this_period", "explanation", "from_due", "from_due_percent", "from_due_direction",
        ] : [])
    return Table(
      noun: noun,
      fields: EffortRow.fields(.pair, isWhole: isWhole).filter { !hidden.contains($0.column.name) },
      rows: rows)
  }
}
