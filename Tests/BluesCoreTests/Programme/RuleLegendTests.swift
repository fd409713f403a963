import Documents
import Testing

@testable import BluesCore

@Suite struct `Marks and sources below a table` {
  @Test func `are explained, each once`() {
    #expect(
      RuleLegend.text(of: [
        "The grant pays 75 % of costs (mark C, rule reimbursement, INNOF).",
        "Indirect costs are 7 % (mark R, rule indirect-costs, OWN; changed by the project: OWN).",
        "A projection is an alarm (rule lapse-alarm, mark R, OWN, PR-TPL).",
      ])
        == "Mark C: confirmed by a public source. "
        + "Mark R: recalled, to be checked against the grant agreement. "
        + "INNOF: Innofunding, call European Cluster Excellence Programme. "
        + "OWN: Common practice, not confirmed in a source. "
        + "PR-TPL: H2020 periodic report template 2.1, 19 December 2017.")
    #expect(RuleLegend.text(of: ["OWN costs are a mark of Rome.", ""]) == nil)
  }

  @Test func `stand behind the last note that names one`() {
    let blocks: [Block] = [
      .note("One (mark I, rule x, OWN).", .muted), .paragraph("Ceiling: rule y, mark C, OWN."),
      .section("After"),
    ]
    #expect(
      blocks.explained == [
        blocks[0], blocks[1],
        .note(
          "Mark C: confirmed by a public source. "
            + "Mark I: inferred, to be checked against the grant agreement. "
            + "OWN: Common practice, not confirmed in a source.", .muted),
        blocks[2],
      ])
    #expect([Block.section("After")].explained == [.section("After")])
  }

  @Test func `are in what goes to the Agency`() throws {
    let store = try Store.blues()
    let reports = [try SummaryReport(store: store).document(), try store.budgetReport.document()]
    for report in reports {
      let legends = report.blocks.compactMap { block -> String? in
        if case .note(let text, .muted) = block, text.hasPrefix("Mark ") { text } else { nil }
      }
      #expect(
        legends == [
          "Mark C: confirmed by a public source. "
            + "Mark R: recalled, to be checked against the grant agreement. "
            + "INNOF: Innofunding, call European Cluster Excellence Programme. "
            + "OWN: Common practice, not confirmed in a source."
        ])
    }
  }
}
