import GRDB
import Testing

@testable import BluesCore

/// From which files imports were, and of which records their rows were.
@Suite struct `The imports of lists` {
  private func lines(_ db: Database) throws -> [String] {
    try String.fetchAll(
      db,
      sql: """
        SELECT printf('%d %s %s %s', operation, kind, file_name, ifnull(replace(given, char(10), ','), '-'))
        FROM list_import ORDER BY operation
        """)
  }

  @Test func `of hours are those that the history tells of, in a file of an earlier layout`() throws
  {
    let queue = try DatabaseQueue()
    let earlier = try #require(Migration.all.firstIndex { $0.sql == Migration.listImports.sql })
    let words = [
      "imported hours from may.csv: 12 created, 3 updated",
      "imported hours from a: b, 2 created.rejects.csv: 1 created, 0 updated",
      "imported may.csv: 1 created, 0 updated", "imported costs from c.csv: 1 created, 0 updated",
    ]
    try queue.writeWithoutTransaction { db in
      try Migration.layOut(db, upTo: earlier)
      try db.execute(sql: "PRAGMA user_version = \(earlier)")
      for (place, summary) in words.enumerated() {
        try db.execute(
          sql: """
            INSERT INTO operation (id, at, who, command, summary, affected, kind, changeset)
            VALUES (?, '2020-05-04T10:00:00Z', 'tester', 'x', ?, '', 'change', x'')
            """, arguments: [place + 1, summary])
      }
      try Migration.run(db)
    }
    #expect(
      try queue.read(lines) == [
        "1 timesheet may.csv -", "2 timesheet a: b, 2 created.rejects.csv -",
      ])
  }

  @Test func `keep their records where rows were rejected, and go with their step`() throws {
    let store = try Store.blues()
    let list = "partner,category,amount\nNP,B,5\nAV,B,6\n"
    try store.importList(.budget(store.costCategories()), list, .test())
    try store.importList(
      .budget(store.costCategories()), list + "AV,D.1,x\nNP,D.1,7\n", .test())
    try store.importList(.effort(store.plannedEffort.plan()), "participant,WP1\nNP,3\n", .test())
    let steps = try store.read { try lines($0) }.map { $0.split(separator: " ").dropFirst() }
    #expect(
      steps.map { $0.joined(separator: " ") } == [
        "budget_line list.csv -", "budget_line list.csv B1,B2,B3", "planned_effort list.csv -",
      ])
    #expect(try store.read { try ListImport.standing("budget_line", $0).count } == 2)
    _ = try store.history.undo()
    _ = try store.history.undo()
    #expect(try store.read { try ListImport.standing("budget_line", $0).count } == 1)
    #expect(try store.read { try lines($0).count } == 3)
  }
}
