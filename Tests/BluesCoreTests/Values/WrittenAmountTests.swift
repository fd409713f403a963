import Testing

@testable import BluesCore

@Suite struct `Amounts as people write them` {
  @Test(
    arguments: [
      ("1 234,50", 123_450, nil), ("1.234,50 EUR", 123_450, "EUR"), ("1,234.50", 123_450, nil),
      ("(120.00)", -12_000, nil), ("-120,00", -12_000, nil), ("120,00-", -12_000, nil),
      ("1\u{A0}234,50", 123_450, nil), ("1\u{202F}234,50 €", 123_450, "EUR"),
      ("12 345,60 Kč", 1_234_560, "CZK"), ("zł 5,5", 550, "PLN"), ("€ -7.05", -705, "EUR"),
      ("-€7.05", -705, "EUR"), ("\u{2212}3", -300, nil), ("1'234.50", 123_450, nil),
      ("1.234.567", 123_456_700, nil), ("0.50", 50, nil), ("CZK 90", 9_000, "CZK"),
      ("+15", 1_500, nil), ("1,5", 150, nil), ("12.345,6", 1_234_560, nil), ("0", 0, nil),
    ] as [(String, Int, String?)])
  func `an amount by itself`(text: String, cents: Int, currency: String?) {
    let amount = WrittenAmount(text, decimal: nil)
    #expect(amount?.cents == cents)
    #expect(amount?.currency == currency)
  }

  @Test(arguments: [
    "", "-", "EUR", "1,2,3", "1.23.456", "12,345.678,9", "1 23", "12 EUR 3", "--5", "(-5)", "5.",
    ".5", "1.2345", "0,123", "1234,567", "abc", "1e5", "12%", "01.234,5",
  ])
  func `what is no amount, or has parts of a cent`(text: String) {
    #expect(WrittenAmount(text, decimal: nil) == nil)
  }

  @Test(
    arguments: [
      ("12.34", .sign(.point)), ("0,5", .sign(.comma)), ("1234567,89", .sign(.comma)),
      ("007.10", .sign(.point)), ("5.", .none), (".5", .none), ("1.2,3", .none), ("12", .open),
      ("123.4567", .sign(.point)), ("1234.567", .sign(.point)), ("12.34 EUR", .sign(.point)),
      ("-12,34", .sign(.comma)), ("1.2.3", .none),
      ("1234567890123456789012345678.9", .sign(.point)),
      ("12345678901234567890123456789.9", .none),
    ] as [(String, WrittenAmount.Evidence)])
  func `the sign of plain digits is that of every amount`(
    text: String, evidence: WrittenAmount.Evidence
  ) {
    #expect(WrittenAmount.evidence(text) == evidence)
    #expect((WrittenAmount.Body(text)?.evidence ?? WrittenAmount.Evidence.none) == evidence)
  }

  @Test func `what can be two amounts is read by the sign of its column`() {
    #expect(WrittenAmount("1.234", decimal: nil) == nil)
    #expect(WrittenAmount.evidence("1.234") == .either(.point))
    #expect(WrittenAmount.evidence("1,234") == .either(.comma))
    #expect(WrittenAmount("1.234", decimal: .comma)?.cents == 123_400)
    #expect(WrittenAmount("1.234", decimal: .point) == nil)
    #expect(WrittenAmount("1,234", decimal: .point)?.cents == 123_400)
    #expect(WrittenAmount("1.234,50", decimal: .point) == nil)
    #expect(WrittenAmount.evidence("1 234") == .open)
    #expect(WrittenAmount.evidence("0.123") == .sign(.point))
    #expect(WrittenAmount("1 234", decimal: .comma)?.canonical == "1234.00")
    #expect(WrittenAmount("-1.234,5 PLN", decimal: nil)?.canonical == "-1234.50 PLN")
  }
}
