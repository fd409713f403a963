import Documents
import Testing

@testable import BluesCore

@Suite struct `The chart of the plan` {
  @Test func `work packages, tasks, deliverables and milestones stand in their order`() throws {
    let store = try Store.rich()
    for code in ["WP2", "WP3", "WP4", "WP5"] {
      _ = try store.milestones.set(.init("MS1"), ["work_packages": ""])
      try store.workPackages.remove(.init(code))
    }
    let gantt = try store.planChart.gantt(today: .of("2020-09-01"))
    #expect(gantt.start == "2020-02-01")
    #expect(gantt.end == "2022-01-31")
    #expect(gantt.today == "2020-09-01")
    #expect(
      gantt.rows == [
        GanttRow(
          "WP1 Capacity building and strategy construction", kind: .group, from: "2020-02-01",
          to: "2022-01-31", tone: .bad),
        GanttRow("T1.1 Survey", from: "2020-03-01", to: "2022-01-31"),
        .point("D1.1 Study", on: "2020-07-31", tone: .bad),
        .point("D1.2 Plan", on: "2020-09-30", tone: .good),
        GanttRow("Milestones", kind: .group, from: "2020-02-01", to: "2022-01-31"),
        .point("MS1 MS1", on: "2022-01-31"),
      ])
  }

  @Test func `what is due after the end makes the chart longer`() throws {
    let store = try Store.blues()
    _ = try store.deliverables.add(.init("D1.1"), ["due": "2022-03-31"])
    #expect(try store.planChart.gantt(today: store.invocation.today).end == "2022-03-31")
  }
}
