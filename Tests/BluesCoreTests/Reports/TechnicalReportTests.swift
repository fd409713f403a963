import Basics
import Documents
import Testing

@testable import BluesCore

@Suite struct `The technical report` {
  let store: Store

  init() throws {
    store = try Store.withStaff(on: "2021-02-10")
    _ = try store.plannedEffort.set("NP", in: .init("WP1"), to: #require(.init("2")))
    for (on, package, hours) in [("2020-05", "WP1", "86"), ("2020-06", "WP5", "43")] {
      _ = try store.timesheets.add(
        .init(
          person: "NP-1", worked: #require(WorkDate(stored: on)),
          workPackage: WorkPackageCode(package)),
        #require(Hours(hours)))
    }
    _ = try store.deliverables.add(
      .init("D1.1"), ["title": "Study", "due": "M6", "lead": "NP", "type": "R", "level": "PU"])
    _ = try store.deliverables.add(.init("D1.2"), ["title": "Plan", "due": "M4"])
    _ = try store.deliverables.submit(.init("D1.2"), on: .of("2020-06-15"))
    _ = try store.deliverables.justify(
      [.init("D1.2")], because: "Borders closed", on: .of("2021-02-01"))
    _ = try store.milestones.add(.init("MS1"), ["title": "Start", "due": "M2"])
    _ = try store.risks.add(.init("R1"), ["title": "Travel bans", "mitigation": "Virtual"])
    _ = try store.risks.add(.init("R2"), ["title": "Virus", "kind": "unforeseen"])
    _ = try store.riskStates.record(
      .init("R1"), in: "RP1", mitigated: .yes, occurred: .no, note: "Webinars")
    _ = try store.activities.add(
      .init("A1"),
      [
        "title": "Fair", "type": "communication", "starts_on": "2020-10-01", "kind": "exhibition",
        "status": "delivered", "reach": "120", "audiences": "industry",
      ])
    _ = try store.activities.add(
      .init("A2"), ["title": "Later", "starts_on": "2021-10-01", "status": "planned"])
    _ = try store.indicators.add(
      .init("I1"), ["title": "Firms advised", "target": "40", "cumulative": "yes"])
    _ = try store.indicators.record(.init("I1"), IndicatorReading("6", on: .of("2021-01-20")))
    _ = try store.indicators.record(.init("I1"), IndicatorReading("3", on: .of("2021-02-05")))
  }

  private func document(_ part: String? = nil, _ period: String = "RP1") throws -> Document {
    var texts = ["period": period]
    texts["part"] = part
    return try store.technicalReport.document(ReportRequest(texts: texts))
  }

  private func headings(_ document: Document) -> [String] {
    document.blocks.compactMap { block in
      switch block {
      case .section(let heading): heading
      case .heading(let heading, let level): String(repeating: " ", count: level - 2) + heading
      default: nil
      }
    }
  }

  private func table(_ noun: String, _ document: Document) throws -> [[String]] {
    let found = document.blocks.lazy.compactMap { block -> Table? in
      guard case .table(let table, _) = block, table.noun == noun else { return nil }
      return table
    }.first
    return try #require(found).rows.map { $0.map(\.shown) }
  }

  private func notes(_ document: Document) -> [String] {
    document.blocks.compactMap { block in
      if case .note(let text, _) = block { text } else { nil }
    }
  }

  @Test func `part A has the tables of the portal in its order`() throws {
    let part = try document("a")
    #expect(part.title == "BLUES: technical report of RP1, part A")
    #expect(
      headings(part).filter { !$0.hasPrefix(" ") } == [
        "Publishable summary", "Deliverables", "Milestones", "Critical risks, foreseen",
        "Unforeseen risks", "State of play of the risks",
        "Dissemination and communication by type",
        "Dissemination and communication activities", "Indicators", "Person-months",
      ])
    #expect(
      try table("deliverables", part) == [
        [
          "1", "D1.1", "Study", "NP", "R", "PU", "M6", "2020-07-31", "", "overdue", "", "",
        ],
        [
          "1", "D1.2", "Plan", "", "", "", "M4", "2020-05-31", "2020-06-15", "submitted", "",
          "Borders closed",
        ],
      ])
    #expect(try table("foreseen_risks", part) == [["R1", "Travel bans", "", "Virtual"]])
    #expect(try table("unforeseen_risks", part) == [["R2", "Virus", "", ""]])
    #expect(
      try table("risk_states", part) == [
        ["R1", "RP1", "yes", "no", "Webinars"], ["R2", "RP1", "missing", "missing", ""],
      ])
    #expect(
      try table("indicators", part) == [
        ["I1", "Firms advised", "", "", "40", "6", "6", "15", ""]
      ])
    #expect(
      try table("indicators", document("a", "RP2")) == [
        ["I1", "Firms advised", "", "", "40", "3", "9", "22", ""]
      ])
  }

  @Test func `activities of the period are counted by type and listed`() throws {
    let part = try document("a")
    let labels = try PartA.labels()
    let kind = try #require(labels["exhibition"])
    let audience = try #require(labels["industry"])
    #expect(try table("activity_counts", part) == [[kind, "1", "", audience, "120", "0"]])
    #expect(
      try table("activities", part) == [
        [
          "A1", "Fair", "2020-10-01", "", "", audience, kind, "", "delivered", "120", "",
        ]
      ])
  }

  @Test func `person-months are those of each partner in each work package`() throws {
    #expect(
      try table("person_months", document("a")) == [
        ["NP", "planned", "2.00", "", "", "", "0.00", "2.00"],
        ["NP", "this period", "0.60", "", "", "", "0.30", "0.90"],
        ["NP", "to date", "0.60", "", "", "", "0.30", "0.90"],
        ["NP", "deviation %", "-70.00", "", "", "", "", "-55.00"],
      ])
  }

  @Test func `what does not apply is left out and the numbers close up`() throws {
    #expect(
      headings(try document("b")) == [
        "1 Explanation of the work carried out and overview of the progress",
        " 1.1 Objectives", " 1.2 Explanation of the work carried out per work package",
        "  1.2.1 WP1 \(try title("WP1"))", "  1.2.2 WP2 \(try title("WP2"))",
        "  1.2.3 WP3 \(try title("WP3"))", "  1.2.4 WP4 \(try title("WP4"))",
        "  1.2.5 WP5 \(try title("WP5"))", " 1.3 Impact",
        "2 Update of the plan for exploitation and dissemination of results",
        "3 Deviations from Annex 1", " 3.1 Tasks", " 3.2 Use of resources",
      ])
    _ = try store.reportTexts.set(
      .init("subcontracting", period: "RP1", partner: "AV"), to: "None but one.")
    _ = try store.reportTexts.set(.init("recommendations", period: "RP1"), to: "Done.")
    #expect(
      headings(try document("b")).suffix(6) == [
        "3 Follow-up of recommendations and comments from previous reviews",
        "4 Deviations from Annex 1", " 4.1 Tasks", " 4.2 Use of resources",
        "  4.2.1 Unforeseen subcontracting", "   AV",
      ])
  }

  private func title(_ code: String) throws -> String {
    try store.workPackages.one(.init(code)).title
  }

  @Test func `late work is shown as due, delivered and reason`() throws {
    let part = try document("b")
    let late = [
      ["D1.1", "Study", "2020-07-31", "not yet", "missing"],
      ["D1.2", "Plan", "2020-05-31", "2020-06-15", "Borders closed"],
    ]
    #expect(try table("late_deliverables", part) == late)
    #expect(try table("wp1_late_deliverables", part) == late)
    #expect(
      try table("missed_milestones", part) == [["MS1", "Start", "2020-03-31", "not yet", ""]])
    #expect(
      try table("wp1_tasks", part) == [["T1.1", "T1.1", "", "M1 to M24", "running"]])
    let deviations = try table("effort_deviations", part)
    #expect(
      deviations == [
        [
          "NP", "WP1", "2.00", "0.60", "0.60", "1.00", "-1.40", "-70.00", "under", "-0.40",
          "-40.08",
          "under", "missing",
        ],
        [
          "NP", "WP5", "0.00", "0.30", "0.30", "0.00", "0.30", "", "unplanned", "0.30", "",
          "unplanned", "missing",
        ],
      ])
    // The next period is not asked for what was late and settled before.
    #expect(
      try table("late_deliverables", document("b", "RP2")) == [late[0]])
  }

  @Test func `texts of the project and of partners are printed, a missing one is named`() throws {
    let missing = "Not written yet. Write it with: blues report text edit "
    #expect(
      notes(try document()).filter { $0.hasPrefix(missing) }.map { $0.dropFirst(missing.count) }
        == [
          "summary-context --period RP1", "summary-work --period RP1",
          "summary-impact --period RP1", "objectives --period RP1",
          "progress --wp WP1 --period RP1", "progress --wp WP2 --period RP1",
          "progress --wp WP3 --period RP1", "progress --wp WP4 --period RP1",
          "progress --wp WP5 --period RP1", "impact --period RP1",
          "deviations --period RP1", "resources --period RP1",
        ])
    let texts = store.reportTexts
    _ = try texts.set(.init("progress", workPackage: .init("WP1"), period: "RP1"), to: "Whole.")
    _ = try texts.set(
      .init("progress", workPackage: .init("WP1"), period: "RP1", partner: "NP"), to: "Part.")
    let part = try document("b")
    #expect(!notes(part).contains("\(missing)progress --wp WP1 --period RP1"))
    let prose = part.blocks.compactMap { block in
      if case .prose(let text, _) = block { text } else { nil }
    }
    #expect(prose == ["Whole.", "Part."])
    #expect(headings(part).contains("   WP1, NP"))
    #expect(
      notes(try document("a")).last
        == "A state of play is missing: blues workpackage risk state R2 --period RP1 "
        + "--mitigated yes --occurred no")
    #expect(
      notes(part).last
        == "An explanation is missing: blues workpackage effort explain NP WP1 \"…\" --period RP1")
  }

  @Test func `JSON has the sections with their numbers and texts`() throws {
    _ = try store.reportTexts.set(.init("impact", period: "RP1"), to: "As **described**.")
    let json = try String(
      decoding: document().bytes(Rendering(format: .json)), as: UTF8.self)
    #expect(json.hasPrefix("{\n  \"schema\": \"blues.technical-report/1\",\n"))
    #expect(
      json.contains(
        """
              "section": "impact",
              "number": "1.3",
              "heading": "Impact",
              "work_package": null,
              "partner": null,
              "text": "As **described**."
        """))
    #expect(!json.contains("_2\":"))
  }

  @Test func `a programme without sections says so`() throws {
    try store.set("UPDATE project SET programme = 'Interreg'")
    #expect(throws: (any Error).self) { try document() }
  }
}
