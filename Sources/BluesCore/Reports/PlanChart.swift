package import Basics
package import Documents

/// The plan as a time chart: work packages as bars, deliverables and milestones as points.
package struct PlanChart: Sendable {
  let store: Store

  package func gantt(today: Day) throws -> Gantt {
    let project = try store.project.overview().project
    let deliverables = try store.deliverables.all()
    let milestones = try store.milestones.all()
    let tasks = try store.tasks.all()
    let rows = try store.workPackages.all().flatMap { package -> [GanttRow] in
      let own = deliverables.filter { $0.code.workPackage == package.code }
      let group = GanttRow(
        "\(package.code) \(package.title)", kind: .group, from: package.startsOn,
        to: package.endsOn, tone: package.late > 0 ? .bad : .plain)
      let bars = tasks.filter { $0.code.workPackage == package.code }.map { task in
        GanttRow("\(task.code) \(task.title)", from: task.startsOn, to: task.endsOn)
      }
      let points = own.map { item in
        GanttRow.point("\(item.code) \(item.title)", on: item.dueOn, tone: item.standing.tone)
      }
      return [group] + bars + points
    }
    let marks = milestones.map { item in
      GanttRow.point("\(item.code) \(item.title)", on: item.dueOn, tone: item.standing.tone)
    }
    let heading = GanttRow(
      "Milestones", kind: .group, from: project.start, to: project.end,
      tone: milestones.contains { $0.standing.isLate } ? .bad : .plain)
    let last = (deliverables.map(\.dueOn) + milestones.map(\.dueOn)).max() ?? project.end
    return Gantt(
      start: project.start, end: max(project.end, last), today: today,
      rows: rows + (marks.isEmpty ? [] : [heading] + marks),
      words: GanttWords(good: "done", warning: "done late", bad: "late"))
  }
}

extension Store {
  package var planChart: PlanChart { PlanChart(store: self) }
}
