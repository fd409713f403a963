package import Basics
package import Documents

/// The plan as a time chart: work packages as bars, deliverables and milestones as points.
package struct PlanChart: Sendable {
  let store: Store

  /// The chart; with a baseline, what has moved since stands below as it was.
  package func gantt(today: Day, since baseline: PlanSnapshot? = nil) throws -> Gantt {
    let project = try store.project.overview().project
    let deliverables = try store.deliverables.all()
    let milestones = try store.milestones.all()
    let tasks = try store.tasks.all()
    let then = FormerBars(baseline, projectStart: project.start)
    let rows = try store.workPackages.all().flatMap { package -> [GanttRow] in
      let own = deliverables.filter { $0.code.workPackage == package.code }
      let group = GanttRow(
        "\(package.code) \(package.title)", kind: .group, from: package.startsOn,
        to: package.endsOn, tone: package.late > 0 ? .bad : .plain)
      let bars = tasks.filter { $0.code.workPackage == package.code }.flatMap { task in
        then.with(
          GanttRow(
            label(of: task), from: task.startsOn, to: task.endsOn,
            name: task.followedBy.isEmpty ? nil : task.code.description,
            after: task.after.map(\.description)),
          .task, task.code.description)
      }
      let points = own.flatMap { item in
        then.with(
          .point("\(item.code) \(item.title)", on: item.dueOn, tone: item.standing.tone),
          .deliverable, item.code.description)
      }
      return then.with(group, .workPackage, package.code.description) + bars + points
    }
    let marks = milestones.flatMap { item in
      then.with(
        .point("\(item.code) \(item.title)", on: item.dueOn, tone: item.standing.tone), .milestone,
        item.code.description)
    }
    let heading = GanttRow(
      "Milestones", kind: .group, from: project.start, to: project.end,
      tone: milestones.contains { $0.standing.isLate } ? .bad : .plain)
    let all = rows + (marks.isEmpty ? [] : [heading] + marks)
    return Gantt(
      start: project.start, end: max(project.end, all.map(\.to).max() ?? project.end),
      today: today, rows: all,
      words: GanttWords(
        good: "done", warning: "done late", bad: "late", muted: "as it was", after: "begins after"))
  }

  /// A task with those that it begins after, whose codes come before the title, which may be cut.
  private func label(of task: PlanTask) -> String {
    guard !task.after.isEmpty else { return "\(task.code) \(task.title)" }
    let codes = task.after.map(\.description).joined(separator: ", ")
    return "\(task.code) ← \(codes) \(task.title)"
  }
}

/// The bars and points of a baseline, for what has moved since.
private struct FormerBars {
  private let plan: PlanSnapshot?
  private let start: Day

  init(_ plan: PlanSnapshot?, projectStart: Day) {
    self.plan = plan
    start = projectStart
  }

  /// A row, and below it the same as it was, where that is another time.
  func with(_ row: GanttRow, _ kind: PlanSnapshot.Kind, _ code: String) -> [GanttRow] {
    guard let plan, let was = plan[kind].first(where: { $0.code == code }),
      let (from, to) = span(was), from != row.from || to != row.to
    else { return [row] }
    return [
      row,
      GanttRow(
        "\(code) as it was", kind: row.kind == .group ? .bar : row.kind, from: from, to: to,
        tone: .muted),
    ]
  }

  private func span(_ entry: PlanSnapshot.Entry) -> (Day, Day)? {
    if let due = entry.values["due"].flatMap(Due.init) {
      let day = due.day(projectStart: start)
      return (day, day)
    }
    guard let first = entry.values["start_month"].flatMap({ ProjectMonth($0) }),
      let last = entry.values["end_month"].flatMap({ ProjectMonth($0) })
    else { return nil }
    return (first.firstDay(projectStart: start), last.lastDay(projectStart: start))
  }
}

extension Store {
  package var planChart: PlanChart { PlanChart(store: self) }
}
