import Basics
import Foundation
import GRDB
import Testing

@testable import BluesCore

/// The layout of a new project file, so that a review sees every change of it.
@Suite struct `The layout of a project file` {
  private let store: Store

  init() throws {
    let today = try #require(Day(iso: "2020-06-01"))
    store = try Store.inMemory(
      invocation: Invocation(
        command: "test", who: "tester", at: "2020-06-01T12:00:00Z", today: today))
  }

  @Test func `it is the one in Goldens/schema.sql`() throws {
    let schema = try store.queue.read { db in
      try String.fetchAll(
        db, sql: "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid")
    }
    try expect(schema.map { "\($0);\n" }.joined(separator: "\n"), in: "Goldens/schema.sql")
  }

  @Test func `the page of the data model: it says what the program says`() throws {
    let page = try store.queue.read { try DataModelPage.text($0) }
    try expect(page, in: "../../docs/reference/data-model.md")
  }

  @Test func `every table has its room and its sentence on the page`() throws {
    let tables = try store.queue.read { try DataModelPage.tables($0) }
    #expect(tables.sorted() == DataModelPage.rooms.flatMap { $0.tables.map(\.table) }.sorted())
  }

  /// Compares with a file by its path from here, or writes it.
  private func expect(_ text: String, in path: String) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: path)
    if ProcessInfo.processInfo.environment["BLUES_UPDATE_GOLDENS"] == "1" {
      try Data(text.utf8).write(to: file)
    }
    let stored = (try? Data(contentsOf: file)) ?? Data()
    #expect(String(decoding: stored, as: UTF8.self) == text, "`make docs` writes \(path)")
  }
}
