import Testing

@testable import BluesCore

@Suite struct `Undoing what was all changed since` {
  @Test func `the import counts as undone, everything is kept, and the rest can be undone`() throws
  {
    let store = try Store.blues()
    try store.importContacts("id,name\n1,Ana\n", ImportRequest.test(source: "members"))
    _ = try store.contacts.set("C1", ContactDraft([.city: "Jaca"]))
    let before = try store.dump(without: "fingerprint")
    let undone = try store.history.undo(2)
    #expect(undone.reversed == 0)
    #expect(undone.kept == 2)
    #expect(try store.dump(without: "fingerprint") == before)
    #expect(throws: HistoryProblem.alreadyUndone(2)) { try store.history.undo(2) }
  }
}
