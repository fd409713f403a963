import Testing

@testable import Documents

@Suite struct `Widths of columns in Word documents` {
  private func percents(_ headings: [String], _ rows: [[Cell]], isWide: Bool = false) -> [Int] {
    let table = Table(
      noun: "rows", columns: headings.map { Column($0, $0) }, rows: rows)
    return ColumnShares(table: table, isWide: isWide).percents
  }

  @Test func `the shares are 100 together, and in proportion where there is room for all`() {
    #expect(percents(["No", "Title"], [[.text("EX-001"), .text("A short one")]]) == [40, 60])
    #expect(percents(["A", "B", "C"], []).reduce(0, +) == 100)
    #expect(percents(["A"], [[.text("")]]) == [100])
  }

  @Test func `a long text gives way, so that no code and no amount is broken`() {
    let long = String(repeating: "many words ", count: 40)
    let row: [Cell] = [
      .text("EX-001"), .text(long), .text(long), .text(long),
      .money(cents: 123_456_789, currency: "EUR"),
    ]
    let shares = percents(["No", "What", "Why", "How", "Amount"], [row])
    // 6 letters and 2.6 between columns of 96 on the page; 14 letters, one more and 2.6.
    #expect(shares[0] >= 8)
    #expect(shares[4] >= 18)
    #expect(shares.reduce(0, +) == 100)
    #expect(shares[1] == shares[2] || shares[1] == shares[2] + 1)
  }
}
