import Basics
import Testing

@testable import BluesCore

@Suite struct `Work packages and tasks` {
  let store: Store

  init() throws { store = try Store.blues() }

  @Test func `a work package is added with what is said and defaults for the rest`() throws {
    let added = try store.workPackages.add(.init("WP6"), ["title": "Exploitation", "lead": "av"])
    #expect(added.lead == "AV")
    #expect([added.startMonth.number, added.endMonth.number] == [1, 24])
    #expect(try store.workPackages.one(.init("WP6")) == added)
    let bare = try store.workPackages.add(.init("WP7"), [:])
    #expect(bare.title == "WP7")
    #expect(bare.lead == nil)
  }

  @Test func `a change touches only what it speaks of`() throws {
    let before = try store.workPackages.one(.init("WP1"))
    let after = try store.workPackages.set(
      .init("WP1"), ["end_month": "M12", "participants": "AV, NP", "objectives": "Learn"])
    #expect(after.title == before.title)
    #expect(after.lead == "NP")
    #expect(after.startMonth == before.startMonth)
    #expect(after.endsOn.iso == "2021-01-31")
    #expect(after.participants == "AV, NP")
    #expect(after.objectives == "Learn")
  }

  @Test func `deliverables are counted with their work package`() throws {
    for (number, due) in [(1, "M2"), (2, "M3"), (3, "M20")] {
      _ = try store.deliverables.add(.init("D1.\(number)"), ["due": due])
    }
    _ = try store.deliverables.submit(.init("D1.1"), on: .of("2020-03-31"))
    let package = try store.workPackages.one(.init("WP1"))
    #expect([package.deliverables, package.delivered, package.late] == [3, 1, 1])
  }

  @Test func `a work package with parts stays`() throws {
    _ = try store.tasks.add(.init("T1.1"), [:])
    _ = try store.deliverables.add(.init("D1.1"), [:])
    _ = try store.milestones.add(.init("MS1"), ["work_packages": "WP1"])
    #expect(
      throws: RecordProblem.inUse(
        "WP1",
        by: [
          .init(noun: "deliverable", count: 1), .init(noun: "milestone", count: 1),
          .init(noun: "task", count: 1),
        ])
    ) {
      try store.workPackages.remove(.init("WP1"))
    }
    try store.tasks.remove(.init("T1.1"))
    try store.deliverables.remove(.init("D1.1"))
    try store.milestones.remove(.init("MS1"))
    try store.workPackages.remove(.init("WP1"))
    #expect(try store.workPackages.all().map(\.code.description) == ["WP2", "WP3", "WP4", "WP5"])
  }

  @Test func `what cannot be is refused`() throws {
    let before = try store.dump()
    let unknown = RecordProblem.unknown(
      "WP9", noun: "work package", known: ["WP1", "WP2", "WP3", "WP4", "WP5"],
      command: "workpackage")
    #expect(throws: unknown) { try store.workPackages.set(.init("WP9"), ["title": "x"]) }
    #expect(throws: unknown) { try store.workPackages.remove(.init("WP9")) }
    #expect(throws: unknown) { try store.workPackages.one(.init("WP9")) }
    #expect(throws: unknown) { try store.tasks.add(.init("T9.1"), [:]) }
    #expect(throws: unknown) { try store.deliverables.add(.init("D9.1"), [:]) }
    #expect(throws: RecordProblem.taken("WP1", command: "workpackage")) {
      try store.workPackages.add(.init("WP1"), [:])
    }
    #expect(throws: PlanProblem.endsBeforeStart("WP6")) {
      try store.workPackages.add(.init("WP6"), ["start_month": "M9", "end_month": "M8"])
    }
    #expect(throws: RecordProblem.nothingToSet(command: "workpackage set")) {
      try store.workPackages.set(.init("WP1"), [:])
    }
    #expect(
      throws: RecordProblem.unknown(
        "ZINAE", noun: "partner", known: ["AV", "BNPT", "MCICT", "NP", "ZINNAE"],
        command: "partner")
    ) { try store.workPackages.set(.init("WP1"), ["lead": "ZINAE"]) }
    #expect(try store.dump() == before)
  }

  @Test func `a task takes the months of its work package`() throws {
    _ = try store.workPackages.set(.init("WP2"), ["start_month": "M4", "end_month": "M9"])
    let task = try store.tasks.add(.init("T2.1"), ["title": "Fairs", "lead": "NP"])
    #expect([task.startMonth.number, task.endMonth.number] == [4, 9])
    #expect([task.startsOn.iso, task.endsOn.iso] == ["2020-05-01", "2020-10-31"])
    let set = try store.tasks.set(.init("T2.1"), ["end_month": "M6"])
    #expect([set.startMonth.number, set.endMonth.number] == [4, 6])
    #expect(set.title == "Fairs")
    #expect(try store.tasks.all() == [set])
    try store.tasks.remove(.init("T2.1"))
    #expect(try store.tasks.all() == [])
  }

  @Test func `a task that cannot be is refused`() throws {
    _ = try store.tasks.add(.init("T1.1"), [:])
    #expect(throws: RecordProblem.taken("T1.1", command: "workpackage task")) {
      try store.tasks.add(.init("T1.1"), [:])
    }
    #expect(throws: PlanProblem.endsBeforeStart("T1.1")) {
      try store.tasks.set(.init("T1.1"), ["start_month": "M25"])
    }
    #expect(throws: RecordProblem.nothingToSet(command: "workpackage task set")) {
      try store.tasks.set(.init("T1.1"), [:])
    }
    let unknown = RecordProblem.unknown(
      "T1.2", noun: "task", known: ["T1.1"], command: "workpackage task")
    #expect(throws: unknown) { try store.tasks.set(.init("T1.2"), ["title": "x"]) }
    #expect(throws: unknown) { try store.tasks.remove(.init("T1.2")) }
  }

  @Test func `codes are listed by number, not by letter`() throws {
    for code in ["T1.10", "T1.2", "T2.1"] { _ = try store.tasks.add(.init(code), [:]) }
    #expect(try store.tasks.all().map(\.code.description) == ["T1.2", "T1.10", "T2.1"])
    for code in ["D1.10", "D1.2", "D2.1"] { _ = try store.deliverables.add(.init(code), [:]) }
    #expect(try store.deliverables.all().map(\.code.description) == ["D1.2", "D1.10", "D2.1"])
  }
}
