import Basics
import Foundation
import GRDB
import Testing

@testable import BluesCore

/// A folder of one test with project files in it, which goes with the test.
final class ProjectFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "blues-folder-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appending(path: name).path }

  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: url.path).sorted()
  }

  func bytes(_ name: String) throws -> Data { try Data(contentsOf: url.appending(path: name)) }

  func write(_ bytes: Data, to name: String) throws {
    try bytes.write(to: url.appending(path: name))
  }

  /// Lays out a project file with the content of a store.
  func project(_ name: String = "blues.db", of store: Store) throws {
    let queue = try DatabaseQueue(path: path(name))
    try store.queue.backup(to: queue)
    try queue.writeWithoutTransaction { db in
      try db.execute(
        sql: "PRAGMA application_id = \(Store.applicationID); PRAGMA journal_mode = WAL")
    }
    try queue.close()
  }

  /// Changes a project file as another program would.
  func change(_ sql: String, in name: String = "blues.db") throws {
    let queue = try DatabaseQueue(path: path(name))
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
  }

  func reading(_ name: String = "blues.db", on day: String = "2020-09-01") throws -> Store {
    try Store.openToRead(at: path(name), invocation: .test(on: day))
  }

  func writing(_ name: String = "blues.db", on day: String = "2020-09-01") throws -> Store {
    try Store.openToWrite(at: path(name), invocation: .test(on: day))
  }
}
