import Testing

@testable import Documents

@Suite struct `Widths of columns in Word documents` {
  private func percents(_ headings: [String], _ rows: [[Cell]], isWide: Bool = false) -> [Int] {
    let table = Table(
      noun: "rows", columns: headings.map { Column($0, $0) }, rows: rows)
    return ColumnShares(table: table, isWide: isWide).layout.percents
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

  @Test func `a day stays in one line beside a long text`() {
    let long = String(repeating: "many words ", count: 40)
    let shares = percents(
      ["Due", "What", "Why"], [[.day("2021-11-30"), .text(long), .text(long)]])
    // "30 November 2021" has 16 letters: with the gap 18.6 of 96.
    #expect(shares[0] >= 19)
  }

  @Test func `words that do not fit beside each other get small letters`() {
    let amount = Cell.money(cents: 123_456_789, currency: "EUR")
    let few = Table(
      noun: "rows", columns: (1...5).map { Column("c\($0)", "C\($0)") },
      rows: [Array(repeating: amount, count: 5)])
    #expect(!ColumnShares(table: few, isWide: false).layout.isDense)
    #expect(!WordTable(table: few, title: nil).html.contains("dense"))
    let many = Table(
      noun: "rows", columns: (1...8).map { Column("c\($0)", "C\($0)") },
      rows: [Array(repeating: amount, count: 7) + [.state("overdrawn", .bad)]])
    #expect(ColumnShares(table: many, isWide: true).layout.isDense == false)
    #expect(ColumnShares(table: many, isWide: false).layout.isDense)
    #expect(WordTable(table: many, title: nil).html.hasPrefix("<div class=\"dense\">\n<table>"))
  }
}
