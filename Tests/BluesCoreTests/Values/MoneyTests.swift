import Testing

@testable import BluesCore

@Suite struct `Currencies as lists write them` {
  @Test(arguments: [
    ("czk", "CZK"), (" € ", "EUR"), ("Euro", "EUR"), ("Kč", "CZK"), ("zł", "PLN"), ("Zl", "PLN"),
    ("£", "GBP"),
  ]) func `are their codes, signs and words`(text: String, code: String) {
    #expect(Currency(text)?.code == code)
  }

  @Test(arguments: ["", "EU", "EURO4", "koruna", "€€", "ZŁT"]) func `and nothing else`(text: String)
  {
    #expect(Currency(text) == nil)
  }
}

@Suite struct `Amounts of money` {
  typealias Amount = Money

  @Test(arguments: [
    ("1234.5", "1234.50 EUR"), ("415", "415.00 EUR"), ("-3.10", "-3.10 EUR"),
    ("415.00 EUR", "415.00 EUR"), ("czk 90", "90.00 CZK"), ("0.05", "0.05 EUR"),
    ("-0.05", "-0.05 EUR"),
  ])
  func `an amount is read exactly`(text: String, printed: String) throws {
    #expect(try Amount(text).description == printed)
  }

  @Test(arguments: [
    ("1,234.50", MoneyProblem.comma("1,234.50")), ("12,50", .comma("12,50")),
    ("1.234", .tooManyDecimals("1.234")), ("abc", .notAnAmount("abc")), ("", .notAnAmount("")),
    ("1 234", .notAnAmount("1 234")), ("5 KORUNA", .notAnAmount("5 KORUNA")),
    ("1.", .notAnAmount("1.")),
    ("9999999999999999", .tooLarge("9999999999999999")),
    ("100000000000.00", .tooLarge("100000000000.00")),
  ])
  func `nothing is guessed`(text: String, problem: MoneyProblem) {
    #expect(throws: problem) { try Amount(text) }
  }

  @Test func `the largest amount is taken, and named where it is passed`() throws {
    #expect(try Amount("99999999999.99") == .most)
    #expect(WrittenAmount("99.999.999.999,99", decimal: .comma)?.cents == 9_999_999_999_999)
    #expect(WrittenAmount("100.000.000.000,00", decimal: .comma) == nil)
    #expect(
      MoneyProblem.tooLarge("1e12").message
        == "1e12 is too large; the largest amount is 99999999999.99.")
  }

  @Test func `half a cent is rounded away from zero`() throws {
    let half = try #require(Percent(hundredths: 5_000))
    #expect(Amount(cents: 83_000).times(half).cents == 41_500)
    #expect(Amount(cents: 1).times(half).cents == 1)
    #expect(Amount(cents: -1).times(half).cents == -1)
    #expect(Amount(cents: 3_333).times(try Percent("7 %")).cents == 233)
    #expect(Amount(cents: .max).times(.whole).cents == .max)
  }

  @Test func `parts add up and differ by a cent at most`() {
    #expect(Amount(cents: 1_000).split(evenly: 3).map(\.cents) == [334, 333, 333])
    #expect(Amount(cents: -1_000).split(evenly: 3).map(\.cents) == [-334, -333, -333])
    #expect(Amount(cents: 100).split(by: [1, 2, 0]).map(\.cents) == [33, 67, 0])
    #expect(Amount(cents: 100).split(by: [0, 0]).isEmpty)
  }

  @Test(arguments: 0..<20) func `any split sums to the amount`(seed: UInt64) {
    var random = SplitMix64(state: seed)
    let amount = Amount(cents: Int64(random.next() % 100_000_000))
    let weights = (0..<7).map { _ in Int(random.next() % 1_000) + 1 }
    #expect(amount.split(by: weights).reduce(0) { $0 + $1.cents } == amount.cents)
  }

  @Test func `currencies do not mix`() {
    #expect(throws: MoneyProblem.mixedCurrencies(.eur, .czk)) {
      try Amount(cents: 1).adding(Amount(cents: 1, currency: .czk))
    }
    #expect(throws: MoneyProblem.tooLarge("92233720368547758.07 EUR")) {
      try Amount(cents: .max).adding(Amount(cents: 1))
    }
  }

  @Test func `percentages print as they are spoken`() throws {
    #expect(
      try ["75", "7.5 %", "12.25%"].map { try Percent($0).description } == [
        "75 %", "7.5 %", "12.25 %",
      ])
    #expect(throws: MoneyProblem.notAPercentage("7,5")) { try Percent("7,5") }
  }
}

/// A small seeded generator, so that a failing seed can be run again.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
