import Testing

@testable import BluesCore

@Suite struct `The lump sum` {
  func sum(_ stay: CheckInput, _ book: RuleBook = .standard) throws -> LumpSum {
    try #require(try book.lumpSum(for: stay.stay, distance: stay.distance))
  }

  @Test func `its arithmetic is shown step by step`() throws {
    let sum = try sum(.week())
    #expect(sum.amount == Money(cents: 83_000))
    #expect(
      sum.steps == [
        "Host country Germany: 830.00 EUR at most (rule country-threshold, mark I, Erasmus for "
          + "Young Entrepreneurs, amount of funding).",
        "5 working days in Germany, not fewer than 5 (rule halving).",
        "1738 km apart, not less than 200 (rule halving; as given).",
        "830.00 EUR x 100 % = 830.00 EUR, not above the ceiling of 1100.00 EUR (rule ceiling).",
        "Lump sum: 830.00 EUR.",
      ])
  }

  @Test func `a short stay needs no distance`() throws {
    let sum = try sum(.week("2020-11-11", kilometres: nil))
    #expect(sum.outcome == .settled(.init(factor: try Percent("50"), amount: Money(cents: 41_500))))
    #expect(
      Array(sum.steps.dropFirst()) == [
        "3 working days in Germany, fewer than 5 (rule halving).", "How far is it?",
        "830.00 EUR x 50 % = 415.00 EUR, not above the ceiling of 1100.00 EUR (rule ceiling).",
        "Lump sum: 415.00 EUR.",
      ])
  }

  @Test func `an unknown distance gives both amounts and the question`() throws {
    let sum = try sum(.week(kilometres: nil))
    #expect(sum.amount == nil)
    #expect(sum.most == Money(cents: 83_000))
    #expect(
      Array(sum.steps.dropFirst(2)) == [
        "How far is it?",
        "Less than 200 km apart: 830.00 EUR x 50 % = 415.00 EUR, not above the ceiling of "
          + "1100.00 EUR (rule ceiling).",
        "Otherwise: 830.00 EUR x 100 % = 830.00 EUR, not above the ceiling of 1100.00 EUR "
          + "(rule ceiling).",
        "Lump sum: 415.00 EUR or 830.00 EUR, depending on the distance.",
      ])
  }

  @Test func `the example of the questions and answers: 390 for three days, 780 for five`() throws {
    #expect(try sum(.week(to: "PT", "2020-11-11")).amount == Money(cents: 39_000))
    #expect(try sum(.week(to: "PT")).amount == Money(cents: 78_000))
  }

  @Test func `a changed figure changes the sum and says so`() throws {
    let book = try RuleBook.standard.overriding(
      "country-threshold", figure: "DE", value: "1200.00 EUR", reason: "Annex 1")
    let sum = try sum(.week(), book)
    #expect(sum.amount == Money(cents: 110_000))
    #expect(
      sum.steps.first
        == "Host country Germany: 1200.00 EUR at most (rule country-threshold, changed by the "
        + "project: Annex 1).")
    #expect(
      sum.steps[3]
        == "1200.00 EUR x 100 % = 1200.00 EUR, cut to the ceiling of 1100.00 EUR (rule ceiling).")
    let twice = try RuleBook.standard.overriding(
      "single-halving", figure: "times", value: "2", reason: "Annex 1")
    #expect(
      try self.sum(.week("2020-11-11", kilometres: 10), twice).amount == Money(cents: 20_750))
  }
}
