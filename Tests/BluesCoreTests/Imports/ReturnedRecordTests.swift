import Testing

@testable import BluesCore

@Suite struct `Records that were removed and come again` {
  private static let list = """
    Partner,Category,WP,Date,Description,Supplier,Invoice,Amount,Evidence
    NP,D.3,WP1,2020-05-31,Train,CD,F1,12.50,a.pdf
    NP,D.3,WP1,2020-06-05,Hotel,Ibis,F2,100.00,b.pdf
    """

  private func sentences(_ imported: Imported) -> [String] {
    imported.outcome.firstDoubts.map(\.sentence).filter { $0.contains("was removed here") }
  }

  @Test func `by a list are told, each with both codes`() throws {
    let store = try Store.blues()
    let first = try store.importList(.costs, Self.list)
    #expect(sentences(first) == [])
    try store.costs.remove(.init("K1"))
    let again = try store.importList(.costs, Self.list)
    #expect(again.counts == [2, 1, 0, 1, 0])
    #expect(
      sentences(again).map { $0.replacing("K3: ", with: "") }
        == ["K1 was removed here, and the list adds it again as K3."])
    #expect(try store.costs.all().map(\.code.description) == ["K2", "K3"])
    let third = try store.importList(.costs, Self.list)
    #expect(third.counts == [2, 0, 0, 2, 0])
    #expect(sentences(third) == [])
  }

  @Test func `of the plan are told as well`() throws {
    let store = try Store.blues()
    let list = "Code,Title\nT1.9,Guide\n"
    _ = try store.tasks.add(.init("T1.9"))
    try store.tasks.remove(.init("T1.9"))
    let again = try store.importList(.tasks, list)
    #expect(
      again.outcome.firstDoubts.map(\.sentence).filter { $0.contains("was removed") }
        == ["T1.9 was removed here, and the list adds it again."])
  }

  @Test func `are not told where the removal was undone`() throws {
    let store = try Store.blues()
    try store.importList(.costs, Self.list)
    try store.costs.remove(.init("K1"))
    _ = try store.history.undo()
    let again = try store.importList(.costs, Self.list)
    #expect(again.counts == [2, 0, 0, 2, 0])
    #expect(sentences(again) == [])
  }
}
