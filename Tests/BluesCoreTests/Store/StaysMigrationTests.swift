import GRDB
import Testing

@testable import BluesCore

@Suite struct `Bringing exchanges to the layout of the whole way` {
  @Test func `an exchange, its steps and its edition stay; proposed is called draft`() throws {
    let queue = try DatabaseQueue()
    let earlier = try #require(Migration.all.firstIndex { $0.sql == Migration.profiles.sql })
    try queue.writeWithoutTransaction { db in
      for migration in Migration.all.prefix(earlier) { try db.execute(sql: migration.sql) }
      try db.execute(
        sql: """
          PRAGMA user_version = \(earlier);
          INSERT INTO organisation (id, name) VALUES (1, 'Plasma'), (2, 'Aqua');
          INSERT INTO profile (id, organisation_id, role, category, sectors)
          VALUES (1, 1, 'host', 'cluster', 'water'), (2, 2, 'visitor', 'sme', NULL);
          INSERT INTO exchange VALUES
            (1, 1, 1, 2, 'physical', '2020-11-09', '2020-11-13', 'proposed', NULL),
            (2, 2, 1, 2, 'virtual', '2020-12-07', '2020-12-11', 'completed', '2020-09-23');
          INSERT INTO exchange_step VALUES
            (1, 1, 'proposed', '2020-10-01', NULL), (2, 2, 'proposed', '2020-10-02', NULL),
            (3, 2, 'completed', '2020-12-11', 'done');
          """)
      try Migration.run(db)
    }
    let lines = try queue.read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT concat FROM (
            SELECT printf('%d %d %s %s', number, host_id, state, ifnull(rule_book, '-')) AS concat
            FROM exchange ORDER BY number)
          UNION ALL
          SELECT * FROM (
            SELECT printf('%d %s %s %s', exchange_id, step, happened_on, ifnull(note, '-'))
            FROM exchange_step ORDER BY id)
          UNION ALL
          SELECT printf('%s %d', ifnull(sectors, '-'), cv) FROM profile
          """)
    }
    #expect(
      lines == [
        "1 1 draft -", "2 1 completed 2020-09-23", "1 draft 2020-10-01 -",
        "2 draft 2020-10-02 -", "2 completed 2020-12-11 done", "water 0", "- 0",
      ])
    #expect(try queue.read { try Row.fetchAll($0, sql: "PRAGMA foreign_key_check").isEmpty })
    #expect(throws: DatabaseError.self) {
      try queue.write { try $0.execute(sql: "UPDATE exchange_step SET exchange_id = 9") }
    }
  }
}
