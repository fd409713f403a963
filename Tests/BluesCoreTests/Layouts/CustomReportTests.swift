import Documents
import Testing

@testable import BluesCore

@Suite struct `A report of one's own` {
  private static let list = "title = \"Costs\"\nlist = \"partner cost\"\n"

  private static let table = Table(
    noun: "costs",
    columns: [
      Column("code", "No"), Column("partner", "Partner"),
      Column("eligible", "Eligible", kind: .amount),
      Column("months", "Months", kind: .form("months")),
    ],
    rows: [
      [.text("K1"), .text("NP"), .money(cents: 100, currency: "EUR"), .decimal("1.50")],
      [.text("K2"), .text("AV"), .money(cents: 200, currency: "EUR"), .decimal("0.25")],
      [.text("K3"), .text("NP"), .money(cents: 400, currency: "EUR"), .empty],
      [.text("K4"), .text("NP"), .money(cents: 800, currency: "EUR"), .empty],
    ])

  private func report(_ settings: String) throws -> CustomReport {
    try CustomReport(text: Array((Self.list + settings).utf8), name: "costs.toml")
  }

  /// The tables with their rows and totals, and the notes, as shown.
  private func lines(_ settings: String) throws -> [String] {
    try report(settings).page(of: Self.table).blocks.compactMap { block in
      switch block {
      case .table(let table, _):
        (table.rows + (table.total.map { [$0] } ?? []))
          .map { $0.map(\.shown).joined(separator: " ") }.joined(separator: " | ")
      case .note(let text, _): text
      default: nil
      }
    }
  }

  @Test(arguments: [
    ("sums = [\"code\"]", "costs.toml:3: sums takes columns of figures, and code has none."),
    (
      "\nchart = \"partner\"", "costs.toml:4: chart takes columns of figures, and partner has none."
    ),
    (
      "group = \"partner\"\nsums = [\"eligible\", \"code\"]",
      "costs.toml:4: sums takes columns of figures, and code has none."
    ),
    ("rows = false", "costs.toml:3: rows = false needs group: there is nothing else to show."),
    ("columns = []", "costs.toml:3: columns names none."),
    ("chart = \"count\"", "costs.toml:3: chart = \"count\" needs group."),
  ])
  func `refuses what would do nothing, with its line`(settings: String, message: String) throws {
    let problem = #expect(throws: MappingFileProblem.self) {
      try report(settings).page(of: Self.table)
    }
    #expect(problem?.message == message)
  }

  @Test func `names the columns that can be added up`() throws {
    let problem = #expect(throws: MappingFileProblem.self) {
      try report("sums = [\"code\"]").page(of: Self.table)
    }
    #expect(problem?.hint == "columns of figures: eligible")
  }

  @Test func `shows as many rows as the limit says, and sums all of them`() throws {
    let shared = "columns = [\"code\", \"eligible\"]\nsums = [\"eligible\"]\n"
    #expect(
      try lines("\(shared)limit = 2") == [
        "K1 1.00 EUR | K2 2.00 EUR | Total 15.00 EUR",
        "2 of 4 rows are shown; the sums are of all rows.",
      ])
    #expect(
      try lines("\(shared)limit = 1\ngroup = \"partner\"") == [
        "NP 3 13.00 EUR | AV 1 2.00 EUR | Total 4 15.00 EUR",
        "K1 1.00 EUR | Total 13.00 EUR", "K2 2.00 EUR | Total 2.00 EUR",
        "At most 1 row of each group is shown; the sums are of all rows.",
      ])
    #expect(
      try lines("columns = [\"code\"]\nlimit = 4") == ["K1 | K2 | K3 | K4"])
    #expect(try report("limit = 2").words == ["partner", "cost", "list"])
  }

  @Test func `adds up what is written as a figure, whatever the column is called`() throws {
    #expect(
      try lines("columns = [\"code\", \"months\"]\nsums = [\"months\"]") == [
        "K1 1.50 | K2 0.25 | K3  | K4  | Total 1.75"
      ])
  }
}
