import Testing

@testable import BluesCore

@Suite struct `Laws of merging` {
  static let one = ImportRequest.test(source: "one")

  @Test(arguments: Trials.seeds(20))
  func `no value is lost, undo is exact, and the same list again changes nothing`(seed: Int) throws
  {
    var random = SplitMix64(seed: seed)
    let store = try Store.blues()
    let list = Lookalikes.list(Lookalikes.rows(&random, count: 25))
    try store.importContacts(list, Self.one)
    for _ in 0..<4 {
      let codes = try store.contacts.all().map(\.code).shuffled(using: &random).prefix(3)
      let before = try (store.dump(), store.searchDump())
      let records = try codes.map { try store.contacts.one($0).contact }
      let merge = try store.contacts.merge(codes[0], with: Array(codes.dropFirst()))
      let after = try store.dump()
      let remembered = try store.contacts.merged(into: merge.survivor.id)
      for record in records {
        for field in ContactField.allCases {
          guard let value = record.known[field] else { continue }
          let isKnown =
            merge.survivor.known[field] == value
            || remembered.first { $0.id == record.id }?.known[field] == value
          #expect(isKnown, "\(record.code) \(field.key)")
        }
      }
      _ = try store.history.undo()
      #expect(try store.dump() == before.0)
      #expect(try store.searchDump() == before.1)
      _ = try store.history.redo()
      #expect(try store.dump() == after)
      let again = try store.importContacts(list, Self.one).outcome
      #expect([again.created, again.updated] == [0, 0])
      #expect(try store.dump() == after)
    }
  }

  private func merged() throws -> Store {
    let store = try Store.blues()
    try store.importContacts(MergeTests.first, Store.listRequest)
    try store.importContacts(MergeTests.second, MergeTests.fromOther)
    _ = try store.contacts.merge("C1", with: ["C3", "C4"])
    return store
  }

  @Test func `a changed row of a merged contact updates the survivor where nobody else spoke`()
    throws
  {
    let store = try merged()
    let moved = MergeTests.second.replacing("+34976555100", with: "+34976555111")
    let before = try store.dump()
    #expect(try store.importContacts(moved, MergeTests.fromOther).counts == [2, 0, 1, 1, 0])
    #expect(try store.contacts.one("C1").contact.known[.phone] == "+34976555111")
    #expect(try store.contacts.one("C1").contact.known[.name] == "Ana Gil")
    #expect(try store.importContacts(moved, MergeTests.fromOther).counts == [2, 0, 0, 2, 0])
    #expect(
      try store.importContacts(MergeTests.first, Store.listRequest).counts == [2, 0, 0, 2, 0])
    _ = try store.history.undo()
    #expect(try store.dump() == before)
  }

  @Test func `a changed row of a merged contact is ambiguous where the survivor says otherwise`()
    throws
  {
    let store = try merged()
    let moved = MergeTests.second.replacing("Huesca", with: "Jaca")
    let before = try store.dump()
    let outcome = try store.importContacts(moved, MergeTests.fromOther)
    #expect(outcome.counts == [2, 0, 0, 1, 1])
    #expect(outcome.rejected.map(\.rule) == ["ambiguous"])
    #expect(try store.dump() == before)
    _ = try store.contacts.set("C1", ContactDraft([.city: "Jaca"]))
    #expect(try store.importContacts(moved, MergeTests.fromOther).counts == [2, 0, 1, 1, 0])
    #expect(try store.importContacts(moved, MergeTests.fromOther).counts == [2, 0, 0, 2, 0])
  }

  @Test func `an import of which all was merged since has nothing to undo`() throws {
    let store = try merged()
    let survivor = try store.contacts.one("C1").contact
    let later = LaterChanges(things: ["C1", "C3", "C4"], steps: [4])
    #expect(throws: HistoryProblem.nothingUndone(later)) { try store.history.undo(3) }
    #expect(try store.contacts.one("C1").contact == survivor)
    #expect(try store.importContacts(MergeTests.second, MergeTests.fromOther).counts[1] == 0)
  }

  @Test func `undoing the survivor's import keeps the survivor`() throws {
    let store = try merged()
    let survivor = try store.contacts.one("C1").contact
    let undone = try store.history.undo(2)
    #expect(undone.failed == 0)
    #expect(try store.contacts.all() == [survivor])
    _ = try store.history.undo()
    #expect(try store.contacts.all().map(\.code) == ["C1", "C3", "C4"])
  }

  @Test func `a merge of merges is undone one by one`() throws {
    let store = try merged()
    let before = try store.dump()
    _ = try store.contacts.merge("C2", with: ["C1"])
    let id = try store.contacts.one("C2").contact.id
    #expect(try store.contacts.merged(into: id).map(\.code) == ["C1", "C3", "C4"])
    #expect(try store.importContacts(MergeTests.first, Store.listRequest).counts[1...2] == [0, 0])
    _ = try store.history.undo()
    #expect(try store.dump() == before)
  }
}
