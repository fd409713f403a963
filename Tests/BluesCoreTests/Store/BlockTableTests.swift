import GRDB
import Testing

@testable import BluesCore

/// Rows in memory that SQLite reads as a table.
@Suite struct `A feed of rows` {
  /// Two texts a place: "Agua" and nothing, "" and "Łódź", nothing and "x".
  private static let bytes = Array("AguaŁódźx".utf8)
  private static let texts = [
    TextPlace(start: 0, count: 4), .nothing, TextPlace(start: 4, count: 0),
    TextPlace(start: 4, count: 7), .nothing, TextPlace(start: 11, count: 1),
  ]

  /// What SQLite reads from the feed, row by row, for places with a reference and a number each.
  private static func read(_ numbers: [Int64], of feed: BlockTable, _ db: Database) throws
    -> [String]
  {
    try db.execute(sql: "CREATE TEMP TABLE taken (line TEXT)")
    let statement = try PreparedStatement(
      db,
      """
      INSERT INTO taken SELECT printf('%s|%d|%s|%s', coalesce(owner, '-'), number,
        coalesce(one, '-'), coalesce(other, '-')) FROM lines
      """)
    try numbers.withUnsafeBufferPointer { numbers in
      try texts.withUnsafeBufferPointer { texts in
        try bytes.withUnsafeBufferPointer { bytes in
          let rows = BlockTable.Rows(numbers: numbers, texts: texts, bytes: bytes)
          let count = try feed.run(statement, over: rows)
          #expect(count == numbers.count / 3)
        }
      }
    }
    return try String.fetchAll(db, sql: "SELECT line FROM taken ORDER BY rowid")
  }

  private static func feed(_ db: Database) throws -> BlockTable {
    try BlockTable(
      db, named: "lines", references: ["owner"], numbers: ["number"], texts: ["one", "other"])
  }

  @Test func `gives places in any order, a reference of 0 as NULL, an empty text as empty`() throws
  {
    let lines = try DatabaseQueue().write { db in
      try Self.read([2, 7, 0, 0, 0, -3, 1, 9, .max, 0, 8, .min], of: Self.feed(db), db)
    }
    #expect(
      lines == [
        "7|0|-|x", "-|-3|Agua|-", "9|9223372036854775807||Łódź", "8|-9223372036854775808|Agua|-",
      ])
  }

  @Test func `has no rows but while they are handed over, and is gone with its owner`() throws {
    let queue = try DatabaseQueue()
    try queue.write { db in
      let feed = try Self.feed(db)
      #expect(try Self.read([0, 1, 1], of: feed, db) == ["1|1|Agua|-"])
      #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM lines") == 0)
    }
    #expect(throws: DatabaseError.self) {
      try queue.read { try $0.execute(sql: "SELECT count(*) FROM lines") }
    }
  }
}
