import GRDB
import Testing

@testable import BluesCore

/// Rows of any register through the door that a long list takes.
@Suite struct `A load of many rows` {
  private static let plan = BulkInsert.Plan(
    table: "cost", columns: ["partner_id", "cents", "title", "note", "batch"],
    references: ["partner_id", "batch"], numbers: ["cents"], texts: ["title", "note"],
    suspending: ["cost_partner"])

  /// A project with costs, which no room of the core knows.
  private static func store() throws -> Store {
    let store = try Store.blues()
    try store.queue.writeWithoutTransaction { db in
      try db.execute(
        sql: """
          CREATE TABLE cost (
            id INTEGER PRIMARY KEY,
            partner_id INTEGER REFERENCES partner (id),
            cents INTEGER NOT NULL,
            title TEXT NOT NULL,
            note TEXT,
            batch INTEGER
          ) STRICT;
          CREATE INDEX cost_partner ON cost (partner_id);
          """)
    }
    return store
  }

  private static func load(_ store: Store, _ count: Int) throws -> Int {
    try store.write { write in
      let partner = try Partner.id("AV", in: write.db)
      let load = try BulkInsert(write, plan, batch: write.operation)
      let first = write.file << 32 | 1
      for number in 0..<count {
        let id = try load.add(
          references: [number % 3 == 0 ? nil : partner, write.operation], numbers: [Int64(number)],
          texts: ["Travel \(number)", number % 2 == 0 ? nil : ""])
        if number == 0 || number == count - 1 { #expect(id == first + Int64(number)) }
      }
      write.records("loaded \(count) costs")
      return try load.finish()
    }
  }

  @Test func `rows that are proved are not proved again, and all others are afterwards`() throws {
    let store = try Self.store()
    var plan = Self.plan
    plan.isProved = true
    try store.write { write in
      let load = try BulkInsert(write, plan, batch: write.operation)
      for number in 1...3000 {
        try load.add(references: [999, write.operation], numbers: [0], texts: ["\(number)", nil])
      }
      try load.flush()
      #expect(throws: DatabaseError.self) {
        try write.db.execute(
          sql: "INSERT INTO cost (id, partner_id, cents, title) VALUES (1, 999, 0, '')")
      }
      #expect(try load.finish() == 3000)
    }
    #expect(
      try store.answer("SELECT count(*) AS rows FROM pragma_foreign_key_check('cost')")
        == ["[rows:3000]"])
  }

  @Test func `50,000 rows arrive whole and in order, with their indexes, and undo takes them back`()
    throws
  {
    let store = try Self.store()
    let before = try store.dump()
    #expect(try Self.load(store, 50_000) == 50_000)
    #expect(
      try store.answer(
        """
        SELECT count(*) AS rows, sum(cents) AS cents, count(partner_id) AS partners,
               count(note) AS notes, max(length(note)) AS longest
        FROM cost
        """)
        == ["[rows:50000 cents:1249975000 partners:33333 notes:25000 longest:0]"])
    #expect(
      try store.answer("SELECT cents, title FROM cost WHERE id & 0xFFFFFFFF = 49999")
        == ["[cents:49998 title:\"Travel 49998\"]"])
    #expect(
      try store.answer("SELECT sql FROM sqlite_schema WHERE name = 'cost_partner'")
        == ["[sql:\"CREATE INDEX cost_partner ON cost (partner_id)\"]"])
    #expect(try store.answer("PRAGMA integrity_check") == ["[integrity_check:\"ok\"]"])
    let undone = try store.history.undo()
    #expect([undone.reversed, undone.kept, undone.failed] == [50_000, 0, 0])
    #expect(try store.dump() == before)
  }

  @Test func `a few rows are a load too, and the next load goes on after them`() throws {
    let store = try Self.store()
    #expect(try Self.load(store, 3) == 3)
    try store.write { write in
      let load = try BulkInsert(write, Self.plan)
      try load.add(references: [nil, nil], numbers: [7], texts: ["Fee", "paid"])
      try load.finish()
    }
    #expect(
      try store.answer("SELECT id & 0xFFFFFFFF AS id, cents, title, note, batch FROM cost")
        == [
          "[id:1 cents:0 title:\"Travel 0\" note:NULL batch:2]",
          "[id:2 cents:1 title:\"Travel 1\" note:\"\" batch:2]",
          "[id:3 cents:2 title:\"Travel 2\" note:NULL batch:2]",
          "[id:4 cents:7 title:\"Fee\" note:\"paid\" batch:NULL]",
        ])
  }
}
