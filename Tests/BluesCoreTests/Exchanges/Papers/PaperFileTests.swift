import Basics
import Foundation
import Testing

@testable import BluesCore

@Suite final class `Files of papers` {
  let home: URL
  let store: Store
  let code: ExchangeCode

  init() throws {
    let temporary = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
    home = temporary.appending(path: "blues-papers-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: home.appending(path: "project/letters"), withIntermediateDirectories: true)
    let blues = try Store.blues(on: "2020-12-31")
    store = Store(
      queue: blues.queue, path: home.appending(path: "project/blues.db").path,
      invocation: blues.invocation, hooks: .rooms)
    for (name, country, partner) in [("Plasma", "DE", "BNPT"), ("Aqua", "ES", "ZINNAE")] {
      _ = try store.organisations.add(name, .init(country: .init(country), cluster: partner))
    }
    _ = try store.profiles.add("Plasma", .init(role: .host, category: "cluster"))
    _ = try store.profiles.add("Aqua", .init(role: .visitor, category: "sme"))
    code = try ExchangeCode("EX-001")
    _ = try store.exchanges.propose(
      host: "Plasma", visitor: "Aqua", from: .of("2020-11-09"), to: .of("2020-11-13"),
      on: .of("2020-09-01"))
  }

  deinit { try? FileManager.default.removeItem(at: home) }

  func path(_ name: String) -> String { home.appending(path: name).path }

  func write(_ text: String, to name: String) throws -> String {
    try Data(text.utf8).write(to: home.appending(path: name))
    return path(name)
  }

  func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: home.appending(path: name)), as: UTF8.self)
  }

  func files() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: home.path).sorted()
  }

  func draft(_ kind: String, _ file: String, copied: Bool = false) throws -> Papers.Draft {
    var draft = Papers.Draft(kind: try .named(kind))
    draft.file = file
    draft.isCopied = copied
    return draft
  }

  @Test func `a file in the project's folder is known from there, another one from the root`()
    throws
  {
    let inside = try write("abc", to: "project/letters/a.pdf")
    let paper = try store.papers.add(code, draft("application-visitor", inside))
    #expect(paper.file == "letters/a.pdf")
    #expect(!paper.isCopy)
    #expect(paper.digest == FileDigest(of: Array("abc".utf8)))
    let round = path("project/letters/../letters/a.pdf")
    #expect(try store.papers.add(code, draft("other", round)).file == "letters/a.pdf")
    let outside = try write("abc", to: "b.pdf")
    #expect(try store.papers.add(code, draft("application-host", outside)).file == outside)
    #expect(throws: FileProblem.missing(path: path("c.pdf"))) {
      try store.papers.add(code, draft("other", path("c.pdf")))
    }
    #expect(throws: FileProblem.noFile(path: path("project"))) {
      try store.papers.add(code, draft("other", path("project")))
    }
  }

  @Test func `where the registered files lie is known from the root`() throws {
    let inside = try write("abc", to: "project/letters/a.pdf")
    let outside = try write("def", to: "b.pdf")
    _ = try store.papers.add(code, draft("application-visitor", inside))
    _ = try store.papers.add(code, draft("application-host", outside))
    #expect(try store.papers.paths() == [inside, outside])
  }

  @Test func `the same file is registered once as one kind`() throws {
    let file = try write("abc", to: "a.pdf")
    _ = try store.papers.add(code, draft("travel-proof", file))
    let again = PaperProblem.thereAlready(code, kind: "travel-proof", number: 1)
    #expect(throws: again) { try store.papers.add(code, draft("travel-proof", file, copied: true)) }
    #expect(again.message == "The file is already paper 1 of EX-001, as travel-proof.")
    #expect(try files() == ["a.pdf", "project", "project/letters"])
    #expect(try store.papers.add(code, draft("stay-proof", file)).number == 2)
  }

  @Test func `copies lie beside the project, and none is written over`() throws {
    let first = try store.papers.add(
      code, draft("travel-proof", write("one", to: "Boarding.PDF"), copied: true))
    #expect(first.file == "blues.papers/EX-001/travel-proof-1.pdf")
    #expect(first.isCopy)
    _ = try write("mine", to: "project/blues.papers/EX-001/travel-proof-2.pdf")
    let second = try store.papers.add(
      code, draft("travel-proof", write("two", to: "b.pdf"), copied: true))
    #expect(second.file == "blues.papers/EX-001/travel-proof-3.pdf")
    let odd = try store.papers.add(
      code, draft("travel-proof", write("three", to: "no.ending at all"), copied: true))
    #expect(odd.file == "blues.papers/EX-001/travel-proof-1")
    #expect(try read("project/blues.papers/EX-001/travel-proof-1.pdf") == "one")
    #expect(try read("project/blues.papers/EX-001/travel-proof-2.pdf") == "mine")
    #expect(try read("project/blues.papers/EX-001/travel-proof-3.pdf") == "two")
    #expect(
      try files().filter { $0.contains("EX-001/") }.count == 4, "no unfinished copy is left")
    let mode = try FileManager.default.attributesOfItem(
      atPath: path("project/blues.papers/EX-001/travel-proof-1.pdf"))[.posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  @Test func `a rehearsal copies nothing, and neither does what is refused`() throws {
    let file = try write("one", to: "a.pdf")
    let rehearsed = try store.rehearsing().papers.add(
      code, draft("travel-proof", file, copied: true))
    #expect(rehearsed.file == "blues.papers/EX-001/travel-proof-1.pdf")
    #expect(try files() == ["a.pdf", "project", "project/letters"])
    var twice = try draft("travel-proof", file, copied: true)
    let day = try Day.of("2020-10-01")
    twice.signatures = [(.host, day), (.host, day)]
    #expect(throws: PaperProblem.signedAlready(.host, on: day, kind: "travel-proof")) {
      try store.papers.add(code, twice)
    }
    #expect(try files().filter { $0.hasSuffix(".pdf") } == ["a.pdf"])
    #expect(try store.papers.all() == [])
  }

  @Test func `files that changed or went are told`() throws {
    for (number, kind) in ["travel-proof", "stay-proof", "other"].enumerated() {
      _ = try store.papers.add(code, draft(kind, write(kind, to: "project/\(number).pdf")))
    }
    _ = try store.papers.add(code, .kept("host-feedback", on: .of("2020-10-01")))
    func standings() throws -> [FileStanding] { try store.papers.check(code).map(\.standing) }
    #expect(try standings() == [.unchanged, .unchanged, .unchanged, .elsewhere])
    _ = try write("Travel-proof", to: "project/0.pdf")
    try FileManager.default.removeItem(atPath: path("project/1.pdf"))
    try FileManager.default.removeItem(atPath: path("project/2.pdf"))
    try FileManager.default.createDirectory(
      atPath: path("project/2.pdf"), withIntermediateDirectories: false)
    #expect(try standings() == [.changed, .missing, .unreadable, .elsewhere])
    #expect(try standings().map(\.isSound) == [false, false, false, true])
  }

  @Test func `what is taken out of the register stays on the disk, for undo`() throws {
    let paper = try store.papers.add(
      code, draft("travel-proof", write("one", to: "a.pdf"), copied: true))
    _ = try store.papers.remove(code, paper.number)
    #expect(try read("project/blues.papers/EX-001/travel-proof-1.pdf") == "one")
    _ = try store.history.undo()
    #expect(try store.papers.check().map(\.standing) == [.unchanged])
  }
}
