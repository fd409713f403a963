import Basics
import Foundation
import Testing

@testable import BluesCore

@Suite final class `Folders of papers` {
  let home: URL
  let store: Store
  let code: ExchangeCode
  let day: Day

  init() throws {
    let temporary = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
    home = temporary.appending(path: "blues-folder-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    let blues = try Store.blues(on: "2020-12-31")
    store = Store(
      queue: blues.queue, path: home.appending(path: "blues.db").path,
      invocation: blues.invocation, hooks: .rooms)
    for (name, country, partner) in [
      ("Plasma", "DE", "BNPT"), ("Aqua", "ES", "ZINNAE"), ("Rio", "ES", "ZINNAE"),
    ] {
      _ = try store.organisations.add(name, .init(country: .init(country), cluster: partner))
    }
    _ = try store.profiles.add("Plasma", .init(role: .host, category: "cluster"))
    _ = try store.profiles.add("Aqua", .init(role: .visitor, category: "sme"))
    _ = try store.profiles.add("Rio", .init(role: .visitor, category: "sme"))
    code = try ExchangeCode("EX-001")
    day = try .of("2020-10-01")
    _ = try store.exchanges.propose(
      host: "Plasma", visitors: ["Aqua", "Rio"], from: .of("2020-11-09"), to: .of("2020-11-13"),
      on: .of("2020-09-01"))
  }

  deinit { try? FileManager.default.removeItem(at: home) }

  func put(_ names: String...) throws {
    for name in names {
      let file = home.appending(path: "in/\(name)")
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(name.utf8).write(to: file)
    }
  }

  var folder: String { home.appending(path: "in").path }

  func take(
    _ folder: String? = nil, signed: PaperSignatures = .init(), copied: Bool = false
  ) throws -> Papers.FolderResult {
    var request = Papers.FolderRequest(folder: folder ?? self.folder)
    request.signatures = signed
    request.isCopied = copied
    return try store.papers.importFolder(request)
  }

  @Test func `a folder for each exchange, a file for each kind`() throws {
    try put(
      "EX-002/closing-report.pdf", "EX-001/travel-proof-2.pdf", "EX-001/travel-proof.pdf",
      "ex1/Application-Visitor.PDF", "EX-001/stay-proof/hotel.jpg", "EX-001/privacy.txt",
      "EX-001/.DS_Store", "EX-001/Thumbs.db")
    let result = try take()
    #expect(
      result.registered.map { "\($0.exchange) \($0.kind) \($0.file ?? "")" } == [
        "EX-001 application-visitor in/ex1/Application-Visitor.PDF",
        "EX-001 privacy-notice in/EX-001/privacy.txt",
        "EX-001 travel-proof in/EX-001/travel-proof-2.pdf",
        "EX-001 travel-proof in/EX-001/travel-proof.pdf",
        "EX-001 stay-proof in/EX-001/stay-proof/hotel.jpg",
        "EX-002 closing-report in/EX-002/closing-report.pdf",
      ])
    #expect(result.refused.isEmpty)
    #expect(
      try store.history.steps(limit: 1).first?.summary == "registered 6 papers of EX-001, EX-002")
  }

  @Test func `what is registered already stays, and a folder that grows comes in again`() throws {
    try put("EX-001/closing-report.pdf")
    #expect(try take().registered.count == 1)
    let before = try store.dump()
    let again = try take()
    #expect((again.registered.count, again.unchanged) == (0, 1))
    #expect(try store.dump() == before)
    try put("EX-001/travel-proof.pdf")
    let more = try take(folder + "/EX-001")
    #expect(more.registered.map(\.kind) == ["travel-proof"])
    #expect((more.unchanged, more.read) == (1, 2))
  }

  @Test func `what no exchange or no kind is known of is refused, and the rest comes in`() throws {
    try put(
      "loose.pdf", "Aqua/closing-report.pdf", "EX-099/closing-report.pdf", "EX-001/holiday.jpg",
      "EX-001/application.pdf", "EX-001/stay-proof/more/a.jpg", "EX-001/other.txt")
    let result = try take()
    #expect(result.registered.map(\.kind) == ["other"])
    #expect(
      result.refused.map { "\($0.path.dropFirst(folder.count + 1)): \($0.reason)" } == [
        "Aqua: Not an exchange: Aqua. Name the folder as EX-001.",
        "EX-001/application.pdf: application is the beginning of 2 kinds of paper. "
          + "Write one of application-visitor, application-host",
        "EX-001/holiday.jpg: Unknown kind of paper: holiday.",
        "EX-001/stay-proof/more: It is a folder; put its files one level higher.",
        "EX-099/closing-report.pdf: Unknown exchange: EX-099.",
        "loose.pdf: It is in no folder of an exchange, such as EX-001.",
      ])
  }

  @Test func `all who must sign, and a party where it must`() throws {
    try put("EX-001/quality-commitment.pdf", "EX-001/financial-agreement.pdf", "EX-001/other.txt")
    let late = try Day.of("2020-10-05")
    let result = try take(signed: PaperSignatures(all: day, named: [(.host, late)]))
    #expect(
      result.registered.map { $0.signatures.map { "\($0.party.rawValue) \($0.on)" } } == [
        [
          "host 2020-10-05", "host-partner 2020-10-01", "visitor 2020-10-01",
          "visitor-partner 2020-10-01",
        ],
        ["visitor 2020-10-01", "visitor-partner 2020-10-01"], [],
      ])
    #expect(result.registered.map(\.dated) == [late, day, store.invocation.today])
  }

  @Test func `a party that signs none of the papers is refused`() throws {
    try put("EX-001/travel-proof.pdf", "EX-001/other.txt")
    let problem = PaperProblem.signsNone(.hostPartner)
    #expect(throws: problem) {
      try take(signed: PaperSignatures(named: [(.hostPartner, day)]))
    }
    #expect(problem.message == "None of these papers is signed by the host-partner.")
  }

  @Test func `two copies of one kind have two names, in a dry run as well`() throws {
    try put("EX-001/travel-proof.pdf", "EX-001/travel-proof-2.pdf")
    var request = Papers.FolderRequest(folder: folder)
    request.isCopied = true
    let names = [
      "blues.papers/EX-001/travel-proof-1.pdf", "blues.papers/EX-001/travel-proof-2.pdf",
    ]
    #expect(try store.rehearsing().papers.importFolder(request).registered.map(\.file) == names)
    #expect(!FileManager.default.fileExists(atPath: home.appending(path: "blues.papers").path))
    #expect(try take(copied: true).registered.map(\.file) == names)
    let kept = try FileManager.default.subpathsOfDirectory(
      atPath: home.appending(path: "blues.papers").path)
    #expect(kept.filter { $0.contains("part-") } == [])
  }

  @Test func `copies of a change that fails are removed`() throws {
    try put("EX-001/travel-proof.pdf")
    var draft = Papers.Draft(kind: try .named("travel-proof"))
    draft.file = folder + "/EX-001/travel-proof.pdf"
    draft.isCopied = true
    #expect(throws: PaperProblem.thereAlready(code, kind: "travel-proof", number: 1)) {
      try store.papers.add([(code, draft), (code, draft)])
    }
    let kept = try FileManager.default.subpathsOfDirectory(
      atPath: home.appending(path: "blues.papers").path)
    #expect(kept == ["EX-001"])
    #expect(try store.papers.all() == [])
  }

  @Test func `a folder that is missing or empty is told`() throws {
    #expect(throws: FileProblem.missing(path: folder)) { try take() }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    let empty = PaperProblem.emptyFolder(folder)
    #expect(throws: empty) { try take() }
    #expect(empty.message == "\(folder) contains no papers.")
    #expect(empty.kind == .badData)
  }

  @Test func `the beginning of a kind is enough where it is of one alone`() throws {
    #expect(try PaperKind.named("Closing").kind == "closing-report")
    #expect(throws: PaperProblem.unknownKind("", known: PaperKind.all.map(\.kind))) {
      try PaperKind.named("")
    }
    let two = PaperProblem.ambiguousKind(
      "p", candidates: ["privacy-notice", "payment-proof", "publicity-permission"])
    #expect(throws: two) { try PaperKind.named("p") }
    #expect(two.message == "p is the beginning of 3 kinds of paper.")
    #expect(two.hint == "write one of privacy-notice, payment-proof, publicity-permission")
  }
}
