import Basics
import Testing

@testable import BluesCore

@Suite struct `What an undo keeps is kept whole` {
  let store: Store

  init() throws { store = try Store.blues(on: "2021-03-31") }

  private static let milestones =
    "code,title,wps,leads,due\nMS1,Kick,WP1; WP5,BNPT; AV,M1\nMS2,End,WP2,NP,M24\n"

  @Test func `a milestone reached since keeps its work packages and leads`() throws {
    try store.importList(.milestones, Self.milestones)
    _ = try store.milestones.achieve(.init("MS1"), on: .of("2020-02-20"))
    let whole = try store.milestones.one(.init("MS1"))
    let undone = try store.history.undo(2)
    #expect([undone.reversed, undone.kept, undone.failed] == [3, 5, 0])
    #expect(undone.later == LaterChanges(things: ["MS1"], steps: [3]))
    #expect(try store.milestones.all() == [whole])
    #expect(whole.workPackages.map(\.description) == ["WP1", "WP5"])
    #expect(whole.leads == ["BNPT", "AV"])
    let redone = try store.history.redo()
    #expect(redone.kept == 0)
    #expect(try store.milestones.all().map(\.code.description) == ["MS1", "MS2"])
  }

  @Test func `a milestone whose links were changed since is kept with the others`() throws {
    try store.importList(.milestones, Self.milestones)
    _ = try store.milestones.set(.init("MS1"), Changes(["leads": ["AV"]]))
    let whole = try store.milestones.one(.init("MS1"))
    let undone = try store.history.undo(2)
    #expect(undone.later.things == ["MS1"])
    #expect(try store.milestones.all() == [whole])
    #expect(whole.workPackages.map(\.description) == ["WP1", "WP5"])
  }

  @Test func `a deliverable changed since keeps its story`() throws {
    try store.importList(
      .deliverables, "code,title,due,state,submitted_on\nD1.1,Study,M6,submitted,2020-07-31\n")
    _ = try store.deliverables.accept(.init("D1.1"), on: .of("2020-08-20"))
    #expect(
      throws: HistoryProblem.nothingUndone(LaterChanges(things: ["D1.1"], steps: [3]))
    ) { try store.history.undo(2) }
    #expect(
      try store.deliverables.story(.init("D1.1")).steps.map(\.step) == ["submitted", "accepted"])
  }

  @Test func `what was changed here stays noted with a record that is kept`() throws {
    try store.importList(.deliverables, "code,title,due\nD1.1,Study,M6\n")
    _ = try store.deliverables.set(.init("D1.1"), ["title": "First"])
    _ = try store.deliverables.set(.init("D1.1"), ["title": "Second", "due": "M7"])
    #expect(throws: HistoryProblem.self) { try store.history.undo(3) }
    let again = try store.importList(.deliverables, "code,title,due\nD1.1,Study,M6\n")
    #expect(again.outcome.keptEdits.map(\.kept) == ["Second", "M7"])
  }
}
