import Basics
import Testing

@testable import BluesCore

/// What a lock declared stays while later steps of the period stand on it.
@Suite struct `Undoing a step of a reporting period` {
  let store: Store
  let day: Day

  init() throws {
    store = try Store.blues(on: "2021-03-31")
    day = try .of("2021-03-31")
    _ = try store.costs.add(.init("K1"), Costs.texts(["amount": "100.00"]))
    _ = try store.periodCheck.lock("RP1", on: day, because: "x")
  }

  private func step(_ words: String) throws -> Int64 {
    try #require(store.history.steps().first { $0.summary.contains(words) }?.id)
  }

  private func declared() throws -> String {
    try store.statements.ledger().statement(of: "NP", in: "RP1").totalCosts.decimal
  }

  @Test func `a lock is not undone under a report that was submitted or accepted`() throws {
    let lock = try step("locked RP1")
    _ = try store.periods.submit("RP1", on: day)
    let submitted = PeriodStepProblem.stoodOn("RP1", .submitted)
    #expect(throws: submitted) { try store.history.undo(lock) }
    #expect(
      submitted.message
        == "RP1 was submitted after this step, which cannot be undone before that.")
    #expect(
      submitted.hint
        == "open it again with the reason: blues report period reopen RP1 --because \"…\"")
    #expect(submitted.kind == .conflict)
    _ = try store.statements.accept("RP1", on: day)
    #expect(throws: submitted) { try store.history.undo(lock) }
    #expect(throws: PeriodStepProblem.stoodOn("RP1", .accepted)) {
      try store.history.undo(step("submitted RP1"))
    }
    #expect(try store.periods.standing("RP1").state == .accepted)
    #expect(try declared() == "107.00")
  }

  @Test func `nor is a reopening under the lock that followed it`() throws {
    _ = try store.periods.reopen("RP1", on: day, because: "a correction")
    _ = try store.costs.add(.init("K2"), Costs.texts(["amount": "11.00", "invoice": "2"]))
    _ = try store.periodCheck.lock("RP1", on: day, because: "x")
    #expect(throws: PeriodStepProblem.stoodOn("RP1", .locked)) {
      try store.history.undo(step("reopened RP1"))
    }
    #expect(try declared() == "118.77")
  }

  @Test func `the last step is, and comes back`() throws {
    _ = try store.periods.submit("RP1", on: day)
    _ = try store.history.undo()
    #expect(try store.periods.standing("RP1").state == .locked)
    _ = try store.history.undo()
    #expect(try store.periods.standing("RP1").state == .open)
    _ = try store.history.redo()
    #expect(try store.periods.standing("RP1").state == .locked)
    #expect(try declared() == "107.00")
  }
}
