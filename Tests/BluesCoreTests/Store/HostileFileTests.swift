import Basics
import Foundation
import GRDB
import Testing

@testable import BluesCore

/// A project file that came by mail, with what its sender planted in it.
@Suite final class `A project file of somebody else` {
  private let home: URL
  private let path: String

  init() throws {
    home = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "blues-hostile-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    path = home.appending(path: "blues.db").path
  }

  deinit { try? FileManager.default.removeItem(at: home) }

  /// Puts a project at the path, changed by SQL as another program would.
  private func plant(_ sql: String, layout: Int = Migration.newest) throws {
    let queue = try DatabaseQueue(path: path)
    if layout == Migration.newest { try Store.blues().queue.backup(to: queue) }
    try queue.writeWithoutTransaction { db in
      if layout < Migration.newest {
        try Migration.layOut(db, upTo: layout)
        try db.execute(sql: "PRAGMA user_version = \(layout)")
      }
      try db.execute(sql: "PRAGMA application_id = \(Store.applicationID)")
      try db.execute(sql: sql)
    }
    try queue.close()
  }

  /// The object that is refused, to a reader and to a writer; nothing is written.
  private func refused() throws -> String? {
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    let invocation = try Invocation.test(on: "2020-09-01")
    var told: [String?] = []
    for open in [Store.openToRead, Store.openToWrite] as [(String, Invocation) throws -> Store] {
      do {
        _ = try open(path, invocation)
        told.append(nil)
      } catch let problem as StoreProblem {
        #expect(problem.kind == .badData)
        told.append(problem.message.replacing("\(path): ", with: ""))
      }
    }
    #expect(told[0] == told[1])
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: home.path) == ["blues.db"])
    return told[0]
  }

  @Test(arguments: [
    (
      "CREATE TRIGGER evil AFTER UPDATE ON partner BEGIN DELETE FROM operation; END",
      "the trigger evil is not of blues."
    ),
    (
      "ALTER TABLE contact RENAME TO other; CREATE VIEW contact AS SELECT * FROM other",
      "the view contact is not of blues."
    ),
    ("CREATE VIEW evil AS SELECT 1", "the view evil is not of blues."),
    ("CREATE VIRTUAL TABLE evil USING fts5 (x)", "the virtual table evil is not of blues."),
    ("CREATE TABLE evil (id INTEGER PRIMARY KEY)", "the table evil is not of blues."),
    ("CREATE INDEX evil ON partner (lower(city))", "the index evil is not of blues."),
    (
      "DROP INDEX document_record; CREATE INDEX document_record ON document (lower(kind))",
      "the index document_record is not as blues lays it out."
    ),
    (
      "ALTER TABLE partner ADD COLUMN evil TEXT GENERATED ALWAYS AS (upper(city)) VIRTUAL",
      "the table partner is not as blues lays it out."
    ),
    (
      "ALTER TABLE partner ADD COLUMN evil TEXT DEFAULT 'x'",
      "the table partner is not as blues lays it out."
    ),
    (
      """
      PRAGMA writable_schema = ON;
      UPDATE sqlite_schema SET sql = replace(sql, 'role TEXT NOT NULL CHECK', 'role TEXT CHECK')
      WHERE name = 'partner'
      """, "the table partner is not as blues lays it out."
    ),
    (
      """
      PRAGMA writable_schema = ON;
      UPDATE sqlite_schema SET sql = replace(sql, ') STRICT', ')') WHERE name = 'grant_payment'
      """, "the table grant_payment is not as blues lays it out."
    ),
    (
      """
      PRAGMA writable_schema = ON;
      UPDATE sqlite_schema SET sql = replace(sql, ', block BLOB)', ', block BLOB, x AS (1))')
      WHERE name = 'contact_search_data'
      """, "the table contact_search_data is not as blues lays it out."
    ),
  ])
  func `is refused by the kind and name of what is planted`(sql: String, told: String) throws {
    try plant(sql)
    #expect(try refused() == told)
  }

  @Test func `of an older layout is held against that layout before it is brought up to date`()
    throws
  {
    let earlier = Migration.newest - 3
    try plant("", layout: earlier)
    #expect(throws: Never.self) {
      try Store.openToRead(at: path, invocation: .test(on: "2020-09-01"))
    }
    try FileManager.default.removeItem(atPath: path)
    try plant(
      "CREATE TRIGGER evil AFTER UPDATE ON file BEGIN DELETE FROM operation; END",
      layout: earlier)
    #expect(try refused() == "the trigger evil is not of blues.")
  }

  @Test func `without a table is damaged`() throws {
    try plant("DROP TABLE risk_state")
    #expect(
      throws: StoreProblem.damaged(path: path, detail: "its table risk_state is missing")
    ) { try Store.openToRead(at: path, invocation: .test(on: "2020-09-01")) }
  }

  @Test func `without an index, or with statistics of SQLite, is opened`() throws {
    try plant("DROP INDEX document_record; DROP INDEX exchange_rate_day; ANALYZE")
    #expect(try refused() == nil)
  }

  @Test func `that was brought up to date from any layout is as a new one`() throws {
    for layout in 1..<Migration.newest {
      let queue = try DatabaseQueue()
      try queue.writeWithoutTransaction { db in
        try Migration.layOut(db, upTo: layout)
        try db.execute(sql: "PRAGMA user_version = \(layout)")
        try Migration.run(db)
        #expect(try Layout.isNewest(db), "layout \(layout)")
      }
    }
  }

  @Test func `runs no trigger, reads no view and lets SQLite's own tables be`() throws {
    for access in [Store.Access.reading, .writing] {
      let queue = try DatabaseQueue(configuration: Store.configuration(access))
      try queue.writeWithoutTransaction { db in
        if access == .reading { try db.execute(sql: "PRAGMA query_only = OFF") }
        try db.execute(
          sql: """
            CREATE TABLE x (y); CREATE TABLE z (y);
            CREATE TRIGGER t AFTER INSERT ON x BEGIN INSERT INTO z VALUES (1); END;
            CREATE VIEW v AS SELECT y FROM x;
            INSERT INTO x VALUES (1);
            """)
        #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM z") == 0)
        for sql in [
          "SELECT y FROM v", "SELECT load_extension('x')",
          "PRAGMA writable_schema = ON; DELETE FROM sqlite_schema",
        ] {
          #expect(throws: DatabaseError.self, "\(sql)") { try db.execute(sql: sql) }
        }
      }
    }
  }

  @Test func `its layout in Sources: it says what the program says`() throws {
    let queue = try DatabaseQueue()
    let bytes = try queue.writeWithoutTransaction { db in
      try Migration.run(db)
      return Data(try Layout.bytes(db))
    }
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Sources/CData/layout.txt").standardized
    if ProcessInfo.processInfo.environment["BLUES_UPDATE_GOLDENS"] == "1" {
      try bytes.write(to: file)
    }
    let stored = try Data(contentsOf: file)
    #expect(stored == bytes, "`make golden` writes it, then build again")
  }

  @Test func `whose indexes a large import built anew is known at once`() throws {
    let queue = try DatabaseQueue()
    try queue.writeWithoutTransaction { db in
      try Migration.run(db)
      #expect(try Layout.isNewest(db))
      for index in try Layout.objects(db)
      where ["contact_partner", "cost_line_task"].contains(index.name) {
        try db.execute(sql: "DROP INDEX \(index.name); \(index.sql)")
        #expect(try Layout.isNewest(db))
      }
      try db.execute(sql: "DROP INDEX contact_partner")
      #expect(try !Layout.isNewest(db))
      try db.execute(sql: "CREATE INDEX contact_partner ON contact (partner_id)")
      #expect(try !Layout.isNewest(db))
    }
  }
}
