import GRDB
import Testing

@testable import BluesCore

/// What is left in the search index of people who are gone, read from the index itself.
@Suite struct `Search words of people who are gone` {
  let store: Store

  init() throws {
    store = try Store.blues()
    let rows = (1...9).map { "Firma\($0),Person\($0) Beispiel,p\($0)@example.org\n" }
    try store.importContacts("organisation,name,email\n" + rows.joined())
  }

  /// The words the index has of a contact, whether it is there or not.
  private func words(_ running: Int64) throws -> [String] {
    try store.queue.writeWithoutTransaction { db in
      let id = try FileIdentity.number(db) << 32 | running
      try db.execute(
        sql: """
          CREATE VIRTUAL TABLE IF NOT EXISTS temp.everything
          USING fts5vocab('main', 'contact_search', 'instance')
          """)
      return try String.fetchAll(
        db, sql: "SELECT term FROM temp.everything WHERE doc = ? ORDER BY term", arguments: [id])
    }
  }

  private func check() throws {
    try store.queue.writeWithoutTransaction { db in
      try db.execute(
        sql: "INSERT INTO contact_search (contact_search) VALUES ('integrity-check')")
    }
  }

  @Test func `one who was added and changed leaves no word, and is found after a redo`() throws {
    let added = ["erstname", "example", "firma10", "org", "ten"]
    _ = try store.contacts.add(
      ContactDraft([.name: "Erstname", .organisation: "Firma10", .email: "ten@example.org"]))
    #expect(try words(10) == added)
    _ = try store.contacts.set("C10", ContactDraft([.name: "Zweitname"]))
    #expect(try words(10) == (added + ["zweitname"]).sorted())
    _ = try store.history.undo()
    _ = try store.history.undo()
    #expect(try words(10) == [])
    #expect(try words(9) == ["beispiel", "example", "firma9", "org", "p9", "person9"])
    _ = try store.history.redo()
    #expect(try words(10) == added)
    _ = try store.history.redo()
    #expect(try words(10) == (added + ["zweitname"]).sorted())
    #expect(try store.contacts.search("zweitname").map(\.code) == ["C10"])
    #expect(try store.contacts.search("example").count == 10)
    try check()
  }

  @Test func `one who was merged leaves no word of an own, and has them again after an undo`()
    throws
  {
    let before = ["beispiel", "example", "firma2", "org", "p2", "person2"]
    #expect(try words(2) == before)
    _ = try store.contacts.merge("C1", with: ["C2"])
    #expect(try words(2) == [])
    _ = try store.history.undo()
    #expect(try words(2) == before)
    _ = try store.history.redo()
    #expect(try words(2) == [])
    #expect(try store.contacts.search("person2") == [])
    try check()
  }

  @Test func `an import that is undone leaves no word, and one that is redone has its own`() throws
  {
    try store.importContacts("organisation,name\nFirma1,Neumann\nFirma2,Altmann\n")
    #expect(try words(10) == ["firma1", "neumann"])
    #expect(try words(11) == ["altmann", "firma2"])
    _ = try store.history.undo()
    #expect(try words(10) + words(11) == [])
    #expect(try words(1).isEmpty == false)
    _ = try store.history.redo()
    #expect(try words(11) == ["altmann", "firma2"])
    try check()
  }
}
