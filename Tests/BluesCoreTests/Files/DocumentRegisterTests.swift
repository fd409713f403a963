import Basics
import Documents
import Foundation
import Testing

@testable import BluesCore

@Suite final class `The register of documents` {
  let home: URL
  let store: Store

  init() throws {
    let temporary = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
    home = temporary.appending(path: "blues-documents-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    let blues = try Store.blues(on: "2020-12-31")
    store = Store(
      queue: blues.queue, path: home.appending(path: "blues.db").path,
      invocation: blues.invocation, hooks: .rooms)
    _ = try store.deliverables.add(.init("D1.7"), ["title": "Report", "due": "M6"])
  }

  deinit { try? FileManager.default.removeItem(at: home) }

  private func write(_ text: String, to name: String) throws -> String {
    let url = home.appending(path: name)
    try Data(text.utf8).write(to: url)
    return url.path
  }

  private func draft(
    _ kind: String? = nil, _ file: String? = nil, copied: Bool = false, note: String? = nil
  ) throws -> DocumentDraft {
    var draft = try DocumentDraft(kind: kind)
    draft.file = file
    draft.isCopied = copied
    draft.note = note
    return draft
  }

  @Test func `any record has documents, by the name of its code`() throws {
    let file = try write("abc", to: "report.pdf")
    let one = try store.documents.add(draft("Report", file), to: "d1.7")
    #expect(one.document.code == "DOC1")
    #expect(one.record == "D1.7" && one.noun == "deliverable")
    #expect(one.document.file == "report.pdf" && one.document.kind == "report")
    #expect(one.document.digest == FileDigest(of: Array("abc".utf8)))
    #expect(one.document.dated.iso == "2020-12-31")
    let two = try store.documents.add(draft(note: "Cabinet 2"), to: "ZINNAE")
    #expect(two.document.code == "DOC2" && two.document.kind == "document")
    #expect(try store.documents.all() == [one, two])
    #expect(try store.documents.all(of: "zinnae") == [two])
    #expect(try store.documents.one("doc2") == two)
    #expect(try store.documents.one("1") == one)
  }

  @Test func `a copy lies beside the project under the code of its record`() throws {
    let file = try write("abc", to: "report.PDF")
    let entry = try store.documents.add(draft("report", file, copied: true), to: "D1.7")
    #expect(entry.document.file == "blues.papers/D1.7/report-1.pdf")
    #expect(entry.document.isCopy)
    #expect(try store.documents.check().map(\.standing) == [.unchanged])
    _ = try write("abd", to: "blues.papers/D1.7/report-1.pdf")
    #expect(try store.documents.check().map(\.standing) == [.changed])
    try FileManager.default.removeItem(
      at: home.appending(path: "blues.papers/D1.7/report-1.pdf"))
    #expect(try store.documents.check(of: "D1.7").map(\.standing) == [.missing])
    #expect(
      try store.documents.paths() == [
        home.appending(path: "blues.papers/D1.7/report-1.pdf").path
      ])
  }

  @Test func `the page of a record names its documents, which it cannot go without`() throws {
    _ = try store.documents.add(draft("minutes", note: "Mail"), to: "D1.7")
    let deliverable = try store.deliverables.one(.init("D1.7"))
    let page = try Deliverable.register.page(deliverable, in: store)
    #expect(page.blocks.contains(.section("Documents")))
    #expect(
      throws: RecordProblem.inUse("D1.7", by: [.init(noun: "document", count: 1)])
    ) { try store.deliverables.remove(.init("D1.7")) }
    _ = try store.documents.remove("DOC1")
    #expect(
      try !Deliverable.register.page(deliverable, in: store).blocks.contains(
        .section("Documents")))
    try store.deliverables.remove(.init("D1.7"))
  }

  @Test func `what an undo takes away takes its documents along`() throws {
    _ = try store.risks.add(.init("R9"), ["title": "Floods"])
    let step = try #require(try store.history.steps(limit: 1).first?.id)
    _ = try store.documents.add(draft(note: "Mail"), to: "R9")
    _ = try store.history.undo(step)
    #expect(try store.documents.all() == [])
  }

  @Test func `what cannot be registered is refused`() throws {
    let file = try write("abc", to: "a.pdf")
    _ = try store.documents.add(draft("report", file), to: "D1.7")
    #expect(throws: DocumentProblem.thereAlready("D1.7", "DOC1")) {
      try store.documents.add(draft("report", file), to: "D1.7")
    }
    #expect(throws: DocumentProblem.kind("two words")) { try draft("two words") }
    #expect(throws: DocumentProblem.placeMissing) { try store.documents.add(draft(), to: "D1.7") }
    #expect(throws: DocumentProblem.nothingToCopy) {
      try store.documents.add(draft(copied: true, note: "x"), to: "D1.7")
    }
    #expect(throws: DocumentProblem.isExchange("EX-001")) {
      try store.documents.add(draft(note: "x"), to: "EX-001")
    }
    #expect(throws: DocumentProblem.noRecord("D1.8", near: [])) {
      try store.documents.add(draft(note: "x"), to: "D1.8")
    }
    #expect(throws: DocumentProblem.unknown("DOC9", known: ["DOC1"])) {
      try store.documents.one("DOC9")
    }
    var late = try draft(note: "x")
    late.dated = try .of("2021-01-01")
    #expect(
      throws: DocumentProblem.inTheFuture(try .of("2021-01-01"), today: try .of("2020-12-31"))
    ) { try store.documents.add(late, to: "D1.7") }
    #expect(
      DocumentProblem.isExchange("EX-001").hint == "blues exchange paper add EX-001 KIND FILE")
  }

  @Test func `the copy of a killed command is cleared, also where the code has a point`() throws {
    let file = try write("abc", to: "a.pdf")
    let folder = FileFolder(projectFile: store.path)
    let digest = try FileDigest(path: file)
    let copy = try folder.copy(file, digest, "D1.7", "report", number: 2)
    #expect(copy.name == "blues.papers/D1.7/report-1.pdf")
    #expect(copy.draft.hasPrefix("blues.papers/.D1.7.report.2.part-"))
    // The process of this test lives; one of that number does not.
    let dead = home.appending(path: "blues.papers/.D1.7.report.2.part-999999999")
    try FileManager.default.moveItem(at: home.appending(path: copy.draft), to: dead)
    let cleared = try folder.clearLeftovers { _ in false }
    #expect(cleared == [copy.name, "blues.papers/.D1.7.report.2.part-999999999"])
  }
}
