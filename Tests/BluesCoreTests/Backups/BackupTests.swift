import Basics
import Foundation
import GRDB
import Testing

@testable import BluesCore

@Suite struct `A backup` {
  private let folder: ProjectFolder

  init() throws {
    folder = try ProjectFolder()
    try folder.project(of: .rich())
    try FileManager.default.createDirectory(
      atPath: folder.path("backups"), withIntermediateDirectories: true)
  }

  private func backups() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path("backups")).sorted()
  }

  @Test func `has all that the project has, under its name alone and for its owner alone`() throws {
    let store = try folder.reading()
    let made = try store.backup.make(to: folder.path("copy.db"))
    #expect(made.path == folder.path("copy.db"))
    #expect(try made.steps == store.history.steps().count)
    #expect(made.bytes > 0 && made.removed == [])
    #expect(try folder.reading("copy.db").dump() == store.dump())
    #expect(try folder.names().filter { $0.contains("copy") } == ["copy.db"])
    let mode = try FileManager.default.attributesOfItem(atPath: made.path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  @Test func `is made while another command has written and not finished`() throws {
    let before = try folder.reading().dump()
    let other = try folder.writing()
    try other.queue.inTransaction(.immediate) { db in
      try db.execute(sql: "UPDATE partner SET city = 'Elsewhere'")
      _ = try folder.reading().backup.make(to: folder.path("copy.db"))
      return .commit
    }
    #expect(try folder.reading("copy.db").dump() == before)
    #expect(try folder.reading().dump() != before)
  }

  @Test func `of a folder is called by its instant, and the last ones are kept`() throws {
    for day in 1...5 {
      let made = try folder.reading(on: "2020-09-0\(day)").backup.make(
        to: folder.path("backups"), keep: 2)
      #expect(made.removed.count == (day > 2 ? 1 : 0))
    }
    #expect(
      try backups() == ["blues-2020-09-04T120000Z.db", "blues-2020-09-05T120000Z.db"])
    let again = try folder.reading(on: "2020-09-05").backup.make(
      to: folder.path("backups/"), keep: 2)
    #expect(again.path == folder.path("backups/blues-2020-09-05T120000Z-2.db"))
    #expect(
      try backups() == ["blues-2020-09-05T120000Z-2.db", "blues-2020-09-05T120000Z.db"])
  }

  @Test func `never removes what it did not make`() throws {
    let names = [
      "blues-2019-01-01T120000Z.db", "blues-2019-01-01T120000Z.txt", "other-2019-01-01T120000Z.db",
      "blues-2019.db", "blues-2019-01-01T120000Z-x.db",
    ]
    for name in names { try folder.write(Data("mine".utf8), to: "backups/\(name)") }
    symlink(folder.path("blues.db"), folder.path("backups/blues-2018-01-01T120000Z.db"))
    _ = try folder.reading().backup.make(to: folder.path("backups"), keep: 1)
    #expect(
      try backups()
        == (names + ["blues-2018-01-01T120000Z.db", "blues-2020-09-01T120000Z.db"]).sorted())
  }

  @Test func `is never written over anything`() throws {
    let store = try folder.reading()
    try folder.write(Data("mine".utf8), to: "mine.txt")
    for (goal, problem) in [
      (folder.path("mine.txt"), BackupProblem.thereAlready(folder.path("mine.txt"))),
      (folder.path("blues.db"), .thereAlready(folder.path("blues.db"))),
      ("\(folder.path("nowhere"))/", .noFolder("\(folder.path("nowhere"))/")),
    ] {
      #expect(throws: problem) { try store.backup.make(to: goal) }
    }
    #expect(throws: BackupProblem.keepOfFile("x.db")) { try store.backup.make(to: "x.db", keep: 7) }
    #expect(throws: BackupProblem.keep(0)) {
      try store.backup.make(to: folder.path("backups"), keep: 0)
    }
    #expect(try folder.bytes("mine.txt") == Data("mine".utf8))
    #expect(try backups() == [])
  }

  @Test(arguments: ["new/", "new"])
  func `of which several are kept has its folder made`(name: String) throws {
    let store = try folder.reading()
    let goal = folder.path(name)
    #expect(throws: BackupProblem.noFolder("\(goal)/x/")) {
      try store.backup.make(to: "\(goal)/x/", keep: 7)
    }
    var rehearsal = store
    rehearsal.invocation.isRehearsal = true
    _ = try rehearsal.backup.make(to: goal, keep: 7)
    #expect(try !folder.names().contains("new"))
    #expect(
      try store.backup.make(to: goal, keep: 7).path
        == folder.path("new/blues-2020-09-01T120000Z.db"))
  }

  @Test func `that is damaged in the making is told, and nothing is left`() throws {
    try folder.change("DROP INDEX contact_partner; CREATE INDEX contact_partner ON contact (name)")
    let queue = try DatabaseQueue(path: folder.path("blues.db"))
    try queue.writeWithoutTransaction { db in
      try db.execute(
        sql: """
          PRAGMA writable_schema = ON;
          UPDATE sqlite_schema SET sql = 'CREATE INDEX contact_partner ON contact (city)'
          WHERE name = 'contact_partner';
          """)
    }
    try queue.close()
    let before = try folder.names()
    let other = try DatabaseQueue(path: folder.path("blues.db"))
    #expect(throws: BackupProblem.self) {
      try ProjectCopy.make(of: other, at: folder.path("copy.db"))
    }
    try other.close()
    #expect(try folder.names() == before)
  }

  @Test func `that is encrypted never lies beside its goal in the clear`() throws {
    let store = try folder.reading()
    let made = try store.backup.make(
      to: folder.path("backups"),
      encrypting: { plain, encrypted in
        #expect(!plain.contains("/backups/"))
        #expect(try Data(contentsOf: URL(fileURLWithPath: plain)).starts(with: Data("SQLite".utf8)))
        try Data("age-encryption.org/v1".utf8).write(to: URL(fileURLWithPath: encrypted))
      })
    #expect(made.path == folder.path("backups/blues-2020-09-01T120000Z.db.age"))
    #expect(made.bytes == 21)
    #expect(try backups() == ["blues-2020-09-01T120000Z.db.age"])
    #expect(try folder.names().filter { $0.contains(".new-") } == [])
    #expect(throws: BackupProblem.encrypted(made.path)) {
      try Restore(
        of: made.path, to: folder.path("blues.db"), invocation: .test(on: "2020-09-01"))
    }
  }

  @Test func `of a dry run is not made, and nothing is removed`() throws {
    _ = try folder.reading().backup.make(to: folder.path("backups"))
    let store = try folder.reading(on: "2020-09-02").rehearsing()
    let made = try store.backup.make(to: folder.path("backups"), keep: 1)
    #expect(made.removed == [folder.path("backups/blues-2020-09-01T120000Z.db")])
    #expect(try backups() == ["blues-2020-09-01T120000Z.db"])
  }
}
