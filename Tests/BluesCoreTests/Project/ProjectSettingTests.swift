import Basics
import Documents
import Testing

@testable import BluesCore

/// The project's own facts and periods, changed and confirmed.
@Suite struct `Facts and periods of a project` {
  let store: Store

  init() throws { store = try Store.blues() }

  private func fact(_ name: String) throws -> [String?] {
    let fact = try store.project.facts(about: "project").first { $0.name == name }
    return [fact?.value, fact?.mark.rawValue, fact?.source]
  }

  @Test func `a fact is changed with where it is said`() throws {
    try store.project.set(.init(title: " Blue  exchange ", grantNumber: "1", source: "Article 1"))
    #expect(try fact("title") == ["Blue  exchange", "confirmed", "Article 1"])
    let project = try store.project.overview().project
    #expect([project.title, project.grantNumber] == ["Blue  exchange", "1"])
    try store.project.set(.init(grantNumber: ""))
    #expect(try store.project.overview().project.grantNumber == nil)
    #expect(try fact("grant") == [nil, nil, nil])
    _ = try store.history.undo()
    #expect(try fact("grant") == ["1", "confirmed", "Article 1"])
  }

  @Test func `the predecessor, the funders and the theme are facts of the project`() throws {
    #expect(try store.project.overview().background.isEmpty)
    try store.project.set(
      .init(predecessor: "INNO-DROP", funders: "COSME", theme: "Water", source: "ECCP"))
    #expect(try fact("predecessor") == ["INNO-DROP", "confirmed", "ECCP"])
    let shown = try store.project.overview().background
    #expect(shown.map(\.name) == ["predecessor", "funders", "theme"])
    try store.project.set(.init(theme: ""))
    #expect(try store.project.overview().background.map(\.name) == ["predecessor", "funders"])
    #expect(try fact("theme") == [nil, nil, nil])
  }

  @Test func `a partner of the predecessor that became part of another is recorded`() throws {
    let gone = try store.partners.add(
      .init("WSM"),
      [
        "name": "Water Sensors & Membranes", "country": "FR", "role": "associated",
        "left_on": "2017-06-28", "successor": "av",
      ])
    #expect(gone.successor == "AV" && gone.leftOn?.iso == "2017-06-28")
    #expect(
      throws: RecordProblem.inUse(
        "AV",
        by: [.init(noun: "partner", count: 1), .init(noun: "work package", count: 1)])
    ) { try store.partners.remove(.init("AV")) }
  }

  @Test func `facts are confirmed as they stand`() throws {
    try store.project.set(.init(confirmed: ["start", "end"], source: "Article 3"))
    #expect(try fact("start") == ["2020-02-01", "confirmed", "Article 3"])
    #expect(
      try store.history.steps()[0].summary == "changed the project: start confirmed, end confirmed")
    let known = try store.project.facts(about: "project").map(\.name)
    #expect(throws: ProjectProblem.unknownFact("sart", known: known)) {
      try store.project.set(.init(confirmed: ["end", "sart"]))
    }
    #expect(throws: ProjectProblem.nothingToSet) { try store.project.set(.init(source: "x")) }
    #expect(throws: ProjectProblem.needed("title")) { try store.project.set(.init(title: " ")) }
  }

  @Test func `periods follow each other and do not overlap`() throws {
    let third = try store.periods.add(from: nil, to: #require(ProjectMonth("M34")))
    #expect(
      [third.name, third.startMonth.description, third.endMonth.description] == [
        "RP3", "M25", "M34",
      ])
    #expect(throws: PeriodProblem.overlaps("RP2", with: "RP3")) {
      try store.periods.set("RP2", from: nil, to: ProjectMonth("M26"))
    }
    #expect(throws: PeriodProblem.backwards("RP3")) {
      try store.periods.set("rp3", from: ProjectMonth("M35"), to: nil)
    }
    #expect(throws: PeriodProblem.notLast("RP2")) { try store.periods.remove("RP2") }
    #expect(throws: PeriodProblem.unknown("RP9", known: ["RP1", "RP2", "RP3"])) {
      try store.periods.remove("RP9")
    }
    #expect(throws: PeriodProblem.nothingToSet) {
      try store.periods.set("RP1", from: nil, to: nil)
    }
    try store.periods.remove("RP3")
    #expect(try store.periods.all().map(\.name) == ["RP1", "RP2"])
  }
}
