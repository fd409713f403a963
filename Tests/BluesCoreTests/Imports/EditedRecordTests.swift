import Basics
import Testing

@testable import BluesCore

@Suite struct `A list of records after changes here` {
  let store: Store
  static let list = "code,title,due\nD1.2,Plan,M8\nD3.2,Guide,M12\n"

  init() throws {
    store = try Store.blues(on: "2021-03-31")
    try store.importList(.deliverables, Self.list)
  }

  private func postpone() throws {
    _ = try store.deliverables.postpone(
      .init("D3.2"), to: try #require(Due("M16")), because: "Travel bans",
      on: store.invocation.today)
  }

  @Test func `the same list takes back neither a postponement nor a title`() throws {
    try postpone()
    _ = try store.deliverables.set(.init("D1.2"), ["title": "Better title"])
    let steps = try store.history.steps()
    let again = try store.importList(.deliverables, Self.list)
    #expect(again.counts == [2, 0, 0, 2, 0])
    #expect(again.outcome.changes == [])
    #expect(
      again.outcome.keptEdits == [
        ManualEdit(
          line: 2, code: "D1.2", title: "Better title", field: "title", kept: "Better title",
          listed: "Plan", isConflict: false),
        ManualEdit(
          line: 3, code: "D3.2", title: "Guide", field: "due", kept: "M16", listed: "M12",
          isConflict: false),
      ])
    #expect(try store.deliverables.all().map(\.due.text) == ["M8", "M16"])
    #expect(try store.deliverables.all().map(\.title) == ["Better title", "Guide"])
    #expect(try store.history.steps() == steps)
  }

  @Test func `the list's own change is a conflict once, and replaces what was changed if asked`()
    throws
  {
    try postpone()
    let next = Self.list.replacing("M12", with: "M14").replacing("Plan", with: "Big plan")
    let imported = try store.importList(.deliverables, next)
    #expect(imported.counts == [2, 0, 1, 1, 0])
    #expect(
      imported.outcome.changes
        == [ChangedField(line: 2, code: "D1.2", field: "title", was: "Plan", now: "Big plan")])
    let kept = ManualEdit(
      line: 3, code: "D3.2", title: "Guide", field: "due", kept: "M16", listed: "M14",
      isConflict: true)
    #expect(imported.outcome.keptEdits == [kept])
    let again = try store.importList(.deliverables, next)
    #expect(again.counts == [2, 0, 0, 2, 0])
    #expect(again.outcome.keptEdits.map(\.isConflict) == [false])
    var request = ImportRequest(fileName: "list.csv")
    request.edits = .replace
    let replaced = try store.importList(.deliverables, next, request)
    #expect(replaced.counts == [2, 0, 1, 1, 0])
    #expect(replaced.outcome.keptEdits == [])
    #expect(
      replaced.outcome.changes
        == [ChangedField(line: 3, code: "D3.2", field: "due", was: "M16", now: "M14")])
    // The list has the last word again, so its next one is taken.
    let last = next.replacing("M14", with: "M15")
    #expect(try store.importList(.deliverables, last).counts == [2, 0, 1, 1, 0])
  }

  @Test func `our own export in between does not make the list's old word a new one`() throws {
    try postpone()
    let steps = try store.history.steps()
    let export = "code,title,due\nD1.2,Plan,M8\nD3.2,Guide,M16\n"
    #expect(try store.importList(.deliverables, export).counts == [2, 0, 0, 2, 0])
    #expect(try store.history.steps() == steps)
    let again = try store.importList(.deliverables, Self.list)
    #expect(again.outcome.keptEdits.map(\.isConflict) == [false])
    #expect(try store.deliverables.one(.init("D3.2")).due.text == "M16")
  }

  @Test func `what a postponement left is gone with its undo`() throws {
    try postpone()
    _ = try store.history.undo()
    let next = Self.list.replacing("M12", with: "M14")
    #expect(try store.importList(.deliverables, next).counts == [2, 0, 1, 1, 0])
    #expect(try store.deliverables.one(.init("D3.2")).due.text == "M14")
  }

  @Test func `a submission stays when the list says pending again, and so does a decision`() throws
  {
    let list = "code,due,state,submitted_on,decided_on\nD1.2,M8,pending,,\n"
    _ = try store.deliverables.submit(.init("D1.2"), on: .of("2020-10-01"))
    let pending = try store.importList(.deliverables, list)
    #expect(pending.counts == [1, 0, 0, 1, 0])
    #expect(pending.outcome.keptEdits.map(\.field) == ["state"])
    _ = try store.deliverables.accept(.init("D1.2"), on: .of("2020-11-01"))
    let other = "code,state,submitted_on,decided_on\nD1.2,rejected,2020-10-02,2020-12-01\n"
    let imported = try store.importList(.deliverables, other)
    #expect(imported.counts == [1, 0, 0, 1, 0])
    #expect(imported.outcome.keptEdits.map(\.field) == ["state", "submitted_on", "decided_on"])
    #expect(imported.outcome.keptEdits.map(\.kept) == ["accepted", "2020-10-01", "2020-11-01"])
    #expect(imported.outcome.keptEdits.map(\.isConflict) == [true, true, true])
    let now = try store.deliverables.one(.init("D1.2"))
    #expect(now.state == .accepted && now.decidedOn?.iso == "2020-11-01")
  }

  @Test func `a forecast and a role stay as they were made here`() throws {
    let milestones = "code,title,due,forecast\nMS9,End,M24,2022-01-10\n"
    try store.importList(.milestones, milestones)
    _ = try store.milestones.forecast(.init("MS9"), for: .of("2022-01-20"))
    let kept = try store.importList(.milestones, milestones).outcome.keptEdits
    #expect(kept.map(\.kept) == ["2022-01-20"])
    #expect(try store.milestones.one(.init("MS9")).forecastOn?.iso == "2022-01-20")
    let partners = "code,name,category\nUNI,University,Beneficiary\n"
    try store.importList(.partners, partners)
    _ = try store.partners.set(.init("UNI"), ["role": "associated"])
    let roles = try store.importList(.partners, partners)
    #expect(roles.counts == [1, 0, 0, 1, 0])
    #expect(roles.outcome.keptEdits.map(\.field) == ["role"])
    #expect(try store.partners.one(.init("UNI")).role == .associated)
  }

  @Test func `a due date that a list or set moves is in the story`() throws {
    try store.importList(.deliverables, "code,due\nD1.2,M9\n")
    _ = try store.deliverables.set(.init("D1.2"), ["due": "M10"])
    let steps = try store.deliverables.story(.init("D1.2")).steps
    let today = store.invocation.today
    #expect(
      steps == [
        DeliverableStep(
          step: "postponed", on: today, oldDue: "M8", newDue: "M9", note: nil),
        DeliverableStep(
          step: "postponed", on: today, oldDue: "M9", newDue: "M10", note: nil),
      ])
  }
}
