import Testing

@testable import BluesCore

/// Amounts as people type them.
@Suite struct `Amounts that are typed` {
  @Test(arguments: [
    ("5000,50", 500_050), ("5000.5", 500_050), ("1.234,50", 123_450), ("-3,10", -310),
    ("5000", 500_000),
  ]) func `have a point or a comma before the cents`(text: String, cents: Int64) throws {
    #expect(try Money(typed: text).cents == cents)
  }

  @Test func `have the currency beside them`() throws {
    #expect(try Money(typed: "415,00 CZK") == Money(cents: 41_500, currency: .czk))
  }

  @Test(arguments: ["1e400", "1,234", "1.234", "", "12,345"])
  func `are refused where they are none, or can be two`(text: String) {
    #expect(throws: MoneyProblem.self) { try Money(typed: text) }
  }

  @Test func `stay whole between commas`() {
    #expect(
      "NP D.1 -2000,50, AV D.3 +2000,50".listedParts == ["NP D.1 -2000,50", " AV D.3 +2000,50"])
    #expect("NP D.1 -500,AV D.1 500".listedParts == ["NP D.1 -500", "AV D.1 500"])
  }

  @Test func `a figure of a rule is never below zero`() throws {
    let store = try Store.blues()
    #expect(throws: ProgrammeProblem.self) {
      try store.grantFigures.set("maximum-grant", "amount", to: "-5.00 EUR", because: "x")
    }
  }
}
