import Foundation
import Testing

@testable import BluesCore

/// What commands leave that are killed, and the next one that writes clears.
@Suite final class `What a killed command left` {
  let home: URL
  let project: String
  /// The number of a process that is no more.
  let dead: Int32

  init() throws {
    home = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "blues-left-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    project = home.appending(path: "blues.db").path
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/true")
    try process.run()
    process.waitUntilExit()
    dead = process.processIdentifier
    _ = try Store.create(
      at: project, invocation: .test("init", on: "2020-02-01"), from: .named("blues"), .init())
  }

  deinit { try? FileManager.default.removeItem(at: home) }

  private func write(_ name: String, mode: Int = 0o600) throws {
    let path = home.appending(path: name).path
    #expect(FileManager.default.createFile(atPath: path, contents: Data("x".utf8)))
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
  }

  private func open(isRehearsal: Bool = false) throws -> Store {
    try Store.openToWrite(
      at: project, invocation: .test(on: "2020-12-31", isRehearsal: isRehearsal))
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: home.path).sorted()
      .filter { !$0.hasPrefix("blues.db-") }
  }

  @Test func `is cleared and told by the next command that writes`() throws {
    for name in [
      "blues.db.new-\(dead)", "blues.db.new-\(dead)-wal", "report.csv", "report.csv.part-\(dead)",
    ] { try write(name) }
    #expect(
      try open().cleared == [
        "blues.db.new-\(dead)", "blues.db.new-\(dead)-wal", "report.csv.part-\(dead)",
      ])
    #expect(try names() == ["blues.db", "report.csv"])
    #expect(try open().cleared == [])
  }

  @Test func `of a backup or a folder that has no name yet is cleared wherever it is, and checked`()
    throws
  {
    for name in ["before.db.blues.part-\(dead)", "before.db.blues.part-\(dead)-wal"] {
      try write(name)
    }
    for (folder, mode) in [("all.blues.part-\(dead)", 0o700), ("photos.blues.part-\(dead)", 0o755)]
    {
      try FileManager.default.createDirectory(
        at: home.appending(path: folder), withIntermediateDirectories: false,
        attributes: [.posixPermissions: mode])
      try write("\(folder)/status.json")
    }
    let left = [
      "all.blues.part-\(dead)", "before.db.blues.part-\(dead)", "before.db.blues.part-\(dead)-wal",
    ]
    let reading = try Store.openToRead(at: project, invocation: .test(on: "2020-12-31"))
    #expect(reading.integrity.leftovers().sorted() == left)
    #expect(try open().cleared.sorted() == left)
    #expect(try names() == ["blues.db", "photos.blues.part-\(dead)"])
    #expect(reading.integrity.leftovers() == [])
  }

  @Test func `of another file in the folder of a backup or a report is cleared with it`() throws {
    try write("other.db.blues.part-\(dead)")
    try write("x.db.blues.part-\(getpid())")
    let made = try Store.openToRead(at: project, invocation: .test(on: "2020-12-31"))
      .backup.make(to: home.appending(path: "new.db").path)
    #expect(made.cleared == ["other.db.blues.part-\(dead)"])
    #expect(try names() == ["blues.db", "new.db", "x.db.blues.part-\(getpid())"])
    try write("list.pdf.blues.part-\(dead)")
    #expect(
      Leftovers.clear(besides: home.appending(path: "a.csv").path) == [
        "list.pdf.blues.part-\(dead)"
      ])
  }

  @Test func `stays in a rehearsal`() throws {
    try write("blues.db.new-\(dead)")
    #expect(try open(isRehearsal: true).cleared == [])
    #expect(try names() == ["blues.db", "blues.db.new-\(dead)"])
  }

  @Test func `is told from files of living commands and of people`() throws {
    let mine = [
      "blues.db.new-\(getpid())", "blues.db.new-", "blues.db.new-0\(dead)", "blues.db.new-x\(dead)",
      "other.db.new-\(dead)", "archive.zip.part-\(dead)", "list.csv", "list.csv.part-\(getpid())",
    ]
    for name in mine { try write(name) }
    try write("list.csv.part-\(dead)", mode: 0o644)
    let before = try names()
    #expect(try open().cleared == [])
    #expect(try names() == before)
  }

  @Test func `beside a file that is written anew is cleared with it`() throws {
    for name in ["a.csv.part-\(dead)", "a.csv.part-\(getpid())", "b.csv.part-\(dead)"] {
      try write(name)
    }
    #expect(
      Leftovers.clear(besides: home.appending(path: "a.csv").path) == ["a.csv.part-\(dead)"])
    #expect(try names() == ["a.csv.part-\(getpid())", "b.csv.part-\(dead)", "blues.db"])
  }

  @Test func `of papers goes unless the paper is in the register`() throws {
    let store = try open()
    for (name, country, partner) in [("Plasma", "DE", "BNPT"), ("Aqua", "ES", "ZINNAE")] {
      _ = try store.organisations.add(name, .init(country: .init(country), cluster: partner))
    }
    _ = try store.profiles.add("Plasma", .init(role: .host, category: "cluster"))
    _ = try store.profiles.add("Aqua", .init(role: .visitor, category: "sme"))
    let code = try ExchangeCode("EX-001")
    _ = try store.exchanges.propose(
      host: "Plasma", visitor: "Aqua", from: .of("2020-11-09"), to: .of("2020-11-13"),
      on: .of("2020-09-01"))
    try write("form.pdf")
    var draft = Papers.Draft(kind: try .named("application-visitor"))
    draft.file = home.appending(path: "form.pdf").path
    draft.isCopied = true
    _ = try store.papers.add(code, draft)
    let papers = home.appending(path: "blues.papers")
    func copies() throws -> [String] {
      try FileManager.default.subpathsOfDirectory(atPath: papers.path).sorted()
    }
    let kept = ["EX-001", "EX-001/application-visitor-1.pdf"]
    #expect(try copies() == kept)
    // A command that was killed after its paper was in the register, one before, and a file that
    // somebody put there.
    let path = papers.path
    for (name, other) in [
      ("EX-001/application-visitor-1.pdf", ".EX-001.application-visitor.part-\(dead)"),
      ("EX-001/travel-proof-1.pdf", ".EX-001.travel-proof.part-\(dead)"),
    ] {
      if name != kept[1] { try write("blues.papers/\(name)") }
      #expect(link("\(path)/\(name)", "\(path)/\(other)") == 0)
    }
    try write("blues.papers/EX-001/travel-proof-2.pdf")
    #expect(
      try open().cleared == [
        "blues.papers/.EX-001.application-visitor.part-\(dead)",
        "blues.papers/EX-001/travel-proof-1.pdf",
        "blues.papers/.EX-001.travel-proof.part-\(dead)",
      ])
    #expect(try copies() == kept + ["EX-001/travel-proof-2.pdf"])
  }
}
