import Basics
import Testing

@testable import BluesCore

@Suite struct `The contributions of partners` {
  let store: Store

  init() throws {
    store = try Store.blues(on: "2021-02-10")
    _ = try store.plannedEffort.set("NP", in: .init("WP1"), to: #require(.init("2")))
    _ = try store.workPackages.set(.init("WP1"), ["title": "Clusters"])
  }

  private func asked() throws -> AskedTexts {
    try store.reportTexts.asked(AskedTexts.Request(partner: "np", period: "rp1"))
  }

  private func receive(_ file: String) throws -> [String] {
    try store.reportTexts.receive(Contribution(reading: file), from: AskedTexts.Request())
      .received.map { "\($0.key) \($0.outcome.rawValue)" }
  }

  @Test func `a partner is asked for the work packages that it works in or leads`() throws {
    let asked = try asked()
    #expect(asked.title == "Contribution of NP to RP1")
    #expect(asked.until == (try .of("2021-02-15")))
    #expect(
      asked.items.map(\.heading) == [
        "WP1: Work carried out",
        "Exploitation and dissemination", "Deviations of tasks",
        "Deviations of the use of resources", "Unforeseen subcontracting",
        "Unforeseen use of in-kind contribution from third parties",
      ])
    #expect(asked.items[0].guidance.hasPrefix("Clusters. Per task: "))
  }

  @Test func `the file of a partner comes back, and each text is told`() throws {
    let key = ReportTextKey("deviations", period: "RP1", partner: "NP")
    _ = try store.reportTexts.set(key, to: "None.")
    var file = try asked().markdown
    #expect(file.hasPrefix("# Contribution of NP to RP1\n\nBLUES. Write below each heading"))
    #expect(file.contains("Please send it back by 15 February 2021.\n"))
    file = file.replacing(
      "## Exploitation and dissemination\n",
      with:
        "## Exploitation and dissemination {#exploitation}\n\nTwo fairs.\n\n### Fairs\n\nIFAT.\n"
    )
    #expect(
      try receive(file)
        == [
          "progress.WP1.RP1.NP empty",
          "dissemination-plan.RP1.NP new", "deviations.RP1.NP unchanged", "resources.RP1.NP empty",
          "subcontracting.RP1.NP empty", "in-kind.RP1.NP empty",
        ])
    let kept = try store.reportTexts.one(.init("dissemination-plan", period: "RP1", partner: "NP"))
    #expect(kept.text.hasPrefix("Two fairs.\n\n### Fairs\n\nIFAT."))
    #expect(
      try store.history.steps()[0].summary == "took in 1 text of NP for RP1")
    #expect(
      try receive(file).filter { !$0.hasSuffix("empty") }.map { $0.split(separator: " ")[1] }
        == ["unchanged", "unchanged"])
    _ = try store.history.undo()
    #expect(throws: ReportTextProblem.self) {
      try store.reportTexts.one(.init("dissemination-plan", period: "RP1", partner: "NP"))
    }
  }

  @Test func `an unknown heading is refused with the known ones, and nothing is kept`() throws {
    let file = "# Contribution of NP to RP1\n\n## WP1: Work carried out\n\nDone.\n\n## Other\n\nX\n"
    let before = try store.dump()
    let problem = #expect(throws: ReportTextProblem.self) { try receive(file) }
    #expect(problem?.message == "Unknown heading: Other.")
    #expect(problem?.hint?.hasPrefix("known: WP1: Work carried out; ") == true)
    #expect(try store.dump() == before)
    #expect(throws: ReportTextProblem.unaddressed) {
      try receive("## WP1: Work carried out\n\nDone.\n")
    }
    #expect(throws: ReportTextProblem.noHeading("The file")) { try receive("Words alone.") }
    #expect(throws: ReportTextProblem.twice("WP1: WORK CARRIED OUT")) {
      try receive(
        "# Contribution of NP to RP1\n## WP1: Work carried out\nA\n## WP1: WORK CARRIED OUT\nB\n")
    }
  }

  @Test func `line ends of a word processor change nothing, another list does`() throws {
    let head = "# Contribution of NP to RP1\n\n## 1.2 WP1: Work carried out\n\n"
    #expect(try receive("\(head)One two\nthree.\n") == ["progress.WP1.RP1.NP new"])
    #expect(try receive("\(head)One two three.\n") == ["progress.WP1.RP1.NP unchanged"])
    #expect(
      try store.reportTexts.all().map(\.text) == ["One two\nthree."])
    #expect(try receive("\(head)One two\n\n- three.\n") == ["progress.WP1.RP1.NP changed"])
  }

  @Test func `the guidance of the template is dropped wherever it is`() {
    let guidance = "Say what was done. No more."
    for text in [
      "> Say what was done. No more.\n\nDone.", "Done.\n\n> Say what\n> was done. No more.\n",
      "\nSay what was done. No more\\.\n\n\nDone.\n",
    ] {
      #expect(Contribution.written(text, guidance: guidance) == "Done.")
    }
    #expect(
      Contribution.written("A.\n\n> Say what was done. No more.\n\nB.", guidance: guidance)
        == "A.\n\nB.")
    #expect(Contribution.written("```\na\n\n\nb\n```", guidance: guidance) == "```\na\n\n\nb\n```")
  }

  @Test func `an export comes back as it was`() throws {
    let texts = store.reportTexts
    _ = try texts.set(.init("impact", period: "RP1"), to: "Impact.\n\n### Jobs\n\n> quoted")
    _ = try texts.set(.init("final-results"), to: "Results.")
    _ = try texts.set(
      .init("progress", workPackage: .init("WP2"), period: "RP1", partner: "NP"), to: "Fairs.")
    let all = try texts.all()
    let file = ReportTexts.markdown(all, project: "BLUES")
    #expect(
      file == """
        # BLUES: texts of reports

        ## progress.WP2.RP1.NP

        Fairs.

        ## impact.RP1

        Impact.

        ### Jobs

        > quoted

        ## final-results

        Results.

        """)
    for text in all { _ = try texts.remove(text.key) }
    #expect(
      try receive(file) == ["progress.WP2.RP1.NP new", "impact.RP1 new", "final-results new"])
    #expect(try texts.all() == all)
  }

  @Test func `a title names the partner and the report`() {
    func request(_ title: String) -> AskedTexts.Request? { AskedTexts.request(titled: title) }
    #expect(
      request("Contribution of A & B Co to RP2") == .init(partner: "A & B Co", period: "RP2"))
    #expect(request("contribution to RP1") == .init(period: "RP1"))
    #expect(request("Contribution of NP on leaving") == .init(.leaving, partner: "NP"))
    #expect(request("Contribution to the final report") == .init(.final))
    #expect(request("BLUES: texts of reports") == nil)
  }
}
