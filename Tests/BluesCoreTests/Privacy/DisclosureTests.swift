import Basics
import Testing

@testable import BluesCore

/// Data of persons that are given out leave a line in the history, without the data.
@Suite struct `Data that are given out` {
  let store: Store

  init() throws {
    store = try Store.blues()
    _ = try store.contacts.add(
      ContactDraft([.name: "Ana Gil", .email: "ana@example.org", .basis: "contract"]))
    try store.on("2020-09-02", "partner contact export")
      .note(Disclosure(.contacts, as: "csv", of: 1, to: " Hotel Ibis "))
  }

  @Test func `are a step that says what went to whom`() throws {
    let step = try #require(try store.history.steps(limit: 1).first)
    #expect(step.summary == "gave out 1 contact as csv to Hotel Ibis")
    #expect(step.command == "partner contact export")
    #expect(!step.canBeUndone)
  }

  @Test(arguments: [
    (Disclosure(.contacts, as: "csv", of: 12), "gave out 12 contacts as csv"),
    (Disclosure(.letters, as: "docx", of: 2, to: ""), "gave out 2 letters as docx"),
    (Disclosure(.dossier, as: "pdf", of: 1, to: "Ana"), "gave out 1 dossier as pdf to Ana"),
    (Disclosure(.paymentOrder, as: "xml", of: 3), "gave out 3 payment orders as xml"),
  ])
  func `are told in words`(disclosure: Disclosure, words: String) {
    #expect(disclosure.summary == words)
  }

  @Test func `stay out when another change is undone, and stand in the way of no redo`() throws {
    let undone = try store.history.undo()
    #expect(undone.step.summary == "added contact C1")
    try store.note(Disclosure(.letters, as: "docx", of: 4))
    #expect(try store.history.redo().step.id == undone.step.id)
    #expect(try store.contacts.one("C1").contact.title == "Ana Gil")
    #expect(throws: HistoryProblem.givenOut(3)) { try store.history.undo(3) }
    #expect(
      HistoryProblem.givenOut(3).message
        == "Step 3 cannot be undone: the data were given out.")
  }

  @Test func `are checked, dumped and asked of the past like any step`() throws {
    #expect(try IntegrityCheck(store: store).faults() == [])
    #expect(try PrivacyFigures(of: store).given.count == 1)
    #expect(try PrivacyFigures(of: store.asKnown(on: .of("2020-09-01"))).given.isEmpty)
  }

  @Test func `name no recipient who was erased`() throws {
    try store.note(Disclosure(.dossier, as: "pdf", of: 1, to: "Ana Gil"))
    _ = try store.erasures.erase("C1", because: "Request")
    #expect(
      try PrivacyFigures(of: store).given.map { $0.disclosure.recipient } == [
        "Person C1", "Hotel Ibis",
      ])
    #expect(
      try store.history.steps().map(\.summary).contains("gave out 1 dossier as pdf to Person C1"))
  }
}
