import Basics
import GRDB
import Testing

@testable import BluesCore

/// What becomes of the persons of exchanges when contacts are merged or their import is undone.
@Suite struct `Persons of exchanges` {
  let store: Store

  init() throws { store = try Store.rich() }

  /// Makes a contact a person of an exchange.
  func join(_ contact: Int, _ exchange: Int, _ side: String = "visitor", role: String? = nil) throws
  {
    try store.write { write in
      try write.db.execute(
        sql: """
          INSERT INTO exchange_person (id, exchange_id, contact_id, side, role)
          SELECT ?, exchange.id, contact.id, ?, ? FROM exchange, contact
          WHERE exchange.number = ? AND contact.id & 0xFFFFFFFF = ?
          """,
        arguments: [write.nextID("exchange_person"), side, role, exchange, contact])
    }
  }

  /// Exchange, contact, side and role of each person.
  func told() throws -> [String] {
    try store.read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT format('EX-%03d C%d %s %s', exchange.number, contact_id & 0xFFFFFFFF, side,
                        coalesce(role, '-'))
          FROM exchange_person JOIN exchange ON exchange.id = exchange_id
          ORDER BY exchange.number, contact_id
          """)
    }
  }

  @Test func `go to the survivor of a merge, in the same step`() throws {
    try join(2, 1, role: "Head")
    try join(1, 2)
    try join(2, 2, role: "Engineer")
    try join(3, 3)
    let before = try store.dump()
    _ = try store.contacts.merge("C1", with: ["C2", "C3"])
    #expect(
      try told() == [
        "EX-001 C1 visitor Head", "EX-002 C1 visitor Engineer", "EX-003 C1 visitor -",
      ])
    _ = try store.history.undo()
    #expect(try store.dump() == before)
    _ = try store.history.redo()
    #expect(try told().count == 3)
  }

  @Test func `on both sides of one exchange are not merged`() throws {
    try join(1, 1)
    try join(2, 1, "host")
    let before = try store.dump()
    let problem = DuplicatesProblem.onBothSides("C1", "C2", exchange: "EX-001")
    #expect(throws: problem) { try store.contacts.merge("C1", with: ["C2"]) }
    #expect(problem.message == "C1 and C2 are on the two sides of EX-001.")
    #expect(problem.hint == "blues exchange show EX-001")
    #expect(problem.kind == .conflict)
    #expect(try store.dump() == before)
  }

  @Test func `stay when the import that brought them is undone`() throws {
    let other = try Store.blues()
    try other.importContacts(Store.firstList, Store.listRequest)
    let step = try #require(try other.history.steps().first).id
    _ = try other.organisations.add("Plasma", .init(country: .init("DE"), cluster: "BNPT"))
    _ = try other.profiles.add("Plasma", .init(role: .host, category: "cluster"))
    _ = try other.profiles.add("Aguas Norte", .init(role: .visitor, category: "sme"))
    _ = try other.exchanges.propose(
      host: "Plasma", visitor: "Aguas Norte", from: .of("2020-10-05"), to: .of("2020-10-09"))
    try `Persons of exchanges`(store: other).join(2, 1)
    _ = try other.history.undo(step)
    #expect(try other.contacts.all().map(\.code) == ["C2"])
    #expect(
      try other.organisations.all().map(\.name).sorted() == ["Aguas Norte", "Aguas Sur", "Plasma"])
  }
}

extension `Persons of exchanges` {
  private init(store: Store) { self.store = store }
}
