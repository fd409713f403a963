import Basics
import Testing

@testable import BluesCore

/// Numbers that are no amounts, as people type them: they are read by the rule for amounts.
@Suite struct `Numbers that are typed` {
  private static let places: [(name: String, take: @Sendable (Store, String) throws -> Void)] = [
    ("exchange rate", { _ = try ExactRate(typed: $1) }),
    ("share", { _ = try Percent(typed: $1) }),
    ("target of a partner", { _ = try Quantity(typed: $1) }),
    (
      "target",
      { _ = try $0.indicators.add(.init("I1"), ["title": "Visits", "target": $1]) }
    ),
    (
      "reading",
      {
        _ = try $0.indicators.add(.init("I1"), ["title": "Visits"])
        _ = try $0.indicators.record(.init("I1"), IndicatorReading($1, on: .of("2020-05-04")))
      }
    ),
    (
      "employment",
      {
        _ = try $0.persons.add(.init("NP-1"), ["partner": "NP", "employment": $1])
      }
    ),
    (
      "annual cost",
      {
        _ = try $0.persons.add(.init("NP-1"), ["partner": "NP"])
        _ = try $0.personRates.add(.init("NP-1@2020-02-01"), ["annual_cost": $1])
      }
    ),
  ]

  @Test(arguments: places.map(\.name), ["1.125", "1,125"])
  func `are refused with both readings wherever they are typed`(name: String, text: String) throws {
    let place = try #require(Self.places.first { $0.name == name })
    let error = #expect(throws: (any Error).self) { try place.take(try Store.blues(), text) }
    let problem = try #require(error as? any Problem)
    #expect(problem.message == "\(text) can be read in two ways: 1125 or 1.125.")
  }

  @Test(arguments: [
    ("4.4430", "4.4430"), ("4,4430", "4.4430"), ("16.500,25", "16500.25"), ("1,234.5", "1234.5"),
    ("25", "25"), ("0,125", "0.125"),
  ]) func `of a rate have a point or a comma`(text: String, rate: String) throws {
    #expect(try ExactRate(typed: text)?.description == rate)
  }

  @Test(arguments: ["", "x", "-4.44", "4.44 PLN", "0"])
  func `of a rate are refused where they are none`(text: String) throws {
    #expect(try ExactRate(typed: text) == nil)
  }

  @Test func `of a rate are written with four decimals`() {
    let problem = #expect(throws: RateProblem.self) { try ExactRate(typed: "25,455") }
    #expect(
      problem?.hint
        == "Write it without a sign for thousands, or with four decimals: 25455 or 25.4550.")
  }

  @Test(arguments: [("21.5", 2_150), ("21,5", 2_150), ("7,25 %", 725), ("75%", 7_500)])
  func `of a share have a point or a comma`(text: String, hundredths: Int) throws {
    #expect(try Percent(typed: text).hundredths == hundredths)
  }

  @Test(arguments: ["x", "1001", "-5", "0.125", "5 EUR"])
  func `of a share are refused where they are none`(text: String) {
    #expect(throws: MoneyProblem.notAPercentage(text)) { try Percent(typed: text) }
  }

  @Test func `of a rule are kept as rules have them`() throws {
    let store = try Store.blues()
    let figure = try store.grantFigures.set("reimbursement", "costs", to: "62,5 %", because: "x")
    #expect(figure.value == "62.5 %")
    #expect(throws: MoneyProblem.eitherWay("1,125", whole: "1125", parts: "1.125")) {
      try store.grantFigures.set("reimbursement", "costs", to: "1,125 %", because: "x")
    }
  }
}
