package import Basics
package import Documents

/// The plan as a time chart: work packages as bars, deliverables and milestones as points.
package struct PlanChart: Sendable {
  let store: Store

  /// How many months after the project's end are drawn at most.
  private static let monthsBeyond = 12

  /// The chart; with a baseline, what has moved since stands below as it was.
  ///
  /// It ends a year after the project does, whatever is due later: that gets an arrow.
  package func gantt(today: Day, since baseline: PlanSnapshot? = nil) throws -> Gantt {
    let project = try store.project.overview().project
    let bars = try bars(today: today, since: baseline)
    let marks = bars.filter { $0.kind == .milestone }
    let heading = GanttRow(
      "Milestones", kind: .group, from: project.start, to: project.end,
      tone: marks.contains { $0.tone == .bad } ? .bad : .plain)
    let rows =
      bars.filter { $0.kind != .milestone }.flatMap(\.rows)
      + (marks.isEmpty ? [] : [heading] + marks.flatMap(\.rows))
    let last = max(project.end, rows.map(\.to).max() ?? project.end)
    return Gantt(
      start: project.start, end: min(last, Self.lastDay(of: project)), today: today, rows: rows,
      words: GanttWords(
        good: "done", warning: "done late", bad: "late", muted: "as it was", after: "begins after"))
  }

  /// The chart, with a note on what is outside of it.
  package func blocks(today: Day, since baseline: PlanSnapshot? = nil) throws -> [Block] {
    let gantt = try gantt(today: today, since: baseline)
    let outside = try bars(today: today, since: baseline).flatMap { $0.named(outside: gantt) }
    let note = "Outside the chart: \(outside.joined(separator: ", "))."
    return [.gantt(gantt)] + (outside.isEmpty ? [] : [.note(note, .warning)])
  }

  /// What the chart shows, work package by work package, then the milestones.
  package func bars(today: Day, since baseline: PlanSnapshot? = nil) throws -> [PlanBar] {
    let start = try store.project.overview().project.start
    let deliverables = try store.deliverables.all()
    let tasks = try store.tasks.all()
    let then = FormerDays(baseline, projectStart: start)
    let parts = try store.workPackages.all().flatMap { package -> [PlanBar] in
      let group = PlanBar.work(
        .workPackage, "\(package.code)", package.title, from: package.startsOn,
        to: package.endsOn, today: today, late: package.late)
      let bars = tasks.filter { $0.code.workPackage == package.code }.map { task in
        var bar = PlanBar.work(
          .task, "\(task.code)", task.title, from: task.startsOn, to: task.endsOn, today: today)
        bar.after = task.after.map(\.description)
        bar.isFollowed = !task.followedBy.isEmpty
        return bar
      }
      let points = deliverables.filter { $0.code.workPackage == package.code }.map {
        PlanBar.due(.deliverable, "\($0.code)", $0.title, on: $0.dueOn, $0.standing)
      }
      return [group] + bars + points
    }
    let milestones = try store.milestones.all().map {
      PlanBar.due(.milestone, "\($0.code)", $0.title, on: $0.dueOn, $0.standing)
    }
    return (parts + milestones).map { then.added(to: $0) }
  }

  /// A year after the project ends, and no more than all project months there are.
  private static func lastDay(of project: Project) -> Day {
    min(
      project.end.adding(months: monthsBeyond),
      ProjectMonth(nearest: .max).lastDay(projectStart: project.start))
  }
}

/// The days of a baseline, for what has moved since.
private struct FormerDays {
  private let plan: PlanSnapshot?
  private let start: Day

  init(_ plan: PlanSnapshot?, projectStart: Day) {
    self.plan = plan
    start = projectStart
  }

  /// A bar with its days as they were, where those are others.
  func added(to bar: PlanBar) -> PlanBar {
    guard let plan, let was = plan[bar.kind].first(where: { $0.code == bar.code }),
      let (from, to) = span(was), from != bar.from || to != bar.to
    else { return bar }
    var bar = bar
    bar.formerFrom = from
    bar.formerTo = to
    return bar
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
