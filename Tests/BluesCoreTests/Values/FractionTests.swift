import Testing

@testable import BluesCore

/// Exact numbers, and the one rounding that each figure gets.
@Suite struct `Fractions` {
  @Test func `a rate of pay and an average of rates give the worked example of the grant`() throws {
    let rate = try #require(Fraction(720_000, over: 1_720))
    let koruna = rate * (try #require(Fraction(375, over: 10)))
    #expect(koruna.rounded(toParts: 100) == 1_569_767)
    let average = try #require(Fraction(7_636, over: 300))
    #expect(average.text(decimals: 6) == "25.453333")
    let euro = try #require(Fraction(1_569_767, over: 100)?.divided(by: average))
    #expect(euro.rounded(toParts: 100) == 61_672)
  }

  @Test(arguments: [
    (1, 2, 1), (-1, 2, -1), (1, 3, 0), (2, 3, 1), (-2, 3, -1), (5, 10, 1), (49, 100, 0), (7, 1, 7),
  ])
  func `half is rounded away from zero`(_ above: Int, _ below: Int, _ whole: Int) throws {
    #expect(try #require(Fraction(Int128(above), over: Int128(below))).rounded() == Int128(whole))
  }

  @Test func `thirds add up to a whole, and no number is divided by zero`() throws {
    let third = try #require(Fraction(1, over: 3))
    #expect(third + third + third == Fraction(1))
    #expect(third - third == .zero)
    #expect(third < Fraction(1))
    #expect(Fraction(1, over: 0) == nil)
    #expect(third.divided(by: .zero) == nil)
    #expect(Fraction(3, over: -6)?.description == "-1/2")
    #expect(Fraction(-5, over: 2)?.text(decimals: 2) == "-2.50")
    #expect(Fraction(-5, over: 2)?.text(decimals: 0) == "-3")
  }

  @Test func `a sum over many divisors keeps eighteen decimals beyond 128 bits`() throws {
    let divisors: [Int128] = [
      171_999, 164_301, 160_703, 159_801, 157_103, 155_501, 153_301, 151_703, 149_711, 147_703,
      145_501, 143_803, 141_907, 139_901,
    ]
    var sum = Fraction.zero
    for divisor in divisors { sum = sum + (try #require(Fraction(1, over: divisor))) }
    #expect(sum.text(decimals: 15) == "0.000091763261965")
  }
}
