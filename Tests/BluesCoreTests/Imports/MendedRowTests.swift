import Basics
import Testing

@testable import BluesCore

/// Mended rows of lists with figures, which none of the list's own figures gives way to unseen.
@Suite struct `Mended rows` {
  let store: Store

  private static let budget = ["partner", "category", "work_package", "amount"]
  private static let cost = [
    "id", "partner", "category", "incurred_on", "description", "supplier", "amount", "vat",
  ]

  init() throws { store = try Store.blues() }

  @discardableResult
  private func take(
    _ list: RecordList, _ rows: [[String]], _ name: String, _ repeats: RepeatedRows = .once
  ) throws -> Imported {
    var request = ImportRequest(fileName: name)
    request.repeats = repeats
    return try store.importList(list, csv(rows), request)
  }

  @discardableResult
  private func budget(
    _ rows: [[String]], _ name: String = "budget.rejects.csv", _ repeats: RepeatedRows = .once
  ) throws -> Imported {
    try take(.budget(store.costCategories()), [Self.budget] + rows, name, repeats)
  }

  private func amounts() throws -> [Int?] { try store.budget.all().map(\.amount) }

  @discardableResult
  private func costs(
    _ rows: [[String]], _ name: String = "costs.rejects.csv", _ repeats: RepeatedRows = .once
  ) throws -> Imported {
    try take(.costs, [Self.cost] + rows, name, repeats)
  }

  private func effort(
    _ rows: [[String]], _ name: String, _ repeats: RepeatedRows = .once
  ) throws -> Imported {
    let list = try RecordList.effort(store.plannedEffort.plan())
    return try take(list, [["participant", "WP1", "WP2"]] + rows, name, repeats)
  }

  private static func cost(
    _ id: String, _ amount: String, on day: String = "2020-05-14", vat: String = ""
  ) -> [String] { [id, "NP", "D.1", day, "Train", "Rail", amount, vat] }

  @Test func `of a budget do not replace what another row of the list gave`() throws {
    let list = [
      ["NP", "D.1", "WP1", "1500"], ["NP", "D.1", "WP1", "700"], ["AV", "B", "", "8x"],
    ]
    #expect(try budget(list, "budget.csv").counts == [3, 1, 0, 0, 2])
    let mended = [["NP", "D.1", "WP1", "2200"], ["AV", "B", "", "80"]]
    let refused = try budget(mended)
    #expect(refused.counts == [2, 1, 0, 0, 1])
    #expect(
      refused.rejected.map { "\($0.line) \($0.column) \($0.rule) \($0.reason)" } == [
        "2 4 repeats B1 has 1500.00 already, this row 2200.00. Add them up in this row, with "
          + "--repeats replace."
      ])
    #expect(try amounts() == [150_000, 8_000])
    #expect(try budget(mended, "budget.rejects.csv", .replace).counts == [2, 0, 1, 1, 0])
    #expect(try amounts() == [220_000, 8_000])
  }

  @Test func `of a wide budget are refused as a whole`() throws {
    let list = [["NP", "D.1", "WP1", "1500"], ["NP", "D.2", "WP1", "8x"]]
    try budget(list, "budget.csv")
    let wide = [["partner", "work_package", "D.1", "D.2"], ["NP", "WP1", "1600", "80"]]
    let refused = try take(.budget(store.costCategories()), wide, "budget.rejects.csv")
    #expect(refused.rejected.map(\.column) == [3])
    #expect(try amounts() == [150_000])
  }

  @Test func `change a figure of an earlier list, and their own`() throws {
    try budget([["NP", "D.1", "WP1", "1500"]], "signed.csv")
    try budget([["NP", "D.1", "WP1", "16x"], ["AV", "B", "", "80"]], "later.csv")
    #expect(
      try budget([["NP", "D.1", "WP1", "1600"]], "later.rejects.csv").counts == [1, 0, 1, 0, 0])
    #expect(try amounts() == [160_000, 8_000])
    #expect(
      try budget([["NP", "D.1", "WP1", "1650"]], "later.rejects.csv").counts == [1, 0, 1, 0, 0])
    #expect(try amounts() == [165_000, 8_000])
    let again = try budget([["NP", "D.1", "WP1", "1700"]], "later.rejects-2.csv")
    #expect(again.counts == [1, 0, 0, 0, 1])
    #expect(try amounts() == [165_000, 8_000])
  }

  @Test func `of a list that is not known replace nothing`() throws {
    try budget([["NP", "D.1", "WP1", "1500"]], "signed.csv")
    #expect(try budget([["NP", "D.1", "WP1", "1600"]], "other.rejects.csv").rejected.count == 1)
    let columns = Mapping.ownHeadings + Self.budget
    let row = ["3", "4", "16x", "amount", "", "NP", "D.1", "WP1", "1600"]
    let told = try take(.budget(store.costCategories()), [columns, row], "mended.csv")
    #expect(told.rejected.count == 1)
    #expect(try amounts() == [150_000])
    #expect(try budget([["NP", "D.1", "WP1", "1600"]], "amended.csv").counts == [1, 0, 1, 0, 0])
  }

  @Test func `of an import that was undone count for nothing`() throws {
    try budget([["NP", "D.1", "WP1", "1500"], ["AV", "B", "", "8x"]], "budget.csv")
    _ = try store.history.undo()
    #expect(try budget([["NP", "D.1", "WP1", "1600"]]).counts == [1, 1, 0, 0, 0])
  }

  @Test func `of costs with the number of another row stand beside it where that is said`() throws {
    let list = [Self.cost("7", "10.00"), Self.cost("7", "20.00"), Self.cost("8", "5.00", on: "x")]
    #expect(try costs(list, "costs.csv").counts == [3, 1, 0, 0, 2])
    let row = Self.cost("7", "20.00")
    #expect(
      try costs([row]).rejected.map(\.reason) == [
        "K1 has 10.00 already, this row 20.00. --repeats keep takes both, --repeats replace this "
          + "one."
      ])
    #expect(try costs([row], "costs.rejects.csv", .keep).counts == [1, 1, 0, 0, 0])
    #expect(try store.costs.all().map(\.amount) == [1_000, 2_000])
    #expect(try costs([row], "costs.rejects.csv", .keep).counts == [1, 0, 0, 1, 0])
    #expect(try store.costs.all().map(\.amount) == [1_000, 2_000])
  }

  @Test func `of costs say what another row did not say`() throws {
    let list = [Self.cost("", "10.00"), Self.cost("", "10.00", vat: "2x")]
    #expect(try costs(list, "costs.csv").counts == [2, 1, 0, 0, 1])
    #expect(try costs([Self.cost("", "10.00", vat: "2.10")]).counts == [1, 0, 1, 0, 0])
    #expect(try store.costs.all().map(\.vat) == [210])
  }

  @Test func `of payments are refused as well`() throws {
    let payment = ["paid_on", "kind", "amount", "reference"]
    let paid = ["2020-05-04", "interim", "100", "R1"]
    try take(
      GrantPayment.register.list, [payment, paid, ["2020-05-04", "interim", "x", "R2"]],
      "paid.csv")
    let other = ["2020-05-04", "interim", "200", "R1"]
    let refused = try take(GrantPayment.register.list, [payment, other], "paid.rejects.csv")
    #expect(refused.rejected.map(\.rule) == ["repeats"])
    #expect(try store.grantPayments.all().map { $0.amount?.cents } == [10_000])
  }

  @Test func `of planned effort are refused, or replace it where that is said`() throws {
    #expect(
      try effort([["NP", "3", "5"], ["NP", "4", "x"]], "pm.csv").counts == [2, 1, 0, 0, 1])
    let row = ["NP", "4", "5"]
    let refused = try effort([row], "pm.rejects.csv").rejected
    #expect(
      refused.map { "\($0.column) \($0.reason)" } == [
        "2 WP1 has 3.00 person-months already, this row 4.00. --repeats replace takes this one."
      ])
    #expect(try effort([row], "pm.rejects.csv", .replace).counts == [1, 0, 1, 0, 0])
    #expect(try store.plannedEffort.plan().total.text == "9.00")
  }

  @Test func `the last row of a list counts where that is said`() throws {
    let list = [["NP", "D.1", "WP1", "1500"], ["NP", "D.1", "WP1", "700"]]
    let taken = try budget(list, "budget.csv", .replace)
    #expect(taken.counts == [2, 1, 1, 0, 0])
    #expect(try amounts() == [70_000])
    #expect(taken.outcome.warned == 1)
  }
}
