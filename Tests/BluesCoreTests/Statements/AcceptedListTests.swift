import Basics
import Testing

@testable import BluesCore

/// The answer of the Agency as a list.
@Suite struct `Accepted costs as a list` {
  let store: Store

  init() throws {
    store = try Store.blues(on: "2022-03-10")
    for (code, partner, category, day) in [
      ("K1", "NP", "D.1", "2020-05-14"), ("K2", "NP", "D.3", "2020-05-15"),
      ("K3", "AV", "D.1", "2020-05-16"), ("K4", "AV", "B", "2021-05-16"),
    ] {
      _ = try store.costs.add(
        .init(code),
        Costs.texts([
          "amount": "1000.00", "partner": partner, "category": category, "incurred_on": day,
        ]))
    }
  }

  private func close(_ period: String) throws {
    let day = try Day.of("2022-03-10")
    _ = try store.periodCheck.lock(period, on: day, because: "Due")
    _ = try store.periods.submit(period, on: day)
    _ = try store.statements.accept(period, on: day)
  }

  private func take(_ text: String, decimal: DecimalSign? = nil) throws -> Imported {
    var request = ImportRequest(fileName: "answer.csv")
    request.decimal = decimal
    return try store.importList(
      .accepted(store.statements.declaredCosts()), text, request, delimiter: 0x3B)
  }

  private func listed() throws -> [String] {
    try store.statements.listedAcceptances().map {
      "\($0.period) \($0.partner) \($0.category) \($0.declared.decimal) \($0.accepted.decimal)"
    }
  }

  private static let long = """
    Partner;Period;Category;Accepted
    NP;RP1;D.1;900,50
    AV;1;Travel;0,00
    AV;RP2;B;1.000,00
    Total;;;1.900,50
    """

  @Test func `a row for each figure, in one step, and again without a change`() throws {
    try close("RP1")
    try close("RP2")
    let first = try take(Self.long)
    #expect(first.counts == [3, 3, 0, 0, 0])
    #expect(first.outcome.totals == 1)
    #expect(
      try listed() == [
        "RP1 AV D.1 1000.00 0.00", "RP1 NP D.1 1000.00 900.50", "RP2 AV B 1000.00 1000.00",
      ])
    // 2 000.00 and 1 000.00 with 7 %, less 1 099.50 with 7 %, and 1 000.00 without indirect costs.
    let balance = try #require(try store.statements.balance())
    #expect(balance.rows.map(\.accepted.decimal) == ["2033.54", "1000.00"])
    let before = try store.dump()
    #expect(try take(Self.long).counts == [3, 0, 0, 3, 0])
    #expect(try store.dump() == before)
    let later = Self.long.replacing("900,50", with: "901,50").replacing(
      "1.900,50", with: "1.901,50")
    #expect(try take(later).counts == [3, 0, 1, 2, 0])
    _ = try store.history.undo()
    _ = try store.history.undo()
    #expect(try listed() == [])
  }

  @Test func `a row for each partner and period, with a column for each category`() throws {
    try close("RP1")
    let taken = try take(
      """
      Participant;Period;Travel;D.3;E;Total
      NP;RP1;900;800;100;1800
      AV;RP1;500;;;500
      NP;RP1;900;801;100;1801
      AV;RP1;1001;;;1001
      """)
    #expect(taken.counts == [4, 2, 0, 0, 2])
    #expect(
      taken.rejected.map { "\($0.line) \($0.column) \($0.rule) \($0.reason)" } == [
        "4 4 repeats Line 2 accepts 800.00 EUR for the same partner, period and category, this row "
          + "801.00 EUR.",
        "5 3 amount AV declared 1000.00 EUR of D.1 in RP1, less than 1001.00 EUR.",
      ])
    #expect(
      try listed() == [
        "RP1 AV D.1 1000.00 500.00", "RP1 NP D.1 1000.00 900.00", "RP1 NP D.3 1000.00 800.00",
        "RP1 NP E 140.00 100.00",
      ])
  }

  @Test func `the same figure twice is told and taken once`() throws {
    try close("RP1")
    let taken = try take("Partner;Period;Category;Accepted\nNP;RP1;D.1;5\nNP;RP1;D.1;5,00\n")
    #expect(taken.counts == [2, 1, 0, 1, 0])
    #expect(taken.outcome.repeated == 1)
  }

  @Test(
    arguments: [
      ("XX;RP1;D.1;5", "partner", "Unknown partner: XX."),
      ("NP;RP9;D.1;5", "period", "Unknown period: RP9."),
      ("NP;RP2;D.1;5", "period", "RP2 is open, not accepted."),
      ("NP;RP1;Z;5", "category", "Expected a category such as D.1."),
      ("NP;RP1;D.1;", "amount", "Expected an amount such as 1200.00."),
      ("NP;RP1;D.1;5 CZK", "currency", "Expected an amount in EUR, as the grant is."),
      (
        "NP;RP1;D.1;-5", "amount",
        "-5.00 EUR of D.1 cannot be accepted: it is below zero."
      ),
      (
        "AV;RP1;D.3;5", "amount", "AV declared 0.00 EUR of D.3 in RP1, less than 5.00 EUR."
      ),
    ] as [(String, String, String)])
  func `a row that cannot stand is refused`(row: String, rule: String, reason: String) throws {
    try close("RP1")
    let taken = try take("Partner;Period;Category;Accepted\n\(row)\n")
    #expect(taken.rejected.map(\.rule) == [rule])
    #expect(taken.rejected.map(\.reason) == [reason])
    #expect(try listed() == [])
  }

  @Test func `figures of one acceptance are gone with the next`() throws {
    try close("RP1")
    _ = try take("Partner;Period;Category;Accepted\nNP;RP1;D.1;5\n")
    _ = try store.periods.reopen("RP1", on: .of("2022-03-10"), because: "Corrections")
    #expect(try listed() == [])
    try close("RP1")
    #expect(try listed() == [])
  }

  @Test func `a column that can be read in two ways is asked for`() throws {
    try close("RP1")
    let list = "Partner;Period;Category;Accepted\nNP;RP1;D.1;1.000\n"
    #expect(throws: (any Error).self) { try take(list) }
    #expect(try take(list, decimal: .comma).counts == [1, 1, 0, 0, 0])
    #expect(try listed() == ["RP1 NP D.1 1000.00 1000.00"])
  }
}
