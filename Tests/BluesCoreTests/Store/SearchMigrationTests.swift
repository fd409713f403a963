import Basics
import GRDB
import Testing

@testable import BluesCore

@Suite struct `Bringing the search index to its new layout` {
  @Test func `what was found is found`() throws {
    let today = try #require(Day(iso: "2020-06-01"))
    let invocation = Invocation(
      command: "test", who: "tester", at: "2020-06-01T12:00:00Z", today: today)
    let store = try Store.inMemory(invocation: invocation)
    try store.queue.write { db in
      try db.execute(
        sql: """
          DROP TABLE contact_search;
          CREATE VIRTUAL TABLE contact_search USING fts5 (
            words, detail = none, tokenize = 'ascii'
          );
          INSERT INTO contact (id, name, source, match_key, fingerprint)
          VALUES (17, 'Paweł Żółć', 'by hand', 1, 1);
          INSERT INTO contact_search (rowid, words) VALUES (17, 'pawel zolc');
          """)
      try db.execute(sql: Migration.search.sql)
    }
    #expect(try store.contacts.search("zolc").map(\.title) == ["Paweł Żółć"])
    let tables = "SELECT name FROM sqlite_schema WHERE name LIKE 'contact_search%' ORDER BY name"
    #expect(
      try store.queue.read { try String.fetchAll($0, sql: tables) } == [
        "contact_search", "contact_search_config", "contact_search_data", "contact_search_idx",
      ])
  }
}
