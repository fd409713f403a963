import GRDB
import Tabular
import Testing

@testable import BluesCore

/// Lists of several blocks, which two threads work on at once.
@Suite struct `Importing large lists` {
  /// A list in which every hundredth row is wrong and every seventieth repeats the one before.
  static func list(_ rows: Int, changed: Bool = false) -> String {
    var lines = ["organisation,name,email,country,sector"]
    for number in 0..<rows {
      let mail = number % 100 == 99 ? "nobody at example" : "p\(number)@example.org"
      let sector = changed && number % 3 == 0 ? "energy" : "water"
      lines.append("Łąka \(number / 4),Ana \(number),\(mail),ES,\(sector)")
      if number % 70 == 69, number % 100 != 99 { lines.append(lines[lines.count - 1]) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  @Test func `every row is in one count, and the rejected ones keep their order`() throws {
    let store = try Store.blues()
    let imported = try store.importContacts(Self.list(12_000))
    #expect(imported.counts == [12_154, 11_880, 0, 154, 120])
    #expect(imported.outcome.repeated == 154)
    #expect(imported.rejected.map(\.line) == imported.rejected.map(\.line).sorted())
    #expect(imported.rejected.first?.cells[1] == "Ana 99")
    let ids = try store.contacts.all().compactMap { $0.known[.name] }
    #expect(ids == (0..<12_000).filter { $0 % 100 != 99 }.map { "Ana \($0)" })
    #expect(try store.organisations.all().count == 3000)
  }

  @Test func `the indexes that a large load lets go are there again, and the file is sound`()
    throws
  {
    let store = try Store.blues()
    let schema = "SELECT name FROM sqlite_schema WHERE type = 'index' ORDER BY name"
    let before = try store.answer(schema)
    try store.importContacts(Self.list(6_000))
    #expect(try store.answer(schema) == before)
    #expect(try store.answer("PRAGMA integrity_check") == ["[integrity_check:\"ok\"]"])
    #expect(try store.answer("PRAGMA foreign_key_check") == [])
    let index = try store.searchDump()
    try store.queue.write { try SearchIndex.fillAnew($0) }
    #expect(try store.searchDump() == index)
  }

  @Test func `a basis is checked while rows are read, and by SQLite again after an import`()
    throws
  {
    let store = try Store.blues()
    let list = "organisation,basis,basis_date\nAgua,consent,2020-02-30\nEau,maybe,2020-02-01\n"
    let imported = try store.importContacts(list + "Voda,consent,2020-02-01\n")
    #expect(imported.rejected.map(\.rule) == ["date", "basis"])
    #expect(try store.answer("PRAGMA ignore_check_constraints") == ["[ignore_check_constraints:0]"])
    #expect(throws: DatabaseError.self) {
      try store.queue.write { try $0.execute(sql: "UPDATE contact SET basis = 'maybe'") }
    }
  }

  @Test func `references are made of known ids while rows are loaded, and checked again after`()
    throws
  {
    let store = try Store.blues()
    try store.importContacts(Self.list(6_000), .test(partner: "AV"))
    #expect(try store.answer("PRAGMA foreign_key_check") == [])
    #expect(try store.answer("PRAGMA foreign_keys") == ["[foreign_keys:1]"])
    #expect(throws: DatabaseError.self) {
      try store.queue.write { try $0.execute(sql: "UPDATE contact SET organisation_id = 1") }
    }
  }

  @Test func `ids go on after the file's own, also where rows of another file stand above`() throws
  {
    let store = try Store.blues()
    let file = try store.queue.read { try FileIdentity.number($0) }
    let foreign = (file + 1) << 32 | 7
    try store.importContacts(Self.list(600))
    try store.queue.write { db in
      try db.execute(
        sql: "INSERT INTO organisation (id, name) VALUES (?, 'Eau')", arguments: [foreign])
      try db.execute(
        sql: """
          INSERT INTO contact (id, name, source, match_key, fingerprint) VALUES (?, 'Zoë', 'x', 1, 2)
          """,
        arguments: [foreign])
    }
    try store.importContacts(Self.list(3000))
    for (table, count) in [("contact", 2970), ("organisation", 750)] {
      let ids = try store.queue.read {
        try Int64.fetchAll($0, sql: "SELECT id FROM \(table) ORDER BY id")
      }
      #expect(ids == (1...Int64(count)).map { file << 32 | $0 } + [foreign])
    }
    #expect(try store.answer("PRAGMA foreign_key_check") == [])
  }

  @Test func `the same large list again changes nothing, a changed one updates`() throws {
    let store = try Store.blues()
    try store.importContacts(Self.list(6000))
    let before = try store.dump()
    #expect(try store.importContacts(Self.list(6000)).counts == [6077, 0, 0, 6017, 60])
    #expect(try store.dump() == before)
    let changed = try store.importContacts(Self.list(6000, changed: true))
    #expect(changed.counts == [6077, 0, 1980, 4037, 60])
    #expect(try store.contacts.search("energy").count == 1980)
    _ = try store.history.undo()
    #expect(try store.dump() == before)
    #expect(try store.contacts.search("energy") == [])
  }

  @Test func `too many rejected rows stop both threads and leave nothing`() throws {
    let store = try Store.blues()
    let before = try store.dump()
    #expect(throws: ImportProblem.tooManyRejected(10)) {
      try store.importContacts(Self.list(20_000), .test(mostRejected: 10))
    }
    #expect(try store.answer("PRAGMA ignore_check_constraints") == ["[ignore_check_constraints:0]"])
    #expect(try store.dump() == before)
  }

  @Test func `a list that cannot be read to its end leaves nothing`() throws {
    let store = try Store.blues()
    let before = try store.dump()
    var bytes = Array(Self.list(20_000).utf8)
    bytes += Array("One,Ana,ana@example.org,ES,".utf8) + [0xFF, 0x0A]
    let reader = try RowReader(source: .bytes(bytes))
    #expect(throws: TabularProblem.self) {
      try store.contactImport.run(
        reader, ImportRequest(fileName: "list.csv"), rejects: RejectedRows())
    }
    #expect(try store.dump() == before)
  }
}
