import Basics
import GRDB

@testable import BluesCore

/// What a project file holds, found by opening it as the next command would.
struct Inspection: Equatable {
  var integrity = "ok"
  var dangling = 0
  var contacts = 0
  /// Contacts that the search index leads to.
  var searched = 0
  /// Different words that a search finds, where they are counted.
  var words: Int?
  var steps = 0
  var submitted = 0

  static let invocation = Invocation(
    command: "inspect", who: "tester", at: "2020-06-01T12:00:00Z",
    today: Day(iso: "2020-06-01") ?? Day(number: 0))

  static func of(_ path: String, countingWords: Bool = false) throws -> Inspection {
    let store = try Store.openToWrite(at: path, invocation: invocation)
    defer { try? store.queue.close() }
    return try store.queue.writeWithoutTransaction { db in
      func count(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: sql) ?? -1 }
      try db.execute(
        sql: "INSERT INTO contact_search (contact_search) VALUES ('integrity-check')")
      try db.execute(
        sql: """
          CREATE VIRTUAL TABLE temp.indexed USING fts5vocab('main', 'contact_search', 'instance')
          """)
      return Inspection(
        integrity: try String.fetchOne(db, sql: "PRAGMA integrity_check") ?? "",
        dangling: try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").count,
        contacts: try count("SELECT count(*) FROM contact"),
        searched: try count("SELECT count(DISTINCT doc) FROM temp.indexed"),
        words: countingWords
          ? try count("SELECT count(DISTINCT term) FROM temp.indexed") : nil,
        steps: try count("SELECT count(*) FROM operation"),
        submitted: try count("SELECT count(*) FROM deliverable WHERE state = 'submitted'"))
    }
  }
}
