import Basics
import Documents
import Testing

@testable import BluesCore

@Suite struct `Period against period, the final report, and a partner that leaves` {
  let store: Store

  init() throws {
    store = try Store.withStaff(on: "2021-06-01")
    _ = try store.plannedEffort.set("NP", in: .init("WP1"), to: #require(.init("2")))
    for (on, package, hours) in [("2020-05", "WP1", "86"), ("2021-03", "WP1", "43")] {
      _ = try store.timesheets.add(
        .init(
          person: "NP-1", worked: #require(WorkDate(stored: on)),
          workPackage: WorkPackageCode(package)),
        #require(Hours(hours)))
    }
    _ = try store.deliverables.add(.init("D1.1"), ["title": "Study", "due": "M6", "lead": "NP"])
    _ = try store.deliverables.submit(.init("D1.1"), on: .of("2021-03-01"))
    _ = try store.indicators.add(
      .init("I1"), ["title": "Firms advised", "target": "40", "cumulative": "yes"])
    _ = try store.indicators.record(.init("I1"), IndicatorReading("6", on: .of("2021-01-20")))
    _ = try store.indicators.record(.init("I1"), IndicatorReading("10", on: .of("2021-02-05")))
  }

  private func rows(_ noun: String, _ document: Document) throws -> [[String]] {
    let found = document.blocks.lazy.compactMap { block -> Table? in
      guard case .table(let table, _) = block, table.noun == noun else { return nil }
      return table
    }.first
    return try #require(found).rows.map { $0.map(\.shown) }
  }

  @Test func `two periods are beside each other with the change`() throws {
    // Costs need rates of the Czech koruna.
    try store.set("DELETE FROM person_rate")
    let document = try store.statusReport.document(
      ReportRequest(texts: ["from": "rp1", "to": "2"]))
    #expect(document.schema == "blues.period-comparison/1")
    #expect(document.title == "BLUES: RP1 and RP2")
    #expect(
      try rows("figures", document) == [
        ["plan", "Deliverables due", "1", "0", "-1"],
        ["plan", "Deliverables submitted", "0", "1", "1"],
        ["plan", "Deliverables submitted late", "0", "1", "1"],
        ["plan", "Milestones due", "0", "0", "0"],
        ["plan", "Milestones achieved", "0", "0", "0"],
        ["activities", "Activities delivered", "0", "0", "0"],
        ["activities", "Participants", "0", "0", "0"],
        ["activities", "Persons trained", "0", "0", "0"],
        ["activities", "Persons reached", "0", "0", "0"],
        ["exchanges", "Exchanges held", "0", "0", "0"],
        ["exchanges", "Of these virtual", "0", "0", "0"],
        ["effort", "Person-months", "0.60", "0.30", "-0.30"],
        ["costs", "Total costs", "0.00 EUR", "0.00 EUR", "0.00 EUR"],
        ["costs", "Requested contribution", "0.00 EUR", "0.00 EUR", "0.00 EUR"],
        ["indicators", "I1 Firms advised", "6", "10", "4"],
      ])
    #expect(throws: OnePeriodProblem()) {
      try store.statusReport.document(ReportRequest(texts: ["from": "RP1"]))
    }
  }

  @Test func `the final report has the whole action`() throws {
    try store.set("DELETE FROM person_rate")
    _ = try store.reportTexts.set(.init("final-results"), to: "Forty firms.")
    let document = try store.finalReport.document()
    #expect(document.schema == "blues.final-report/1")
    #expect(try rows("plan", document).first == ["Deliverables", "1", "1", "1", "0"])
    #expect(
      try rows("indicators", document).map { $0.prefix(7).joined(separator: "|") }
        == ["I1|Firms advised||0|40|16|40"].map { $0.replacing("|0|", with: "||") })
    let months = try rows("person_months", document)
    #expect(
      months == [
        ["NP", "WP1", "2.00", "0.90", "1.33", "-1.10", "-55.00", "under"]
      ])
    #expect(
      try rows("periods_costs", document) == [
        ["RP1", "0.00 EUR", "0.00 EUR", "0.00 EUR"], ["RP2", "0.00 EUR", "0.00 EUR", "0.00 EUR"],
      ])
    #expect(try rows("supported", document) == [])
    let json = try String(
      decoding: document.bytes(Rendering(format: .json)), as: UTF8.self)
    #expect(json.contains("\"final_results\": \"Forty firms.\""))
    #expect(json.contains("\"final_lessons\": null"))
  }

  @Test func `the report of a partner that leaves ends with its last day`() throws {
    let asked = ReportRequest(subjects: ["partner": "np"])
    func notes(_ document: Document) -> [String] {
      document.blocks.compactMap { block in
        if case .note(let text, _) = block { text } else { nil }
      }
    }
    #expect(
      notes(try store.leavingReport.document(asked)) == [
        "NP has not left: blues partner set NP --left-on 2021-06-01",
        "Not written yet. Write it with: blues report text edit leaving-objectives --partner NP",
        "Not written yet. Write it with: blues report text edit leaving-work --wp WP1 --partner NP",
      ])
    _ = try store.partners.set(.init("NP"), ["left_on": "2021-05-31"])
    _ = try store.reportTexts.set(
      .init("leaving-work", workPackage: .init("WP1"), partner: "NP"), to: "Handed over.")
    let document = try store.leavingReport.document(asked)
    #expect(document.title == "BLUES: report of NP on leaving")
    #expect(notes(document).count == 1)
    #expect(try rows("deliverables", document).map { $0[0] } == ["D1.1"])
    #expect(try rows("person_months", document).count == 1)
    let json = try String(
      decoding: document.bytes(Rendering(format: .json)), as: UTF8.self)
    #expect(json.contains("\"to\": \"2021-05-31\""))
    #expect(json.contains("\"text\": \"Handed over.\""))
  }
}
