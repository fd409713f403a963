import Basics
import GRDB
import Testing

@testable import BluesCore

/// The plan as it once was, and what changed since.
@Suite struct `Baselines` {
  let store: Store

  init() throws {
    store = try Store.blues()
    for one in try store.deliverables.codes() { try store.deliverables.remove(.init(one)) }
    _ = try store.partners.set(.init("NP"), ["number": "3"])
    try store.importList(
      .deliverables, "code,title,due,lead\nD1.1,Plan,M6,NP\nD3.1,Guide,M12,AV\nD3.2,Map,M12,AV\n")
    _ = try store.plannedEffort.set("NP", in: .init("WP1"), to: #require(.init("10")))
    _ = try store.baselines.take("signed", note: "Annex 1", on: .of("2020-03-01"))
  }

  private func change() throws {
    _ = try store.partners.rename(.init("NP"), to: .init("NANO"), on: .of("2020-06-30"))
    _ = try store.deliverables.set(.init("D1.1"), ["due": "M8", "title": "Big plan"])
    _ = try store.deliverables.set(.init("D3.1"), ["lead": "ZINNAE"])
    try store.deliverables.remove(.init("D3.2"))
    _ = try store.milestones.add(.init("MS9"), ["title": "End", "work_packages": "WP5"])
    _ = try store.plannedEffort.set("NANO", in: .init("WP1"), to: #require(.init("12.5")))
    _ = try store.plannedEffort.set("AV", in: .init("WP2"), to: #require(.init("3")))
  }

  private func told(_ comparison: PlanComparison) -> [String] {
    comparison.changes.map { change in
      [
        change.workPackage == 0 ? "-" : "WP\(change.workPackage)", change.code,
        change.kind.rawValue, change.field ?? "", change.before ?? "", change.after ?? "",
      ].joined(separator: "|")
    }
  }

  @Test func `what was added, removed, renamed, moved and re-assigned is found`() throws {
    try change()
    let comparison = PlanComparison(
      try store.baselines.one("signed").plan, try store.baselines.now())
    #expect(
      told(comparison) == [
        "-|NANO|renamed|code|NP|NANO",
        "-|AV|added|||3.00",
        "WP1|D1.1|moved|due|M6|M8",
        "WP1|D1.1|renamed|title|Plan|Big plan",
        "WP1|NANO|effort|WP1|10.00|12.50",
        "WP3|D3.1|re-assigned|lead|AV|ZINNAE",
        "WP3|D3.2|removed||Map|",
        "WP5|MS9|added|||End",
      ])
    let deliverables = try #require(comparison.counts.first { $0.thing == .deliverable })
    #expect(
      [
        deliverables.before, deliverables.after, deliverables.added, deliverables.removed,
        deliverables.changed,
      ] == [3, 2, 0, 1, 2])
    #expect(comparison.effort.before.text == "10.00" && comparison.effort.after.text == "15.50")
    let third = try #require(comparison.packages.first { $0.number == 3 })
    #expect(third.deliverables == (2, 1) && third.changes == 2)
  }

  @Test func `the same plan has no differences, also after undo`() throws {
    let signed = try store.baselines.one("signed").plan
    #expect(PlanComparison(signed, try store.baselines.now()).changes == [])
    let before = try store.history.steps().count
    try change()
    for _ in 0..<(try store.history.steps().count - before) { _ = try store.history.undo() }
    #expect(PlanComparison(signed, try store.baselines.now()).changes == [])
  }

  @Test func `an amendment keeps the plan of before, and moves the ends if asked`() throws {
    _ = try store.milestones.add(.init("MS9"), ["title": "End", "due": "M24"])
    let stays = try store.baselines.amend(
      start: nil, end: .of("2022-07-31"), reason: "Bans", on: .of("2020-08-01"))
    #expect(stays.ends.month.number == 24 && stays.ends.codes.contains("MS9"))
    #expect(try store.milestones.one(.init("MS9")).due.text == "M24")
    let moved = try store.baselines.amend(
      start: nil, end: .of("2022-11-30"), reason: "More", on: .of("2020-08-02"), movingEnds: true)
    #expect(moved.ends.codes == [])
    _ = try store.history.undo()
    _ = try store.history.undo()
    let both = try store.baselines.amend(
      start: nil, end: .of("2022-11-30"), reason: "Bans", on: .of("2020-08-01"), movingEnds: true)
    #expect(both.movedEnds && both.ends.codes == stays.ends.codes)
    #expect(try store.milestones.one(.init("MS9")).due.text == "M34")
    #expect(try store.baselines.names() == ["signed", "before amendment 1"])
    let then = try store.baselines.one("before amendment 1").plan
    #expect(then[.milestone].first { $0.code == "MS9" }?.values["due"] == "M24")
  }

  @Test func `what moves with the end has the reason in its story, and no list takes it back`()
    throws
  {
    let list = "code,title,due\nD5.1,Final report,M24\n"
    try store.importList(.deliverables, list)
    let amended = try store.baselines.amend(
      start: nil, end: .of("2022-11-30"), reason: "Bans", on: .of("2020-08-01"), movingEnds: true)
    #expect(amended.ends.codes.contains("D5.1"))
    #expect(
      try store.deliverables.story(.init("D5.1")).steps == [
        DeliverableStep(
          step: "postponed", on: store.invocation.today, oldDue: "M24", newDue: "M34", note: "Bans")
      ])
    #expect(try store.importList(.deliverables, list).counts == [1, 0, 0, 1, 0])
    #expect(try store.deliverables.one(.init("D5.1")).due.text == "M34")
  }

  @Test func `a name is taken once, and an unknown one names the known ones`() throws {
    #expect(throws: BaselineProblem.taken("Signed")) {
      try store.baselines.take("Signed", on: .of("2020-03-01"))
    }
    #expect(throws: BaselineProblem.nameless) {
      try store.baselines.take(" ", on: .of("2020-03-01"))
    }
    #expect(throws: BaselineProblem.unknown("x", known: ["signed"])) {
      try store.baselines.one("x")
    }
    try store.baselines.remove("SIGNED")
    #expect(try store.baselines.all() == [])
    _ = try store.history.undo()
    #expect(try store.baselines.names() == ["signed"])
  }

  @Test func `a plan that cannot be read is told with its place`() throws {
    try store.queue.writeWithoutTransaction { db in
      try db.execute(sql: "UPDATE baseline SET plan = '{'")
    }
    let problem = #expect(throws: (any Error).self) { try store.baselines.all() }
    #expect((problem as? any Problem)?.kind == .badData)
  }
}
