import Basics
import Documents
import Testing

@testable import BluesCore

@Suite struct `The completeness of a report` {
  let store: Store

  init() throws {
    store = try Store.withStaff(on: "2021-02-10")
    _ = try store.plannedEffort.set("NP", in: .init("WP1"), to: #require(.init("2")))
    _ = try store.timesheets.add(
      .init(
        person: "NP-1", worked: #require(WorkDate(stored: "2020-06")),
        workPackage: WorkPackageCode("WP5")),
      #require(Hours("43")))
    _ = try store.activities.add(
      .init("A1"),
      [
        "title": "Fair", "type": "communication", "starts_on": "2020-10-01", "status": "ongoing",
      ])
    _ = try store.deliverables.add(.init("D1.2"), ["title": "Plan", "due": "M8"])
    _ = try store.deliverables.submit(.init("D1.2"), on: .of("2020-08-15"))
    _ = try store.indicators.add(.init("I1"), ["title": "Firms advised", "target": "40"])
    _ = try store.indicators.record(.init("I1"), IndicatorReading("6", on: .of("2021-01-20")))
  }

  private func missing(_ kind: String, _ period: String = "RP1") throws -> [String] {
    try store.reportCheck.missing(in: period).filter { $0.requirement == kind }
      .map { "\($0.code): \($0.what) \($0.command)" }
  }

  @Test func `what the lock asks is asked here as well, and its answers stay`() throws {
    let lock = try store.periodCheck.missing(in: "RP1")
    let all = try store.reportCheck.missing(in: "RP1")
    #expect(Array(all.prefix(lock.count)).map(\.what) == lock.map(\.what))
    #expect(Set(all.map(\.requirement)).isSuperset(of: ["texts", "effort", "activities"]))
  }

  @Test func `texts, explanations, activities, publicity and evidence are asked for`() throws {
    #expect(
      try missing("texts").first
        == "summary-context.RP1: Not written: Summary of the context and overall objectives of "
        + "the project. blues report text edit summary-context --period RP1")
    #expect(try missing("texts").count == 10)
    #expect(
      try missing("effort") == [
        "NP WP1: No explanation: 0.00 person-months to date, 1.00 due. "
          + "blues workpackage effort explain NP WP1 \"…\" --period RP1",
        "NP WP5: No explanation: 0.30 person-months to date, no plan. "
          + "blues workpackage effort explain NP WP5 \"…\" --period RP1",
      ])
    #expect(
      try missing("activities") == [
        "A1: Still ongoing, its days are over: Fair. "
          + "blues workpackage activity set A1 --status delivered"
      ])
    #expect(
      try missing("publicity").first
        == "A1: Publicity not recorded: the emblem of the European Union. "
        + "blues workpackage activity set A1 --emblem yes")
    #expect(
      try missing("evidence") == [
        "D1.2: No document of what was sent: Plan. "
          + "blues project document add D1.2 FILE --kind report",
        "I1: The reading of 2021-01-20 names no source or evidence. "
          + "blues workpackage indicator set I1 --source \"…\"",
      ])
    _ = try store.timesheets.explain("NP", in: .init("WP5"), period: "RP1", "Took over from AV.")
    #expect(try missing("effort").count == 1)
    _ = try store.timesheets.explain("NP", in: .init("WP1"), period: "RP1", "Begins in RP2.")
    _ = try store.activities.set(.init("A1"), ["status": "delivered"])
    _ = try store.indicators.set(.init("I1"), ["source": "Lists"])
    #expect(try missing("effort") == [])
    #expect(try missing("activities") == [])
    #expect(try missing("evidence").count == 1)
  }

  @Test func `in the final report nothing is ongoing or postponed`() throws {
    _ = try store.activities.add(
      .init("A2"), ["title": "Film", "status": "postponed", "starts_on": "2021-06-01"])
    #expect(
      try missing("activities", "RP2") == [
        "A1: Still ongoing in the final report: Fair. "
          + "blues workpackage activity set A1 --status delivered",
        "A2: Still postponed in the final report: Film. "
          + "blues workpackage activity set A2 --status delivered",
        "RP2: No activity was delivered; the final report needs one. "
          + "blues workpackage activity list",
      ])
  }

  @Test func `the answer counts what is missing by kind`() throws {
    let (document, isComplete) = try store.reportCheck.document(in: "rp1")
    #expect(!isComplete)
    let json = try String(
      decoding: document.bytes(Rendering(format: .json)), as: UTF8.self)
    #expect(json.hasPrefix("{\n  \"schema\": \"blues.report-check/1\",\n  \"period\": \"RP1\",\n"))
    #expect(json.contains("\"texts\": 10"))
    #expect(json.contains("\"effort\": 2"))
  }
}

@Suite struct `What financial officers ask` {
  let store: Store

  init() throws {
    store = try Store.blues(on: "2022-02-10")
    _ = try store.costs.add(
      .init("K1"),
      [
        "partner": "AV", "category": "D.1", "work_package": "WP1", "incurred_on": "2020-05-14",
        "description": "Train", "amount": "100.00", "charged_in": "RP2",
      ])
    _ = try store.costs.add(
      .init("K2"),
      [
        "partner": "AV", "category": "D.3", "work_package": "WP1", "incurred_on": "2020-06-14",
        "description": "Stand", "amount": "50.00", "foreseen": "no",
      ])
    _ = try store.budget.add(
      .init("B1"), ["partner": "AV", "category": "D.1", "work_package": "WP1", "amount": "1000"])
  }

  private func questions(_ period: String) throws -> [String] {
    try store.reportCheck.missing(in: period).filter { $0.requirement == "officer-questions" }
      .map { "\($0.code): \($0.what) \($0.command)" }
  }

  @Test func `adjustments, costs that are not foreseen, and money not spent need words`() throws {
    #expect(
      try questions("RP1") == [
        "K2: Not foreseen in Annex 1, without a reason: 50.00 EUR, Stand. "
          + "blues partner cost set K2 --note \"…\""
      ])
    #expect(
      try questions("RP2") == [
        "K1: Adjustment of RP1 without a reason: 100.00 EUR, Train. "
          + "blues partner statement adjust AV K1 --period RP2 --because \"…\"",
        "AV D.1: Not spent: 900.00 EUR of 1000.00 EUR. "
          + "blues report text edit resources --period RP2 --partner AV",
      ])
    _ = try store.costs.set(.init("K2"), ["note": "The fair was brought forward."])
    _ = try store.statements.explain("K1", of: "AV", in: "RP2", because: "The invoice came late")
    _ = try store.reportTexts.set(
      .init("resources", period: "RP2", partner: "AV"), to: "Fairs were virtual.")
    #expect(try questions("RP1") == [])
    #expect(try questions("RP2") == [])
  }
}
