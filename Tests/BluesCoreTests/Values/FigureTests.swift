import Basics
import Testing

@testable import BluesCore

@Suite struct `Figures that a workbook stores` {
  @Test(arguments: [
    ("9.125", "9.13"), ("1.234", "1.23"), ("1999.999", "2000"), ("1234567.891", "1234567.89"),
    ("0.1234", "0.12"), ("12.005", "12.01"), ("9.5", "9.5"), ("1.25", "1.25"), ("480", "480"),
    ("-9.125", "-9.125"), ("1.234.567", "1.234.567"), ("", ""),
  ])
  func `a fraction has two decimals at most`(stored: String, written: String) {
    for field in ["employees", "turnover", "balance_total"] {
      #expect(Figure.written(stored: stored, for: field) == written)
    }
    #expect(Figure.written(stored: stored, for: "postcode") == stored)
    #expect(Figure.written(stored: stored, for: nil) == stored)
  }
}

@Suite struct `Figures as people write them` {
  @Test(arguments: [
    ("12", 1_200, nil), ("0", 0, nil), ("1.234,50", 123_450, nil), ("1,234.5", 123_450, nil),
    ("1 234", 123_400, nil), ("1.234", 123_400, nil), ("1,234", 123_400, nil),
    ("1\u{A0}234\u{202F}567,8", 123_456_780, nil), ("1'234'567", 123_456_700, nil),
    ("1’234.05", 123_405, nil), ("9,5", 950, nil), ("9.50", 950, nil),
    ("€ 2 000 000", 200_000_000, "EUR"), ("2000000 EUR", 200_000_000, "EUR"),
    ("2.000.000,00 €", 200_000_000, "EUR"), ("15 000 zł", 1_500_000, "PLN"),
    ("15 000 Kč", 1_500_000, "CZK"), ("$5", 500, "USD"),
  ])
  func `one is read to the hundredth`(text: String, hundredths: Int, currency: String?) throws {
    let figure = try Figure(text)
    #expect(figure.hundredths == hundredths)
    #expect(figure.currency == currency)
  }

  @Test(arguments: [
    "", "€", "€ 2 M", "2 Mio", "2 million", "10-50", "<10", "ca. 20", "1.2.3", "1,2345", "12 34",
    "1.23.456", "-5", "5 %", "1e6", "12.", "1234567890123456", "1.234.5678",
    "0.125", "0,004",
  ])
  func `what is no number is refused with the way out`(text: String) {
    #expect(throws: FigureProblem()) { try Figure(text) }
    #expect(
      FigureProblem().reason
        == "It is not a number. Write it in full, such as 2000000 for 2 million.")
  }
}

/// Numbers that may have decimals, where three digits behind a mark could be either.
@Suite struct `Figures with decimals` {
  @Test(arguments: ["1.234", "12,345", "0.125", "20.505", "4.345", "x"])
  func `three digits behind a single mark are refused`(text: String) {
    #expect(throws: FigureProblem()) { try Figure(decimal: text) }
    #expect(PersonMonths(text) == nil)
    #expect(Quantity(listed: text) == nil)
  }

  @Test(arguments: [
    ("1234", 123_400), ("12.34", 1_234), ("9,5", 950), ("1.234,50", 123_450),
    ("1.234.567", 123_456_700), ("1 234", 123_400),
  ])
  func `all others are read as ever`(text: String, hundredths: Int) throws {
    #expect(try Figure(decimal: text).hundredths == hundredths)
  }
}

@Suite struct `The size class of an enterprise` {
  @Test(
    arguments: [
      ("9", "2000000", nil, SMEClass.micro), ("9", nil, "2000000", .micro),
      ("9", "2000001", "2000000", .micro), ("9", "2000001", "2000001", .small),
      ("9,5", "100", nil, .micro), ("10", "100", nil, .small), ("49", "10000000", nil, .small),
      ("49", "10000001", "10000001", .medium), ("50", "1", nil, .medium),
      ("249", "50000000", "99000000", .medium), ("249", "99000000", "43000000", .medium),
      ("249", "50000000,01", "43000000,01", .large), ("250", nil, nil, .large),
      (nil, "50000001", "43000001", .large), ("100", nil, "1", .medium),
    ] as [(String?, String?, String?, SMEClass)])
  func `it follows the ceilings of Article 2`(
    employees: String?, turnover: String?, balance: String?, size: SMEClass
  ) {
    #expect(Self.size(employees, turnover, balance) == size)
  }

  @Test(
    arguments: [
      (nil, nil, nil), ("9", nil, nil), (nil, "1", "1"), ("9", "2000001", nil),
      ("249", "50000001", nil),
      (nil, "99000000", nil),
    ] as [(String?, String?, String?)])
  func `it is unknown where a missing figure could change it`(
    employees: String?, turnover: String?, balance: String?
  ) {
    #expect(Self.size(employees, turnover, balance) == nil)
  }

  @Test func `classes are ordered by size`() {
    #expect(SMEClass.allCases.sorted() == [.micro, .small, .medium, .large])
  }

  @Test func `the reason names the figures and the source`() {
    let draft = ContactDraft([.name: "Ana", .employees: "12", .turnover: "€ 1.234.567"])
    #expect(draft.size == .small)
    #expect(
      draft.sizeReason
        == "Employees 12; Turnover € 1.234.567; Recommendation 2003/361/EC, Annex, Article 2")
    #expect(ContactDraft([.employees: "12"]).sizeReason == nil)
    #expect(ContactDraft([.employees: "12", .turnover: "100 zł"]).size == nil)
  }

  private static func size(
    _ employees: String?, _ turnover: String?, _ balance: String?
  ) -> SMEClass? {
    let figures = [employees, turnover, balance].map { $0.flatMap { try? Figure($0) } }
    return SMEClass(employees: figures[0], turnover: figures[1], balanceTotal: figures[2])
  }
}
