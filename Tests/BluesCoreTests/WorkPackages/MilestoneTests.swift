import Basics
import Testing

@testable import BluesCore

@Suite struct `Milestones of the plan` {
  let store: Store
  let code: MilestoneCode

  init() throws {
    store = try Store.blues()
    code = try MilestoneCode("MS1")
    _ = try store.milestones.add(
      code,
      [
        "title": "Pilot open", "work_packages": "WP3; WP1", "leads": "ZINNAE; av", "due": "M6",
        "verification": "Web page",
      ])
  }

  @Test func `a milestone has several work packages and leads`() throws {
    let milestone = try store.milestones.one(code)
    #expect(milestone.workPackages.map(\.description) == ["WP1", "WP3"])
    #expect(milestone.leads == ["ZINNAE", "AV"])
    #expect(milestone.dueOn.iso == "2020-07-31")
    #expect(milestone.standing == .late(days: 32))
    #expect(milestone.verification == "Web page")
  }

  @Test func `without a due date it is due at the end`() throws {
    let bare = try store.milestones.add(.init("MS2"), [:])
    #expect(bare.due.text == "M24")
    #expect(bare.title == "MS2")
    #expect(bare.workPackages == [])
    #expect(bare.leads == [])
  }

  @Test func `links are replaced by those a change speaks of`() throws {
    let set = try store.milestones.set(code, ["work_packages": "WP2; WP3"])
    #expect(set.workPackages.map(\.description) == ["WP2", "WP3"])
    #expect(set.leads == ["ZINNAE", "AV"])
    #expect(try store.milestones.set(code, ["leads": ""]).leads == [])
  }

  @Test func `it is forecast, then achieved`() throws {
    #expect(
      try store.milestones.forecast(code, for: .of("2020-12-01")).forecastOn?.iso == "2020-12-01")
    let achieved = try store.milestones.achieve(code, on: .of("2020-08-03"))
    #expect(achieved.achievedOn?.iso == "2020-08-03")
    #expect(achieved.forecastOn == nil)
    #expect(achieved.standing == .doneLate(days: 3))
    let again = PlanProblem.alreadyAchieved(code, on: try .of("2020-08-03"))
    #expect(throws: again) { try store.milestones.achieve(code, on: .of("2020-08-04")) }
    #expect(throws: again) { try store.milestones.forecast(code, for: .of("2020-12-01")) }
    #expect(again.message == "MS1 was achieved on 2020-08-03.")
  }

  @Test func `achieved on its day is done in time`() throws {
    #expect(try store.milestones.achieve(code, on: .of("2020-07-31")).standing == .done)
  }

  @Test func `what cannot be is refused`() throws {
    let before = try store.dump()
    #expect(throws: RecordProblem.taken("MS1", command: "workpackage milestone")) {
      try store.milestones.add(code, [:])
    }
    #expect(throws: RecordProblem.nothingToSet(command: "workpackage milestone set")) {
      try store.milestones.set(code, [:])
    }
    let unknown = RecordProblem.unknown(
      "MS2", noun: "milestone", known: ["MS1"], command: "workpackage milestone")
    #expect(throws: unknown) { try store.milestones.one(.init("MS2")) }
    #expect(throws: unknown) { try store.milestones.remove(.init("MS2")) }
    #expect(throws: unknown) { try store.milestones.forecast(.init("MS2"), for: .of("2020-09-09")) }
    #expect(
      throws: RecordProblem.inTheFuture(
        "MS1", on: try .of("2020-09-02"), today: try .of("2020-09-01"))
    ) { try store.milestones.achieve(code, on: .of("2020-09-02")) }
    #expect(throws: RecordProblem.self) {
      try store.milestones.set(code, ["work_packages": "WP9"])
    }
    #expect(throws: RecordProblem.self) { try store.milestones.set(code, ["leads": "XX"]) }
    #expect(try store.dump() == before)
  }

  @Test func `a removed milestone takes its links along`() throws {
    try store.milestones.remove(code)
    #expect(try store.milestones.all() == [])
    #expect(try store.answer("SELECT * FROM milestone_lead") == [])
    #expect(try store.answer("SELECT * FROM milestone_work_package") == [])
  }
}
