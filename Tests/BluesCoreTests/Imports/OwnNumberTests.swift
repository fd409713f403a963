import Testing

@testable import BluesCore

/// Two partners number the lines of their lists from 1, and so does one partner in each period.
@Suite struct `Numbers that a list has of its own` {
  let store: Store

  init() throws { store = try Store.blues(on: "2021-03-31") }

  private func costs() throws -> [String] {
    try store.costs.all().map { "\($0.code) \($0.partner) \($0.description) \($0.amount ?? 0)" }
  }

  @Test(arguments: ["No", "Nr", "č.", "Lfd. Nr."])
  func `find no cost of another list`(heading: String) throws {
    let headings = "\(heading),Partner,Category,WP,Date,Description,Amount"
    let first = try store.importList(
      CostLine.register.list, "\(headings)\n1,NP,D.1,WP1,2020-05-05,Train,100.00\n")
    #expect(first.counts == [1, 1, 0, 0, 0])
    #expect(
      first.outcome.firstDoubts.map(\.sentence).contains(
        "The number of the row is the list's own and finds no record here; a code such as K1 does.")
    )
    let second = try store.importList(
      CostLine.register.list, "\(headings)\n1,AV,D.1,WP2,2020-06-06,Hotel,55.00\n")
    #expect(second.counts == [1, 1, 0, 0, 0])
    #expect(try costs() == ["K1 NP Train 10000", "K2 AV Hotel 5500"])
  }

  @Test func `leave a row to be found by what it says`() throws {
    let list = """
      No,Partner,Category,WP,Date,Description,Amount
      7,NP,D.1,WP1,2020-05-05,Train,100.00

      """
    try store.importList(CostLine.register.list, list)
    #expect(try store.importList(CostLine.register.list, list).counts == [1, 0, 0, 1, 0])
    #expect(try costs() == ["K1 NP Train 10000"])
  }

  @Test func `are not our codes, which find their cost`() throws {
    _ = try store.costs.add(.init("K1"), Costs.texts(["amount": "100.00"]))
    let imported = try store.importList(
      CostLine.register.list, "No,Amount\nK1,120.00\n")
    #expect(imported.counts == [1, 0, 1, 0, 0])
    #expect(try store.costs.one(.init("K1")).amount == 12_000)
  }

  @Test func `find no payment, budget line or estimate either`() throws {
    func counts(_ list: RecordList, _ text: String) throws -> [Int] {
      try store.importList(list, text).counts
    }
    let budget = "Nr,Partner,Category,WP,Amount\n1,"
    #expect(try counts(BudgetLine.register.list, budget + "NP,D.1,WP1,10.00\n") == [1, 1, 0, 0, 0])
    #expect(try counts(BudgetLine.register.list, budget + "AV,D.1,WP1,20.00\n") == [1, 1, 0, 0, 0])
    #expect(try store.budget.all().map { "\($0.code) \($0.partner)" } == ["B1 NP", "B2 AV"])
  }

  @Test func `a wide row with an unknown partner or work package is rejected`() throws {
    let categories = try store.costCategories()
    let partner = try store.importList(.budget(categories), "partner,A.1\nXX,1.00\n")
    #expect(partner.counts == [1, 0, 0, 0, 1])
    let package = try store.importList(.budget(categories), "Partner,WP,A.1\nNP,WP9,1.00\n")
    #expect(package.counts == [1, 0, 0, 0, 1])
    #expect(try store.budget.all().isEmpty)
  }
}
