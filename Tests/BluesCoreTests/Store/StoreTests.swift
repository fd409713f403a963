import Basics
import GRDB
import Testing

@testable import BluesCore

@Suite struct `The store` {
  @Test func `ids of two files differ in their upper half`() throws {
    let stores = try (0..<6).map { _ in try Store.newBlues() }
    for store in stores { try store.importContacts(Store.firstList, Store.listRequest) }
    let files = try stores.map { store in try store.read { try FileIdentity.number($0) } }
    #expect(Set(files).count == 6)
    for (store, file) in zip(stores, files) {
      #expect((1...0x7FFF_FFFF).contains(file))
      for contact in try store.contacts.all() { #expect(contact.id.value >> 32 == file) }
      #expect(try store.contacts.all().map(\.code) == ["C1", "C2", "C3"])
    }
  }

  @Test func `a change that fails leaves nothing`() throws {
    let store = try Store.rich()
    let before = try store.dump()
    let steps = try store.history.steps()
    #expect(throws: RecordProblem.self) {
      try store.deliverables.add(.init("D1.9"), ["lead": "NOBODY"])
    }
    #expect(throws: RecordProblem.self) {
      try store.milestones.add(.init("MS8"), ["work_packages": "WP1; WP9"])
    }
    #expect(try store.dump() == before)
    #expect(try store.history.steps() == steps)
  }

  @Test(arguments: 0..<8)
  func `after any changes the file is whole and the search index is what it would be anew`(
    seed: Int
  ) throws {
    var random = SplitMix64(seed: seed + 200)
    let store = try Store.rich()
    for _ in 0..<25 {
      switch random.upTo(6) {
      case 0: _ = try? store.history.undo()
      case 1: _ = try? store.history.redo()
      default: try `The past`.something(in: store, &random)
      }
    }
    #expect(try store.answer("PRAGMA integrity_check") == ["[integrity_check:\"ok\"]"])
    #expect(try store.answer("PRAGMA foreign_key_check") == [])
    let index = try store.searchDump()
    try store.queue.write { try SearchIndex.fillAnew($0) }
    #expect(try Set(store.searchDump()).symmetricDifference(index).sorted() == [])
  }

  @Test(arguments: [
    (
      StoreProblem.missing(path: "a.db"), "Project file not found: a.db.",
      ProblemKind.missingInput
    ),
    (.alreadyThere(path: "a.db"), "a.db already exists.", .conflict),
    (.notAProject(path: "a.db"), "a.db is not a blues project file.", .badData),
    (.damaged(path: "a.db", detail: "page 3"), "a.db is damaged: page 3.", .badData),
    (
      .newer(path: "a.db", found: 9, known: 6),
      "a.db was written by a newer blues: its layout is 9, this one knows 6.", .conflict
    ),
    (
      .pendingLog(path: "a.db"),
      "a.db has changes in its journal, and its folder cannot be written.", .notPermitted
    ),
    (.readOnly(path: "a.db"), "a.db cannot be written.", .notPermitted),
    (.cannotCreate(path: "a.db", detail: "no"), "a.db cannot be created: no.", .cannotCreate),
    (
      .cannotOpen(path: "a.db"), "a.db, or a file beside it, cannot be opened.", .inputOutput
    ),
    (.busy, "Another command is writing to the project and did not finish in time.", .busy),
    (.full(path: "a.db"), "The disk that holds a.db is full; nothing was changed.", .inputOutput),
    (.failed(detail: "why"), "The project file could not be used: why.", .failed),
  ])
  func `every trouble with the file has its sentence`(
    problem: StoreProblem, message: String, kind: ProblemKind
  ) {
    #expect(problem.message == message)
    #expect(problem.kind == kind)
    if case .failed = problem { return }
    #expect(problem.hint != nil)
  }

  @Test func `what cannot be undone says so`() {
    #expect(HistoryProblem.nothingToUndo.message == "There is nothing to undo.")
    #expect(
      HistoryProblem.nothingToRedo.message
        == "There is nothing to redo: no change was undone since the last one.")
    #expect(HistoryProblem.unknown(7).message == "The history has no step 7.")
    #expect(HistoryProblem.notAChange(7).message == "Step 7 is itself an undo or a redo.")
    #expect(HistoryProblem.alreadyUndone(7).message == "Step 7 is already undone.")
    #expect(
      HistoryProblem.entangled(by: []).message
        == "Later changes depend on this step, so it cannot be undone alone.")
    #expect(
      HistoryProblem.entangled(by: [4, 7]).message
        == "Later changes depend on this step, so it cannot be undone alone: steps 4, 7.")
    #expect(
      HistoryProblem.entangled(by: [4, 7]).hint == "undo the later steps first: blues undo 7")
    #expect(HistoryProblem.unknown(7).kind == .notFound)
    #expect(HistoryProblem.entangled(by: []).kind == .conflict)
  }
}
