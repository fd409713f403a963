import Basics
import Documents
import Testing

@testable import BluesCore

/// The person-months that Annex 1 plans.
@Suite struct `Planned effort` {
  let store: Store
  static let wide = """
    participant,WP1,WP2,WP3,WP4,WP5,total
    1 - BNPT,26.50,9,50,12,6,103.50
    · Lab,0,7,0,0,1.5,8.50
    NP,2.25,0,,0,0,2.25
    Total Person/Months,28.75,16,50,12,7.5,114.25

    """

  init() throws {
    store = try Store.blues()
    _ = try store.partners.set(.init("BNPT"), ["number": "1"])
  }

  @discardableResult
  private func take(_ list: String) throws -> (counts: [Int], outcome: ImportOutcome) {
    let taken = try store.importList(.effort(store.plannedEffort.plan()), list)
    return (taken.counts, taken.outcome)
  }

  @Test func `a table with a column for each work package comes in and goes out`() throws {
    let taken = try take(Self.wide)
    #expect(taken.counts == [3, 3, 0, 0, 0])
    #expect(taken.outcome.totals == 1)
    let plan = try store.plannedEffort.plan()
    #expect(plan.rows.map(\.participant) == ["1 - BNPT", "· Lab", "NP"])
    #expect(plan.rows.map(\.total.text) == ["103.50", "8.50", "2.25"])
    #expect(plan.total.text == "114.25")
    #expect(
      (1...5).map { plan.total(of: $0).text } == ["28.75", "16.00", "50.00", "12.00", "7.50"])
    #expect(try take(Self.wide).counts == [3, 0, 0, 3, 0])
    #expect(
      plan.exported.map(\.column.name)
        == ["participant", "WP1", "WP2", "WP3", "WP4", "WP5", "total"])
  }

  @Test func `a column that can be read in two ways asks for the decimal sign`() throws {
    let list = "participant,WP1,WP2\nNP,\"1,125\",2\nBNPT,7,3\n"
    #expect(throws: AmountProblem.open("WP1", "1,125")) { try take(list) }
    var request = ImportRequest(fileName: "effort.csv")
    request.decimal = .point
    let taken = try store.importList(.effort(store.plannedEffort.plan()), list, request)
    #expect(taken.counts == [2, 2, 0, 0, 0])
    #expect(try store.plannedEffort.plan().rows.map(\.total.text) == ["10.00", "1127.00"])
  }

  @Test func `a figure is read with the decimal sign of its column`() throws {
    let list = "participant,WP1,WP2\nNP,\"1,125\",2\nBNPT,\"2,5\",3\n"
    #expect(
      try take(list).outcome.firstRejections.map(\.reason)
        == ["1,125 has three decimals: its column is read with a decimal comma."])
    var request = ImportRequest(fileName: "effort.csv")
    request.decimal = .point
    let taken = try store.importList(.effort(store.plannedEffort.plan()), list, request)
    #expect(
      taken.rejected.map(\.reason)
        == ["2,5 has a decimal comma: its column is read with a decimal point."])
    #expect(try store.plannedEffort.plan().rows.map(\.total.text) == ["5.50", "1127.00"])
  }

  @Test func `a second figure for a partner's work package is refused`() throws {
    let taken = try take("partner,work package,person months\nNP,WP1,3\nNP,WP1,4\nNP,WP1,3\n")
    #expect(taken.counts == [3, 1, 0, 1, 1])
    #expect(
      taken.outcome.firstRejections.map(\.reason) == [
        "Line 2 plans 3.00 person-months for the same partner in WP1, this row 4.00."
      ])
    let wide = "participant,WP1,WP2\nNP,3,5\nNP,6,5\n"
    #expect(try take(wide).outcome.rejected == 1)
    #expect(try store.plannedEffort.plan().total.text == "8.00")
  }

  @Test func `a list with a row for each work package says the same`() throws {
    let long = """
      partner,work package,person months,third party
      1 - BNPT,WP1,26.50,
      BNPT,WP2,7,Lab
      NP,3,1,

      """
    #expect(try take(long).counts == [3, 3, 0, 0, 0])
    let rows = try store.plannedEffort.plan().rows
    #expect(rows.map(\.participant) == ["1 - BNPT", "· Lab", "NP"])
    #expect(rows.map { $0.effort.keys.sorted() } == [[1], [2], [3]])
  }

  @Test(arguments: [
    ("participant,WP1,total\nNP,2,3\n", "The work packages add up to 2.00, not to 3.00."),
    ("participant,WP1\nNOBODY,2\n", "Unknown partner: NOBODY."),
    ("participant,WP1\nNP,two\n", "Expected person-months such as 14.50."),
    (
      "participant,WP1\n· Lab,2\n", "Expected the partner in a row above this third party."
    ),
  ])
  func `a row that cannot stand says why, and nothing of it is stored`(
    list: String, reason: String
  ) throws {
    let taken = try take(list)
    #expect(taken.outcome.firstRejections.map(\.reason) == [reason])
    #expect(try store.plannedEffort.plan().rows == [])
  }

  @Test func `one cell is set, and taken away by 0`() throws {
    let two = try store.plannedEffort.set("np", in: .init("WP2"), to: #require(.init("2.5")))
    #expect(two.rows.map(\.total.text) == ["2.50"])
    #expect(try store.history.steps()[0].summary == "planned 2.50 person-months of NP in WP2")
    #expect(try store.plannedEffort.set("NP", in: .init("WP2"), to: .zero).rows == [])
    #expect(throws: RecordProblem.self) {
      try store.plannedEffort.set("NP", in: .init("WP9"), to: .zero)
    }
  }

  @Test(
    arguments: [
      ("14.5", "14.50"), ("14,25", "14.25"), ("0", "0.00"), ("1'000", "1000.00"), ("-1", nil),
      ("2 EUR", nil), ("1-2", nil), ("", nil),
    ] as [(String, String?)])
  func `person-months are exact to a hundredth`(text: String, shown: String?) {
    #expect(PersonMonths(text)?.text == shown)
  }
}
