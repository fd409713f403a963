import Basics
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

  @Test(
    arguments: [
      ("1.125", "1.125 can be read in two ways: 1125 or 1.125.", "1125 or 1.13."),
      ("1,125 EUR", "1,125 EUR can be read in two ways: 1125 or 1.125.", "1125 or 1.13."),
      ("-12,344", "-12,344 can be read in two ways: -12344 or -12.344.", "-12344 or -12.34."),
      ("0,125", "0,125 has parts of a cent.", nil),
      ("1234.5678", "1234.5678 has parts of a cent.", nil),
      (
        "100.000.000.000", "100.000.000.000 is too large; the largest amount is 99999999999.99.",
        nil
      ),
      ("1e400", "Not an amount: 1e400.", nil),
    ] as [(String, String, String?)])
  func `say why they are refused, and both readings`(
    text: String, sentence: String, written: String?
  ) {
    let problem = #expect(throws: MoneyProblem.self) { try Money(typed: text) }
    #expect(problem?.message == sentence)
    guard let written else { return }
    #expect(
      problem?.hint
        == "Write it without a sign for thousands, and with two decimals at most: \(written)")
  }

  /// Every place where an amount is typed, with what takes it.
  private static let places: [(name: String, take: @Sendable (Store, String) throws -> Void)] = [
    ("cost", { _ = try $0.costs.add(.init("K1"), Costs.texts(["amount": $1])) }),
    ("vat", { _ = try $0.costs.add(.init("K1"), Costs.texts(["amount": "2000", "vat": $1])) }),
    (
      "budget",
      {
        _ = try $0.budget.add(
          .init("B1"), Changes(["partner": ["NP"], "category": ["B"], "amount": [$1]]))
      }
    ),
    (
      "payment",
      {
        _ = try $0.grantPayments.add(
          .init("PAY1"), ["kind": "pre-financing", "amount": $1, "paid_on": "2020-03-02"])
      }
    ),
    (
      "accepted",
      {
        _ = try AcceptedFigure.read(
          "NP D.1 \($1)", partners: ["NP"], $0.costCategories())
      }
    ),
    (
      "transfer",
      { _ = try BudgetTransfer.read("NP D.1 \($1)", partners: ["NP"], $0.costCategories()) }
    ),
    (
      "figure",
      {
        _ = try $0.grantFigures.set("maximum-grant", "amount", to: "\($1) EUR", because: "x")
      }
    ),
    (
      "set",
      {
        _ = try $0.importList(
          CostLine.register.list,
          csv([
            ["partner", "category", "incurred_on", "description"],
            ["NP", "D.1", "2020-05-04", "Train"],
          ]), .test(set: ["amount=\($1)"]))
      }
    ),
  ]

  @Test(arguments: places.map(\.name), ["1.125", "1,125"])
  func `are read by one rule wherever they are typed`(name: String, text: String) throws {
    let place = try #require(Self.places.first { $0.name == name })
    let error = #expect(throws: (any Error).self) { try place.take(try Store.blues(), text) }
    let problem = try #require(error as? any Problem)
    let told = name == "figure" ? "\(text) EUR" : text
    #expect(problem.message == "\(told) can be read in two ways: 1125 or 1.125.")
  }

  @Test(arguments: places.map(\.name).filter { $0 != "set" })
  func `have thousands and cents wherever they are typed`(name: String) throws {
    let place = try #require(Self.places.first { $0.name == name })
    try place.take(try Store.blues(), "1.125,50")
  }

  @Test func `of a figure are kept as rules have them`() throws {
    let store = try Store.blues()
    let figure = try store.grantFigures.set(
      "maximum-grant", "amount", to: "1.125,50 EUR", because: "x")
    #expect(figure.value == "1125.50 EUR")
  }

  @Test func `in a column are refused by its sign`() throws {
    let rows = try store("1,125", "2.000,50")
    #expect(
      rows.rejected.map(\.reason)
        == ["1,125 has three decimals: its column is read with a decimal comma."])
  }

  @Test func `above the largest one are refused with it`() throws {
    #expect(
      try store("100000000000.00", "2.50").rejected.map(\.reason)
        == ["100000000000.00 is too large; the largest amount is 99999999999.99."])
  }

  private func store(_ amounts: String...) throws -> Imported {
    try Store.blues().importList(
      CostLine.register.list,
      csv(
        [["partner", "category", "incurred_on", "description", "amount"]]
          + amounts.enumerated().map {
            ["NP", "D.1", "2020-05-0\($0.offset + 1)", "Train", $0.element]
          }))
  }
}
