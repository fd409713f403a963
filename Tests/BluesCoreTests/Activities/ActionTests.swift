import Basics
import Documents
import Testing

@testable import BluesCore

@Suite struct `Decisions and actions` {
  let store: Store

  init() throws {
    store = try Store.blues()
    _ = try store.activities.add(
      .init("A3"),
      [
        "title": "Second meeting", "type": "meeting", "starts_on": "2020-08-25",
        "ends_on": "2020-08-26",
      ])
    _ = try store.actions.add(
      .init("ACT1"),
      ["title": "Send the list of hosts", "meeting": "A3", "owner": "NP", "due_on": "2020-08-30"])
  }

  @Test func `a decision has the last day of its meeting`() throws {
    let decision = try store.decisions.add(
      .init("DEC1"), ["title": "The second call opens", "meeting": "a3"])
    #expect(decision.decidedOn?.iso == "2020-08-26")
    let other = try store.decisions.add(
      .init("DEC2"), ["title": "By mail", "decided_on": "2020-08-28"])
    #expect(other.decidedOn?.iso == "2020-08-28")
    #expect(try store.decisions.add(.init("DEC3"), ["title": "No day"]).decidedOn == nil)
  }

  @Test func `an action is late, then done`() throws {
    let open = try store.actions.one(.init("ACT1"))
    #expect(open.standing == .late(days: 2))
    let done = try store.actions.finish([.init("ACT1")], on: .of("2020-08-31"), note: "By mail")
    #expect(done[0].standing == .doneLate(days: 1))
    #expect(done[0].note == "By mail")
    #expect(try store.history.steps()[0].summary == "done ACT1 on 2020-08-31")
    #expect(throws: ActionProblem.alreadyDone(try .init("ACT1"), on: try .of("2020-08-31"))) {
      try store.actions.finish([.init("ACT1")], on: .of("2020-09-01"))
    }
    let future = RecordProblem.inTheFuture(
      "ACT1", on: try .of("2020-09-02"), today: try .of("2020-09-01"))
    #expect(throws: future) { try store.actions.finish([.init("ACT1")], on: .of("2020-09-02")) }
  }

  @Test func `an action without a day is open, and comes last`() throws {
    let open = try store.actions.add(.init("ACT2"), ["title": "Think"])
    #expect(open.standing == nil)
    #expect(!open.isLate)
    let filter = try #require(ActionPoint.register.filters.first { $0.name == "open" })
    let all = try store.actions.all()
    #expect(all.filter(filter.holds).map(\.code.description) == ["ACT1", "ACT2"])
    #expect(filter.precedes?(all[0], all[1]) == true)
    #expect(filter.precedes?(all[1], all[0]) == false)
  }

  @Test func `the page of a meeting has both`() throws {
    _ = try store.decisions.add(.init("DEC1"), ["title": "Go on", "meeting": "A3"])
    let meeting = try store.activities.one(.init("A3"))
    let page = try Activity.register.page(meeting, in: store)
    let tables = page.blocks.compactMap { block -> String? in
      guard case .table(let table, _) = block else { return nil }
      return table.noun
    }
    #expect(tables == ["decisions", "actions"])
  }

  @Test func `codes tell their kind`() throws {
    #expect(try DecisionCode("dec12").description == "DEC12")
    #expect(throws: CodeProblem.self) { try ActivityCode("ACT1") }
    let problem = #expect(throws: CodeProblem.self) { try ActionCode("A1") }
    #expect(problem?.message == "Not an action code: A1.")
    #expect(problem?.hint == "Write it as ACT4.")
  }
}
