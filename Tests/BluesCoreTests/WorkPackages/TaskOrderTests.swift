import Basics
import Testing

@testable import BluesCore

@Suite struct `Tasks that begin after others` {
  let store: Store

  init() throws {
    store = try Store.blues()
    _ = try store.workPackages.set(.init("WP1"), ["start_month": "M1", "end_month": "M12"])
    for (code, start, end) in [
      ("T1.1", "M1", "M4"), ("T1.2", "M5", "M8"), ("T1.3", "M9", "M12"), ("T2.1", "M1", "M6"),
    ] {
      _ = try store.tasks.add(
        .init(code), ["title": code, "start_month": start, "end_month": end])
    }
    _ = try store.tasks.set(.init("T1.2"), ["after": "T1.1; t2.1"])
    _ = try store.tasks.set(.init("T1.3"), ["after": "T1.2"])
  }

  private func slips(_ code: String, _ due: String) throws -> [String] {
    try PlanSlips.of(code, to: #require(Due(due)), in: store).map {
      "\($0.kind) \($0.code): \($0.planned) → \($0.earliest), \($0.reason)"
    }
  }

  @Test func `a task names those it begins after, and is named by those that follow`() throws {
    let task = try store.tasks.one(.init("T1.2"))
    #expect(task.after.map(\.description) == ["T1.1", "T2.1"])
    #expect(task.followedBy.map(\.description) == ["T1.3"])
    #expect(try store.tasks.set(.init("T1.2"), ["after": "T1.1"]).after.count == 1)
    #expect(try store.tasks.set(.init("T1.2"), ["after": ""]).after == [])
    #expect(try store.tasks.one(.init("T2.1")).followedBy == [])
  }

  @Test func `a ring is refused and named`() throws {
    let ring = PlanProblem.ring(
      try ["T1.1", "T1.3", "T1.2", "T1.1"].map { try TaskCode($0) })
    #expect(throws: ring) { try store.tasks.set(.init("T1.1"), ["after": "T1.3"]) }
    #expect(
      ring.message
        == "T1.1 would begin after itself: T1.1 after T1.3, T1.3 after T1.2, T1.2 after T1.1.")
    #expect(
      ring.hint == "leave one of them out: blues workpackage task set T1.2 --after \"\"")
    #expect(ring.kind == .conflict)
    #expect(try store.tasks.one(.init("T1.1")).after == [])
    #expect(throws: PlanProblem.ring([try TaskCode("T1.1"), try TaskCode("T1.1")])) {
      try store.tasks.set(.init("T1.1"), ["after": "T1.1"])
    }
  }

  @Test func `a task that another one follows is not removed`() throws {
    #expect(
      throws: RecordProblem.inUse("T1.1", by: [.init(noun: "follower", count: 1)])
    ) { try store.tasks.remove(.init("T1.1")) }
    try store.tasks.remove(.init("T1.3"))
    _ = try store.tasks.set(.init("T1.2"), ["after": ""])
    try store.tasks.remove(.init("T1.1"))
    _ = try store.history.undo()
    #expect(try store.tasks.codes() == ["T1.1", "T1.2", "T2.1"])
  }

  @Test func `a task that begins before the end of those it follows is doubted`() throws {
    let task = try store.tasks.one(.init("T1.2"))
    let project = try store.project.overview().project
    #expect(
      PlanTask.register.words.doubts(task, in: project) == [
        "Warning: T1.2 begins in M5, before T2.1 ends in M6."
      ])
  }

  @Test func `what slips moves behind what it follows, with what is due and what holds it`() throws
  {
    _ = try store.deliverables.add(.init("D1.5"), ["title": "Report", "due": "M8"])
    _ = try store.deliverables.add(.init("D1.6"), ["title": "Plan", "due": "M3"])
    _ = try store.milestones.add(
      .init("MS1"), ["title": "Trained", "due": "M5", "work_packages": "WP1"])
    #expect(
      try slips("T1.1", "M6") == [
        "task T1.2: M5 to M8 → M7 to M10, it begins after T1.1",
        "task T1.3: M9 to M12 → M11 to M14, it begins after T1.2",
        "milestone MS1: M5 → M6, T1.1 would be over only then",
        "deliverable D1.5: M8 → M10, T1.2 would be over only then",
        "work package WP1: M12 → M14, T1.3 is part of it",
      ])
    #expect(try slips("T1.1", "M4") == [])
    let task = try store.tasks.one(.init("T1.1"))
    #expect(
      try PlanSlips(of: store).after(task, endingIn: #require(ProjectMonth("M6"))).first?.told
        == "T1.2 slips if it waits: M7 to M10, not M5 to M8; it begins after T1.1.")
    #expect(
      try slips("D1.6", "M9") == [
        "deliverable D1.5: M8 → M9, D1.6 would be over only then",
        "milestone MS1: M5 → M9, D1.6 would be over only then",
      ])
    #expect(
      try slips("MS1", "2021-03-31") == [
        "deliverable D1.5: M8 → M14, MS1 would be over only then",
        "work package WP1: M12 → M14, MS1 is part of it",
      ])
    #expect(throws: SlipProblem(code: "R1")) { try slips("R1", "M9") }
    #expect(try store.tasks.one(.init("T1.2")).startMonth == ProjectMonth("M5"))
  }

  @Test func `tasks that overlap already go on to overlap by as much`() throws {
    #expect(
      try slips("T2.1", "M8").first == "task T1.2: M5 to M8 → M7 to M10, it begins after T2.1")
  }

  @Test func `a list may name tasks that come further down`() throws {
    let list = csv([
      ["code", "title", "after"], ["T1.1", "One", "T2.1; T2.2"], ["T2.2", "New", ""],
      ["T1.3", "Three", "T9.9"], ["T2.1", "Two", "T1.3"],
    ])
    let imported = try store.importList(PlanTask.register.list, list)
    #expect(imported.counts == [4, 1, 3, 0, 0])
    #expect(try store.tasks.one(.init("T1.1")).after.map(\.description) == ["T2.1", "T2.2"])
    #expect(
      imported.outcome.firstDoubts.map(\.sentence) == [
        "T1.3: after is left as it is. Unknown task: T9.9.",
        "T2.1: after is left as it is. T2.1 would begin after itself: T2.1 after T1.3, "
          + "T1.3 after T1.2, T1.2 after T2.1.",
      ])
  }

  @Test func `an export of tasks comes in again unchanged, and makes rings of none`() throws {
    let rows = [["code", "title", "after"], ["T1.2", "T1.2", ""], ["T1.1", "T1.1", "T1.2"]]
    _ = try store.tasks.set(.init("T1.2"), ["after": ""])
    _ = try store.tasks.set(.init("T1.1"), ["after": "T1.2"])
    #expect(try store.importList(PlanTask.register.list, csv(rows)).counts == [2, 0, 0, 2, 0])
  }
}
