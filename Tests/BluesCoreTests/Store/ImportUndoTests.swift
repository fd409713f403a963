import Testing

@testable import BluesCore

@Suite struct `Undoing imports` {
  @Test func `an undone import leaves nothing of its own and restores what it updated`() throws {
    let store = try Store.blues()
    try store.importContacts(Store.firstList, Store.listRequest)
    let before = try (store.dump(), store.searchDump())
    #expect(try store.importContacts(Store.nextList, Store.listRequest).counts == [3, 1, 2, 0, 0])
    #expect(try store.contacts.search("calatayud").count == 1)
    _ = try store.history.undo()
    #expect(try store.dump() == before.0)
    #expect(try store.searchDump() == before.1)
    #expect(try store.contacts.search("calatayud") == [])
  }

  @Test func `an undone import may come again and gives the same state`() throws {
    let store = try Store.blues()
    let empty = try store.dump()
    try store.importContacts(Store.firstList, Store.listRequest)
    let first = try store.contacts.all().map(\.known)
    _ = try store.history.undo()
    #expect(try store.dump() == empty)
    #expect(try store.importContacts(Store.firstList, Store.listRequest).counts == [3, 3, 0, 0, 0])
    #expect(try store.contacts.all().map(\.known) == first)
    #expect(try store.importContacts(Store.firstList, Store.listRequest).counts == [3, 0, 0, 3, 0])
  }

  @Test func `a redone import is there again to the byte, and its list changes nothing`() throws {
    let store = try Store.blues()
    try store.importContacts(Store.firstList, Store.listRequest)
    let before = try (store.dump(), store.searchDump())
    _ = try store.history.undo()
    _ = try store.history.redo()
    #expect(try store.dump() == before.0)
    #expect(try store.searchDump() == before.1)
    #expect(try store.importContacts(Store.firstList, Store.listRequest).counts == [3, 0, 0, 3, 0])
  }

  @Test func `undo keeps the contacts edited since, with their organisation, and counts`() throws {
    let store = try Store.blues()
    try store.importContacts(Store.firstList, Store.listRequest)
    _ = try store.contacts.set("ana@example.org", ContactDraft([.phone: "+34976123456"]))
    let undone = try store.history.undo(2)
    #expect(try store.contacts.all().map(\.title) == ["Ana Gil"])
    #expect(try store.organisations.all().map(\.name) == ["Aguas Norte"])
    #expect(undone.failed == 0)
    #expect(undone.kept == 3)
    #expect(try store.organisations.all().map(\.clusters) == [["ZINNAE"]])
  }

  @Test func `an edit whose import was undone names the redo that it needs first`() throws {
    let store = try Store.blues()
    try store.importContacts(Store.firstList, Store.listRequest)
    _ = try store.contacts.set("ana@example.org", ContactDraft([.organisation: "Neue Org"]))
    _ = try store.history.undo(2)
    let problem = HistoryProblem.entangled(by: [], undone: 2)
    #expect(throws: problem) { try store.history.undo() }
    #expect(
      problem.message == "What this step changed needs step 2, which was undone after it.")
    #expect(problem.hint == "bring step 2 back first: blues redo")
    #expect(try store.history.redo().step.id == 2)
    #expect(try store.history.undo().step.id == 3)
    #expect(try store.organisations.all().map(\.name).contains("Aguas Norte"))
  }

  @Test func `an edit that was undone does not keep its row`() throws {
    let store = try Store.blues()
    let empty = try store.dump()
    try store.importContacts(Store.firstList, Store.listRequest)
    _ = try store.contacts.set("ana@example.org", ContactDraft([.phone: "+34976123456"]))
    _ = try store.history.undo()
    _ = try store.history.undo()
    #expect(try store.dump() == empty)
  }

  @Test func `an organisation with a profile stays when its import is undone`() throws {
    let store = try Store.blues()
    try store.importContacts(Store.firstList, Store.listRequest)
    _ = try store.profiles.add("Aguas Norte", .init(role: .host, category: "sme"))
    let undone = try store.history.undo(2)
    #expect(undone.later == LaterChanges(things: ["O1"], steps: [3]))
    #expect(try store.contacts.all() == [])
    #expect(try store.organisations.all().map(\.name) == ["Aguas Norte"])
    #expect(try store.organisations.all().map(\.clusters) == [["ZINNAE"]])
  }

  @Test func `undoing the first of two imports keeps what the second updated`() throws {
    let store = try Store.blues()
    try store.importContacts(Store.firstList, Store.listRequest)
    try store.importContacts(Store.nextList, Store.listRequest)
    _ = try store.history.undo(2)
    #expect(try store.contacts.all().map(\.title) == ["Ana Gil", "Carla Ruiz", "Dora León"])
  }

  @Test func `an update that moves somebody to a new organisation is undone`() throws {
    let list = """
      id,organisation,name
      1,One,Ana
      2,One,Berta

      """
    let next = """
      id,organisation,name
      1,Two,Ana
      3,Two,Carla

      """
    let store = try Store.blues()
    try store.importContacts(list, Store.listRequest)
    let before = try store.dump()
    #expect(try store.importContacts(next, Store.listRequest).counts == [2, 1, 1, 0, 0])
    let after = try store.dump()
    _ = try store.history.undo()
    #expect(try store.dump() == before)
    _ = try store.history.redo()
    #expect(try store.dump() == after)
  }

  @Test func `a contact that an update gave its organisation is undone with it`() throws {
    let store = try Store.blues()
    let heading = "id,organisation,name\n"
    try store.importContacts("\(heading)1,One,Ana\n2,One,Berta\n", Store.listRequest)
    let before = try store.dump()
    let next = "\(heading)1,One,Ana\n2,Two,Berta\n1,Two,Ana\n"
    #expect(try store.importContacts(next, Store.listRequest).counts == [3, 1, 1, 1, 0])
    let after = try store.dump()
    _ = try store.history.undo()
    #expect(try store.dump() == before)
    _ = try store.history.redo()
    #expect(try store.dump() == after)
  }
}
