import Basics
import Foundation
import GRDB
import Testing

@testable import BluesCore

/// The layout of a new project file, so that a review sees every change of it.
@Suite struct `The layout of a project file` {
  @Test func `it is the one in Goldens/schema.sql`() throws {
    let golden = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().appending(path: "Goldens/schema.sql")
    let today = try #require(Day(iso: "2020-06-01"))
    let store = try Store.inMemory(
      invocation: Invocation(
        command: "test", who: "tester", at: "2020-06-01T12:00:00Z", today: today))
    let schema = try store.queue.read { db in
      try String.fetchAll(
        db, sql: "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid")
    }
    let text = schema.map { "\($0);\n" }.joined(separator: "\n")
    if ProcessInfo.processInfo.environment["BLUES_UPDATE_GOLDENS"] == "1" {
      try Data(text.utf8).write(to: golden)
    }
    #expect(try String(decoding: Data(contentsOf: golden), as: UTF8.self) == text)
  }
}
