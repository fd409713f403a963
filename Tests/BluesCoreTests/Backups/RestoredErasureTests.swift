import Basics
import Foundation
import Testing

@testable import BluesCore

/// A restore of an older copy brings nobody back who was erased since, and keeps the stop list.
@Suite struct `Restoring a backup after an erasure` {
  private let folder: ProjectFolder
  private static let forms = ["Žofienka", "zofienka@nowhere.example"]

  init() throws {
    folder = try ProjectFolder()
    try folder.project(of: .blues())
    let store = try folder.writing()
    _ = try store.contacts.add(
      ContactDraft([.name: "Žofienka Malá", .email: "zofienka@nowhere.example"]))
    _ = try store.contacts.add(ContactDraft([.name: "Ana Gil", .email: "ana@example.org"]))
    _ = try store.partners.set(.init("AV"), ["city": "Nîmes"])
    _ = try folder.reading().backup.make(to: folder.path("earlier.db"))
  }

  private func restore(_ backup: String, isRehearsal: Bool = false) throws -> Restore {
    try Restore(
      of: folder.path(backup), to: folder.path("blues.db"),
      invocation: .test("restore", on: "2020-09-05", isRehearsal: isRehearsal))
  }

  /// The forms that the project's own files have.
  private func hits(_ name: String = "blues.db") -> [String] {
    ["", "-wal"].flatMap { ending in
      guard let bytes = try? folder.bytes(name + ending) else { return [String]() }
      return Self.forms.filter { bytes.range(of: Data($0.utf8)) != nil }
    }
  }

  @Test func `erases the person again, and keeps the stop list`() throws {
    _ = try folder.writing(on: "2020-09-02").erasures.erase("C1", because: "Request")
    _ = try folder.writing(on: "2020-09-03").stopList.add("C2", because: "Objection")
    #expect(hits("earlier.db") == Self.forms)
    let restore = try restore("earlier.db")
    #expect(restore.erasedAgain == ["C1"])
    #expect(restore.doubtful == [])
    #expect(restore.keptEntries == 2)
    _ = try #require(try restore.run())
    let store = try folder.reading()
    #expect(try store.contacts.all().compactMap(\.person) == ["Ana Gil"])
    #expect(hits() == [])
    #expect(
      try store.stopList.all().map { "\($0.code) \($0.addedOn) \($0.reason) \($0.forms)" } == [
        "S1 2020-09-05 erased C1 [\"email\"]", "S2 2020-09-03 Objection [\"email\"]",
      ])
    #expect(
      try store.stopList.has(
        ContactDraft([.name: "Other", .email: "zofienka@nowhere.example"])))
    let steps = try store.history.steps()
    #expect(steps.count == 5)
    #expect(steps.first?.summary == "erased C1 again")
    #expect(throws: HistoryProblem.beforeErasure(4, by: 5)) {
      try folder.writing(on: "2020-09-06").history.undo()
    }
    #expect(throws: ErasureProblem.erased("C1", on: try .of("2020-09-05"))) {
      try folder.writing(on: "2020-09-06").erasures.erase("C1", because: "Request")
    }
    #expect(try store.integrity.faults() == [])
    #expect(try folder.names().filter { $0.contains(".new-") } == [])
  }

  @Test func `keeps entries of the stop list as a step of its own`() throws {
    _ = try folder.writing(on: "2020-09-03").stopList.add("C2", because: "Objection")
    let restore = try restore("earlier.db")
    #expect(restore.erasedAgain == [] && restore.keptEntries == 1)
    _ = try restore.run()
    let store = try folder.reading()
    #expect(try store.stopList.all().map(\.reason) == ["Objection"])
    #expect(try store.history.steps().first?.summary == "kept 1 entry of the stop list")
    #expect(try store.integrity.faults() == [])
  }

  @Test func `of a copy with the erasure changes nothing of it`() throws {
    _ = try folder.writing(on: "2020-09-02").erasures.erase("C1", because: "Request")
    _ = try folder.reading().backup.make(to: folder.path("later.db"))
    let restore = try restore("later.db")
    #expect(restore.erasedAgain == [] && restore.keptEntries == 0)
    _ = try restore.run()
    #expect(try folder.reading().dump() == folder.reading("later.db").dump())
  }

  @Test func `names a number that another person may have in the backup`() throws {
    _ = try folder.writing(on: "2020-09-02").contacts.add(ContactDraft([.name: "Iva Nová"]))
    _ = try folder.reading().backup.make(to: folder.path("iva.db"))
    _ = try restore("earlier.db").run()
    _ = try folder.writing(on: "2020-09-03").contacts.add(ContactDraft([.name: "Jan Starý"]))
    _ = try folder.writing(on: "2020-09-04").erasures.erase("C3", because: "Request")
    let restore = try restore("iva.db")
    #expect(restore.erasedAgain == [])
    #expect(restore.doubtful == ["C3"])
    _ = try restore.run()
    #expect(try folder.reading().contacts.one("C3").contact.person == "Iva Nová")
    let step = try folder.reading().history.steps()[0]
    #expect(step.summary == "noted 1 contact that may be erased persons")
    #expect(step.affected == "C3")
  }

  /// A project whose contact C3 has the number of somebody who was erased.
  private func restoreDoubtful() throws {
    _ = try folder.writing(on: "2020-09-02").contacts.add(ContactDraft([.name: "Iva Nová"]))
    _ = try folder.reading().backup.make(to: folder.path("iva.db"))
    _ = try restore("earlier.db").run()
    _ = try folder.writing(on: "2020-09-03").contacts.add(ContactDraft([.name: "Jan Starý"]))
    _ = try folder.writing(on: "2020-09-04").erasures.erase("C3", because: "Request")
    _ = try restore("iva.db").run()
  }

  private func told() throws -> [String] {
    let store = try folder.reading()
    let items = try store.agenda.items(.init(days: nil)).filter { $0.code == "C3" }
    return items.map { "\($0.dueOn) \($0.title): \($0.command)" }
      + (try PrivacyFigures(of: store).doubtful)
  }

  @Test func `names a number in doubt until somebody decides`() throws {
    try restoreDoubtful()
    let named = [
      "2020-09-05 Erase C3 if it is the person who was erased before the restore, or keep it: "
        + "blues partner contact show C3", "C3",
    ]
    #expect(try told() == named)
    // A restore before the decision does not lose it.
    _ = try restore("iva.db").run()
    #expect(try told() == named)
    #expect(throws: ErasureProblem.notInDoubt("C2")) {
      try folder.writing(on: "2020-09-06").doubtfulContacts.keep("C2", because: "")
    }
    _ = try folder.writing(on: "2020-09-06").doubtfulContacts.keep("C3", because: "Another person")
    #expect(try told() == [])
    #expect(try folder.reading().history.steps()[0].summary == "kept C3: Another person")
    _ = try folder.writing(on: "2020-09-07").history.undo()
    #expect(try told() == named)
    #expect(try folder.reading().integrity.faults() == [])
  }

  @Test func `a number in doubt is decided by an erasure`() throws {
    try restoreDoubtful()
    _ = try folder.writing(on: "2020-09-06").erasures.erase("C3", because: "The same person")
    #expect(try told() == [])
  }

  @Test func `knows a person again by the digest where the steps differ`() throws {
    _ = try folder.writing(on: "2020-09-02").partners.set(.init("AV"), ["city": "Lyon"])
    _ = try folder.reading().backup.make(to: folder.path("lyon.db"))
    _ = try restore("earlier.db").run()
    _ = try folder.writing(on: "2020-09-04").erasures.erase("C1", because: "Request")
    let restore = try restore("lyon.db")
    #expect(restore.erasedAgain == ["C1"])
    _ = try restore.run()
    #expect(try folder.reading().contacts.all().compactMap(\.person) == ["Ana Gil"])
    #expect(hits() == [])
  }

  @Test func `of a dry run tells it and changes nothing`() throws {
    _ = try folder.writing(on: "2020-09-02").erasures.erase("C1", because: "Request")
    let before = try folder.reading().dump()
    let restore = try restore("earlier.db", isRehearsal: true)
    #expect(restore.erasedAgain == ["C1"])
    #expect(try restore.run() == nil)
    #expect(try folder.reading().dump() == before)
  }

  @Test func `of another project carries nothing over`() throws {
    try folder.project("other.db", of: .blues())
    try folder.change("UPDATE file SET number = number + 1", in: "other.db")
    _ = try folder.writing(on: "2020-09-02").erasures.erase("C1", because: "Request")
    let restore = try restore("other.db")
    #expect(restore.erasedAgain == [] && restore.doubtful == [] && restore.keptEntries == 0)
  }
}
