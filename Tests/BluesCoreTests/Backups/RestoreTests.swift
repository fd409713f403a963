import Basics
import Foundation
import GRDB
import Testing

@testable import BluesCore

@Suite struct `Restoring a backup` {
  private let folder: ProjectFolder

  init() throws {
    folder = try ProjectFolder()
    try folder.project(of: .blues())
    _ = try folder.reading().backup.make(to: folder.path("backup.db"))
  }

  private func restore(_ backup: String = "backup.db", to project: String = "blues.db") throws
    -> Restore
  {
    try Restore(
      of: folder.path(backup), to: folder.path(project), invocation: .test(on: "2020-09-02"))
  }

  private func later() throws {
    _ = try folder.writing().partners.set(.init("AV"), ["city": "Nîmes"])
  }

  @Test func `gives the state of the backup, and keeps the project that was there`() throws {
    let then = try folder.reading().dump()
    try later()
    let now = try folder.reading().dump()
    let restore = try restore()
    #expect(restore.isOlder)
    #expect(restore.standing == Restore.Standing(steps: 1, last: "2020-02-01T12:00:00Z"))
    let kept = try #require(try restore.run())
    #expect(kept == folder.path("blues.db.before-restore-2020-09-02T120000Z"))
    #expect(try folder.reading().dump() == then)
    #expect(try folder.reading("blues.db.before-restore-2020-09-02T120000Z").dump() == now)
    try later()
    #expect(try folder.reading().history.steps().count == 2)
  }

  @Test func `is seen whole by a command that has the project open`() throws {
    let then = try folder.reading().dump()
    let other = try folder.reading()
    _ = try other.dump()
    try later()
    _ = try restore().run()
    #expect(try other.dump() == then)
  }

  @Test func `into no project makes one`() throws {
    let restore = try restore(to: "other.db")
    #expect(restore.present == .nothing && !restore.isOlder)
    #expect(try restore.run() == nil)
    #expect(try folder.reading("other.db").dump() == folder.reading().dump())
    let mode = try FileManager.default.attributesOfItem(atPath: folder.path("other.db"))
    #expect(mode[.posixPermissions] as? Int == 0o600)
    #expect(
      try folder.reading("other.db").queue.read {
        try String.fetchOne($0, sql: "PRAGMA journal_mode")
      }
        == "wal")
  }

  @Test func `in place of a broken project moves it away`() throws {
    var bytes = try folder.bytes("blues.db")
    for place in 100..<4096 { bytes[place] = 0xFF }
    try folder.write(bytes, to: "blues.db")
    let restore = try restore()
    guard case .broken = restore.present else {
      Issue.record("\(restore.present)")
      return
    }
    let kept = try #require(try restore.run())
    #expect(try Data(contentsOf: URL(fileURLWithPath: kept)) == bytes)
    #expect(try folder.reading().dump() == folder.reading("backup.db").dump())
  }

  @Test func `with a journal that another file left is refused`() throws {
    try folder.write(Data("stale".utf8), to: "other.db-wal")
    #expect(throws: BackupProblem.thereAlready(folder.path("other.db-wal"))) {
      try restore(to: "other.db").run()
    }
    #expect(try !folder.names().contains("other.db"))
  }

  @Test func `over a file that is not a project is refused`() throws {
    try folder.write(Data("A letter.\n".utf8), to: "letter.txt")
    #expect(throws: StoreProblem.notAProject(path: folder.path("letter.txt"))) {
      try restore(to: "letter.txt")
    }
    #expect(throws: BackupProblem.same(folder.path("backup.db"))) {
      try restore(to: "backup.db")
    }
  }

  @Test func `reads the backup as a file of somebody else`() throws {
    try folder.change(
      "CREATE TRIGGER evil AFTER UPDATE ON partner BEGIN DELETE FROM operation; END",
      in: "backup.db")
    #expect(
      throws: StoreProblem.foreign(
        path: folder.path("backup.db"), object: "the trigger evil", fault: "is not of blues")
    ) { try restore() }
    try folder.change(
      """
      DROP TRIGGER evil; PRAGMA foreign_keys = OFF;
      INSERT INTO milestone_lead (id, milestone_id, partner_id) VALUES (1, 77, 88);
      """, in: "backup.db")
    #expect(throws: BackupProblem.self) { try restore() }
  }

  @Test func `of a dry run changes nothing`() throws {
    try later()
    let before = try folder.reading().dump()
    let restore = try Restore(
      of: folder.path("backup.db"), to: folder.path("blues.db"),
      invocation: .test(on: "2020-09-02", isRehearsal: true))
    #expect(try restore.run() == nil)
    #expect(try folder.reading().dump() == before)
  }
}
