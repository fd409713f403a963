import Documents
import Foundation
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

  @Test func `a task says which it begins after, in words and by an arrow`() throws {
    let store = try Store.blues()
    for (code, start, end) in [("T1.1", "M1", "M3"), ("T1.2", "M4", "M6"), ("T2.1", "M4", "M6")] {
      _ = try store.tasks.add(
        .init(code), ["title": "Do it", "start_month": start, "end_month": end])
    }
    _ = try store.tasks.set(.init("T1.2"), ["after": "T1.1"])
    _ = try store.tasks.set(.init("T2.1"), ["after": "T1.1"])
    let gantt = try store.planChart.gantt(today: .of("2020-09-01"))
    let rows = gantt.rows.filter { $0.kind == .bar }
    #expect(rows.map(\.label) == ["T1.1 Do it", "T1.2 ← T1.1 Do it", "T2.1 ← T1.1 Do it"])
    #expect(rows.map(\.name) == ["T1.1", nil, nil])
    let document = Document(schema: "test/1", title: "Plan", blocks: [.gantt(gantt)])
    let text = try String(
      decoding: document.bytes(Rendering(format: .text, width: 60)), as: UTF8.self)
    #expect(text.contains("← begins after"))
    #expect(text.contains("  T1.2 ← T1.1 Do it "))
    let page = try String(decoding: document.bytes(Rendering(format: .html)), as: UTF8.self)
    // One arrow of five lines in the picture of WP1; T2.1 is in another one.
    #expect(page.components(separatedBy: "stroke=\"#5a6478\"").count == 6)
    #expect(page.contains("T2.1 ← T1.1 Do it"))
  }

  @Test func `what is due after the end makes the chart longer`() throws {
    let store = try Store.blues()
    _ = try store.deliverables.add(.init("D1.1"), ["due": "2022-03-31"])
    #expect(try store.planChart.gantt(today: store.invocation.today).end == "2022-03-31")
  }

  @Test func `a day far after the end is named beside a chart of the project`() throws {
    let store = try Store.blues()
    _ = try store.deliverables.add(.init("D1.1"), ["due": "9999-12-31"])
    _ = try store.deliverables.add(.init("D1.2"), ["due": "2019-12-31"])
    let blocks = try store.planChart.blocks(today: store.invocation.today)
    guard case .gantt(let gantt)? = blocks.first else {
      Issue.record("no chart")
      return
    }
    #expect(gantt.end == "2023-01-31")
    #expect(gantt.monthLabels.count == 36)
    #expect(
      Array(blocks.dropFirst()) == [
        .note("Outside the chart: D1.1 (9999-12-31), D1.2 (2019-12-31).", .warning)
      ])
    let page = try Document(schema: "test/1", title: "Plan", blocks: blocks)
      .bytes(Rendering(format: .html))
    #expect(page.count < 100_000)
  }

  @Test func `the rows behind it say the days, the state and what was in a baseline`() throws {
    let store = try Store.blues()
    _ = try store.deliverables.add(.init("D1.1"), ["title": "Study", "due": "M6"])
    _ = try store.tasks.add(
      .init("T1.1"), ["title": "Do it", "start_month": "M1", "end_month": "M3"])
    _ = try store.tasks.add(
      .init("T1.2"), ["title": "Use it", "start_month": "M4", "end_month": "M6"])
    _ = try store.tasks.set(.init("T1.2"), ["after": "T1.1"])
    let then = try store.baselines.take("Annex 1", on: store.invocation.today).plan
    _ = try store.deliverables.set(.init("D1.1"), ["due": "M8", "because": "The Agency agreed"])
    let bars = try store.planChart.bars(today: .of("2020-06-01"), since: then)
    let table = Table(noun: "bars", fields: PlanBar.fields, rows: bars)
    #expect(
      try String(
        decoding: Document(schema: "test/1", blocks: [.table(table)]).bytes(
          Rendering(format: .csv)), as: UTF8.self
      ).split(separator: "\n").prefix(5).joined(separator: "\n") == """
        code,title,kind,start,end,state,baseline_start,baseline_end,after
        WP1,Capacity building and strategy construction,work package,2020-02-01,2022-01-31,running,,,
        T1.1,Do it,task,2020-02-01,2020-04-30,over,,,
        T1.2,Use it,task,2020-05-01,2020-07-31,running,,,T1.1
        D1.1,Study,deliverable,2020-09-30,2020-09-30,due in 29 days,2020-07-31,2020-07-31,
        """)
  }
}
