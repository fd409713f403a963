import Documents
import Testing

@testable import BluesCore

@Suite struct `Figures of groups of categories` {
  @Test(
    arguments: [
      ("personnel", "945.64 EUR", ["NP-1 2020-05", "NP-1 2020-05"]), ("A", "945.64 EUR", nil),
      ("subcontracting", "1000.00 EUR", ["K2"]), ("third_parties", "415.00 EUR", ["EX-001"]),
      ("other_direct", "586.89 EUR", ["K1"]), ("D", "586.89 EUR", ["K1"]),
      ("indirect", "107.28 EUR", ["own"]), ("Personnel", "945.64 EUR", nil),
    ] as [(String, String, [String]?)])
  func `are explained by the words of the summary`(
    name: String, value: String, sources: [String]?
  ) throws {
    let statement = try WorkedExample.ledger().statement(of: "NP", in: "RP1")
    let explanation = try statement.explanation(of: name)
    #expect(explanation.value.description == value)
    if let sources { #expect(explanation.lines.map(\.source) == sources) }
  }

  @Test func `that are unknown are refused with all names`() throws {
    let statement = try WorkedExample.ledger().statement(of: "NP", in: "RP1")
    #expect(
      throws: LedgerProblem.noFigure(
        "wages",
        known: statement.categories.codes + [
          "personnel", "subcontracting", "third_parties", "other_direct", "indirect",
          "direct_costs", "indirect_base", "total_costs", "maximum_contribution",
          "requested_contribution",
        ])
    ) { try statement.explanation(of: "wages") }
  }

  @Test func `of all partners are in the summary, each line with its partner`() throws {
    let store = try Store.blues()
    for (code, partner) in [("K1", "NP"), ("K2", "AV")] {
      _ = try store.costs.add(.init(code), Costs.texts(["partner": partner]))
    }
    let page = try SummaryReport(store: store).document(
      ReportRequest(texts: ["period": "RP1", "explain": "other_direct"]))
    let text = String(decoding: try page.bytes(.init(format: .csv)), as: UTF8.self)
    #expect(text.contains("AV K2,Train"), "\(text)")
    #expect(text.contains("NP K1,Train"))
    #expect(page.title == "other_direct of BLUES: all partners, RP1")
  }
}

private typealias WorkedExample = `The worked example`
