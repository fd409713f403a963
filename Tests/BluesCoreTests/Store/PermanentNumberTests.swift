import GRDB
import Testing

@testable import BluesCore

@Suite struct `Numbers given once` {
  private func add(_ store: Store, _ name: String) throws -> String {
    try store.contacts.add(ContactDraft([.name: name, .organisation: "\(name) GmbH"])).code
  }

  @Test func `the number of a contact that was undone is nobody else's, and redo gives it back`()
    throws
  {
    let store = try Store.blues()
    #expect(try add(store, "Ana") == "C1")
    #expect(try add(store, "Berta") == "C2")
    _ = try store.history.undo()
    #expect(try add(store, "Carla") == "C3")
    #expect(try store.organisations.all().map(\.code) == ["O1", "O3"])
    _ = try store.history.undo()
    _ = try store.history.redo()
    #expect(try store.contacts.all().map(\.code) == ["C1", "C3"])
    #expect(try add(store, "Dora") == "C4")
  }

  @Test func `an exchange keeps its number for good too`() throws {
    let store = try Store.rich()
    func propose() throws -> String {
      try store.exchanges.propose(
        host: "Plasma Nord", visitor: "Aguas Norte", from: .of("2020-10-05"),
        to: .of("2020-10-09"), mode: .virtual
      ).exchange.code.description
    }
    #expect(try propose() == "EX-004")
    _ = try store.history.undo()
    #expect(try propose() == "EX-005")
  }

  @Test func `a rehearsal gives no number away`() throws {
    let store = try Store.blues()
    #expect(try add(store.rehearsing(), "Ana") == "C1")
    #expect(try add(store, "Ana") == "C1")
  }

  @Test func `a list that comes again after its undo has new numbers`() throws {
    let store = try Store.blues()
    try store.importContacts(Store.firstList, Store.listRequest)
    _ = try store.history.undo()
    try store.importContacts(Store.firstList, Store.listRequest)
    #expect(try store.contacts.all().map(\.code) == ["C4", "C5", "C6"])
    #expect(try store.organisations.all().map(\.code) == ["O4", "O5", "O6"])
  }

  @Test func `a project with merged contacts goes on after them once its layout has the numbers`()
    throws
  {
    let store = try Store.rich()
    _ = try store.contacts.merge("C2", with: ["C3"])
    try store.queue.writeWithoutTransaction { db in
      try db.execute(sql: "DROP TABLE last_id")
      try db.execute(sql: Migration.numbers.sql)
    }
    #expect(try add(store, "Dora") == "C4")
  }
}
