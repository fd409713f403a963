import Testing

@testable import BluesCore

@Suite struct `Undo and redo` {
  @Test(arguments: Change.all)
  func `every change is taken back and brought back to the byte`(change: Change) throws {
    let store = try Store.rich()
    let before = try (store.dump(), store.searchDump())
    try change.make(store)
    let after = try (store.dump(), store.searchDump())
    #expect(before.0 != after.0)
    for _ in 1...2 {
      let undone = try store.history.undo()
      #expect(undone.kept == 0 && undone.failed == 0 && undone.reversed > 0)
      #expect(try store.dump() == before.0)
      #expect(try store.searchDump() == before.1)
      let redone = try store.history.redo()
      #expect(redone.kept == 0 && redone.failed == 0)
      #expect(try store.dump() == after.0)
      #expect(try store.searchDump() == after.1)
    }
  }

  @Test(arguments: Change.all)
  func `a rehearsal gives no other outcome and changes nothing`(change: Change) throws {
    let store = try Store.rich()
    let before = try store.dump()
    let steps = try store.history.steps()
    try change.make(store.rehearsing())
    #expect(try store.dump() == before)
    #expect(try store.history.steps() == steps)
  }

  @Test func `the outcome of a rehearsed import is that of the import`() throws {
    let store = try Store.rich()
    let rehearsed = try store.rehearsing().importContacts(Store.nextList, Store.listRequest)
    let real = try store.importContacts(Store.nextList, Store.listRequest)
    #expect(rehearsed.outcome == real.outcome)
    #expect(real.counts == [3, 1, 2, 0, 0])
  }

  @Test func `steps are undone one after the other and come back in order`() throws {
    let store = try Store.blues()
    var dumps = [try store.dump()]
    for city in ["Nîmes", "Arles", "Sète"] {
      _ = try store.partners.set(.init("AV"), ["city": city])
      dumps.append(try store.dump())
    }
    for index in [2, 1, 0] {
      _ = try store.history.undo()
      #expect(try store.dump() == dumps[index])
    }
    for index in 1...3 {
      _ = try store.history.redo()
      #expect(try store.dump() == dumps[index])
    }
    #expect(throws: HistoryProblem.nothingToRedo) { try store.history.redo() }
  }

  @Test func `redo is refused after a new change`() throws {
    let store = try Store.blues()
    _ = try store.partners.set(.init("AV"), ["city": "Nîmes"])
    _ = try store.history.undo()
    _ = try store.partners.set(.init("NP"), ["city": "Brno"])
    #expect(throws: HistoryProblem.nothingToRedo) { try store.history.redo() }
  }

  @Test func `the start of the project is not undone by the way`() throws {
    let store = try Store.blues()
    #expect(throws: HistoryProblem.nothingToUndo) { try store.history.undo() }
  }

  @Test func `a step asked for is refused when it is none, undone or no change`() throws {
    let store = try Store.blues()
    _ = try store.partners.set(.init("AV"), ["city": "Nîmes"])
    #expect(throws: HistoryProblem.unknown(9)) { try store.history.undo(9) }
    _ = try store.history.undo(2)
    #expect(throws: HistoryProblem.alreadyUndone(2)) { try store.history.undo(2) }
    #expect(throws: HistoryProblem.notAChange(3)) { try store.history.undo(3) }
    #expect(throws: HistoryProblem.start(1)) { try store.history.undo(1) }
    #expect(
      HistoryProblem.start(1).message
        == "Step 1 started the project and cannot be undone.")
  }

  @Test func `a step before others keeps the rows changed since, and counts them`() throws {
    let store = try Store.blues()
    try store.importList(.partners, "code,name\nONE,First\nTWO,Second\nSIX,Sixth\n")
    _ = try store.partners.set(.init("TWO"), ["name": "Changed"])
    let undone = try store.history.undo(2)
    #expect([undone.reversed, undone.kept, undone.failed] == [2, 1, 0])
    #expect(
      try store.partners.all().map(\.code.text) == ["BNPT", "AV", "MCICT", "NP", "TWO", "ZINNAE"])
    #expect(try store.partners.one(.init("TWO")).name == "Changed")
  }

  @Test func `a step that later rows depend on is not taken back alone`() throws {
    let store = try Store.blues()
    _ = try store.partners.add(.init("NEW"), [:])
    _ = try store.workPackages.set(.init("WP1"), ["lead": "NEW"])
    let before = try store.dump()
    #expect(throws: HistoryProblem.entangled(by: [3])) { try store.history.undo(2) }
    #expect(try store.dump() == before)
  }

  @Test func `a change that changes nothing leaves no line`() throws {
    let store = try Store.rich()
    let steps = try store.history.steps()
    _ = try store.partners.set(.init("AV"), ["city": "Montpellier"])
    _ = try store.workPackages.set(.init("WP1"), ["lead": "NP"])
    _ = try store.milestones.set(.init("MS1"), ["leads": "AV"])
    #expect(try store.importContacts(Store.firstList, Store.listRequest).counts == [3, 0, 0, 3, 0])
    #expect(try store.history.steps() == steps)
  }

  @Test func `a line says who, when, what and of which things`() throws {
    let store = try Store.blues(on: "2020-09-02").on("2020-09-02", "partner set")
    _ = try store.partners.set(.init("av"), ["city": "Nîmes"])
    let step = try #require(try store.history.steps(limit: 1).first)
    #expect(
      step
        == HistoryEntry(
          id: 2, at: "2020-09-02T12:00:00Z", who: "tester", command: "partner set",
          summary: "changed partner AV: city Montpellier → Nîmes", affected: "AV", kind: .change,
          target: nil,
          isUndone: false))
    _ = try store.on("2020-09-03", "undo").history.undo()
    let undo = try store.history.steps(limit: 2)
    #expect(
      undo[0]
        == HistoryEntry(
          id: 3, at: "2020-09-03T12:00:00Z", who: "tester", command: "undo",
          summary: "undid: changed partner AV: city Montpellier → Nîmes", affected: "AV",
          kind: .undo,
          target: 2,
          isUndone: false))
    #expect(undo[1].isUndone)
  }
}
