import Testing

@testable import BluesCore

@Suite struct `Undoing what was all changed since` {
  @Test func `nothing is undone, the step stays, and the later one is named`() throws {
    let store = try Store.blues()
    try store.importContacts("id,name\n1,Ana\n", ImportRequest.test(source: "members"))
    _ = try store.contacts.set("C1", ContactDraft([.city: "Jaca"]))
    let before = try store.dump()
    let problem = HistoryProblem.nothingUndone(LaterChanges(things: ["C1"], steps: [3]))
    #expect(throws: problem) { try store.history.undo(2) }
    #expect(problem.message == "Nothing was undone: C1 was changed later (step 3).")
    #expect(problem.hint == "undo the later steps first: blues undo 3")
    #expect(try store.dump() == before)
    #expect(try store.history.undo().step.id == 3)
    #expect(try store.history.undo().step.id == 2)
  }

  @Test func `a value that was set twice stays as it was set last`() throws {
    let store = try Store.blues()
    for city in ["Paris", "Lyon"] { _ = try store.partners.set(.init("AV"), ["city": city]) }
    #expect(throws: HistoryProblem.nothingUndone(LaterChanges(things: ["AV"], steps: [3]))) {
      try store.history.undo(2)
    }
    #expect(try store.partners.one(.init("AV")).city == "Lyon")
  }
}
