import Testing

@testable import Documents

@Suite struct `Charts of bars` {
  private func table(_ rows: [(String, Cell)]) -> Table {
    Table(
      noun: "groups", columns: [Column("name", "Partner"), Column("sum", "Eligible")],
      rows: rows.map { [.text($0.0), $0.1] }
    ).drawn(as: TableBars(names: 0, figures: 1))
  }

  private func euro(_ cents: Int) -> Cell { .money(cents: cents, currency: "EUR") }

  @Test func `each row has a bar as long as its figure, and the picture says so in words`() throws {
    let chart = try #require(
      table([("NP", euro(88_800)), ("AV", euro(44_400)), ("BNPT", .empty)]).charts.first)
    #expect(chart.description == "Eligible: NP 888.00 EUR, AV 444.00 EUR")
    #expect(chart.svg.contains("<title>\(chart.description)</title>"))
    #expect(chart.svg.contains("width=\"330\" height=\"16\" fill=\"#4a6fc4\""))
    #expect(chart.svg.contains("width=\"165\" height=\"16\" fill=\"#4a6fc4\""))
    #expect(chart.width == "16.9cm")
  }

  @Test func `a figure below zero goes to the left`() throws {
    let chart = try #require(table([("A", .integer(-1)), ("B", .integer(2))]).charts.first)
    #expect(chart.svg.contains("<rect x=\"180\" y=\"6\" width=\"110\" height=\"16\""))
    #expect(chart.svg.contains("<rect x=\"290\" y=\"32\" width=\"220\" height=\"16\""))
  }

  @Test func `amounts of two currencies, one row and zeros are not drawn`() {
    #expect(table([("A", euro(1)), ("B", .money(cents: 1, currency: "CZK"))]).charts.isEmpty)
    #expect(table([("A", euro(1))]).charts.isEmpty)
    #expect(table([("A", euro(0)), ("B", euro(0))]).charts.isEmpty)
    #expect(table([("A", .text("x")), ("B", .text("y"))]).charts.isEmpty)
  }

  @Test func `no name gets out of the picture`() throws {
    let chart = try #require(
      table([("</svg><script>", .integer(1)), ("\"&'", .integer(2))]).charts.first)
    #expect(!chart.svg.contains("<script") && chart.svg.ranges(of: "</svg>").count == 1)
  }
}
