import Testing

@testable import BluesCore

@Suite struct ImportBatchTests {
  private static let list = "organisation,email\nAcqua,a@example.org\nBrezza,b@example.org\n"

  @Test func `an import is listed with what its list said and what is left of it`() throws {
    let store = try Store.blues()
    try store.importContacts(Self.list + "Cielo,nobody at example.org\n", .test(partner: "ZINNAE"))
    let batch = try store.importBatches.all()[0]
    #expect(
      batch.facts
        == ImportSummary(
          fileName: "list.csv", source: "list.csv", partner: "ZINNAE", read: 3, created: 2,
          updated: 0, unchanged: 0, rejected: 1))
    #expect(batch.present == 2)
    #expect(batch.step.summary == "imported list.csv: 2 created, 0 updated")
    #expect(try store.importBatches.one(batch.step.id) == batch)
  }

  @Test func `the newest import comes first`() throws {
    let store = try Store.blues()
    try store.importContacts(Self.list)
    try store.importContacts("organisation\nCielo\n")
    #expect(try store.importBatches.all().map(\.facts.created) == [1, 2])
  }

  @Test func `an import that changed nothing is none`() throws {
    let store = try Store.blues()
    try store.importContacts(Self.list)
    try store.importContacts(Self.list)
    #expect(try store.importBatches.all().count == 1)
  }

  @Test func `an undone import stays listed as undone, and its list may come again`() throws {
    let store = try Store.blues()
    try store.importContacts(Self.list)
    let step = try store.importBatches.all()[0].step.id
    let reversal = try store.history.undo(step)
    #expect([reversal.reversed, reversal.kept, reversal.failed] == [4, 0, 0])
    let undone = try store.importBatches.one(step)
    #expect(undone.step.isUndone)
    #expect(undone.present == 0)
    #expect(try store.importContacts(Self.list).counts == [2, 2, 0, 0, 0])
    #expect(try store.importBatches.all().map(\.step.isUndone) == [false, true])
  }

  @Test func `an undo keeps the contact that somebody changed since, and counts it`() throws {
    let store = try Store.blues()
    try store.importContacts(Self.list)
    let step = try store.importBatches.all()[0].step.id
    _ = try store.contacts.set("a@example.org", ContactDraft([.city: "Fano"]))
    let reversal = try store.history.undo(step)
    // The organisation of the contact that stays is kept with it.
    #expect([reversal.reversed, reversal.kept, reversal.failed] == [2, 2, 0])
    #expect(try store.importBatches.one(step).present == 1)
  }

  @Test func `a step that is no import is none`() throws {
    let store = try Store.blues()
    #expect(throws: ImportBatchProblem.unknown(99)) { try store.importBatches.one(99) }
    #expect(ImportBatchProblem.unknown(99).message == "Step 99 is not an import of contacts.")
  }
}
