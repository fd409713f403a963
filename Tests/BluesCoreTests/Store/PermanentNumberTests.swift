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

  @Test func `costs and budget lines of a list that was undone keep their numbers`() throws {
    let store = try Store.blues()
    func cost(_ text: String) throws -> [String] {
      try store.importList(
        .costs,
        "Partner,Category,WP,Date,Description,Invoice,Amount\nNP,D.3,WP1,2020-05-31,\(text),\(text),1.50\n"
      )
      return try store.costs.all().map { "\($0.code) \($0.description)" }
    }
    func budget(_ text: String) throws -> [String] {
      try store.importList(
        BudgetLine.register.list, "Partner,WP,Category,Amount\nNP,\(text),D.1,100\n")
      return try store.budget.all().map { "\($0.code) \($0.workPackage ?? "")" }
    }
    #expect(try cost("Alpha") == ["K1 Alpha"])
    _ = try store.history.undo()
    #expect(try cost("Beta") == ["K2 Beta"])
    #expect(try cost("Gamma") == ["K2 Beta", "K3 Gamma"])
    #expect(try budget("WP1") == ["B1 WP1"])
    _ = try store.history.undo()
    #expect(try budget("WP2") == ["B2 WP2"])
    _ = try store.history.undo()
    _ = try store.history.redo()
    #expect(try store.budget.all().map(\.code.description) == ["B2"])
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

  @Test func `a code that somebody types is given to no other, and check finds no fault`() throws {
    let store = try Store.blues()
    let header = "Partner,Category,WP,Date,Description,Invoice,Amount"
    func load(_ text: String) throws {
      try store.importList(.costs, "\(header)\nNP,D.3,WP1,2020-05-31,\(text),\(text),1.50\n")
    }
    func last() throws -> Int64? {
      try store.read {
        try Int64.fetchOne($0, sql: "SELECT last FROM last_id WHERE name = 'cost_line.number'")
      }
    }
    try load("Alpha")
    #expect(try last() == 1)
    _ = try store.costs.add(.init("K50"), SharedProject.cost("Ticket", 500))
    #expect(try last() == 50)
    #expect(try store.integrity.faults() == [])
    _ = try store.costs.remove(.init("K50"))
    try load("Beta")
    #expect(
      try store.costs.all().map { "\($0.code) \($0.description)" } == ["K1 Alpha", "K51 Beta"])
  }

  @Test func `a file that an earlier version left with a last number below one in use is sound`()
    throws
  {
    let store = try Store.blues()
    #expect(try add(store, "Ana") == "C1")
    #expect(try add(store, "Berta") == "C2")
    try store.queue.writeWithoutTransaction { db in
      try db.execute(sql: "UPDATE last_id SET last = last - 1 WHERE name = 'contact'")
    }
    #expect(try store.integrity.faults() == [])
    #expect(try add(store, "Carla") == "C3")
  }

  @Test func `what a damaged file has as the name of a number is not asked`() throws {
    let store = try Store.blues()
    try store.queue.writeWithoutTransaction { db in
      try db.execute(
        sql: "INSERT INTO last_id (name, last) VALUES ('contact.id) FROM (SELECT 1/0', 1)")
    }
    #expect(try add(store, "Ana") == "C1")
  }
}
