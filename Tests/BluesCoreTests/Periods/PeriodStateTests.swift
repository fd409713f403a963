import Basics
import Documents
import Testing

@testable import BluesCore

@Suite struct `The states of a reporting period` {
  let store: Store

  init() throws {
    store = try Store.blues(on: "2021-02-10")
    _ = try store.risks.add(.init("R1"), ["title": "Travel bans"])
    _ = try store.indicators.add(.init("I1"), ["title": "Firms advised", "target": "40"])
    _ = try store.deliverables.add(.init("D1.1"), ["title": "Study", "due": "M6"])
    _ = try store.milestones.add(.init("MS1"), ["title": "Start", "due": "M2"])
    _ = try store.actions.add(.init("ACT1"), ["title": "Send minutes", "due_on": "2020-11-15"])
  }

  private func missing(_ period: String = "RP1") throws -> [String] {
    try store.periodCheck.missing(in: period).map { "\($0.requirement) \($0.what) \($0.command)" }
  }

  /// Mends everything that RP1 lacks.
  private func mend() throws {
    _ = try store.deliverables.justify(
      [.init("D1.1")], because: "Borders closed", on: .of("2021-02-01"))
    _ = try store.milestones.forecast([.init("MS1")], to: .of("2021-03-01"))
    _ = try store.riskStates.record(.init("R1"), in: "RP1", mitigated: .yes, occurred: .no)
    _ = try store.indicators.record(.init("I1"), IndicatorReading("6", on: .of("2021-01-20")))
    _ = try store.actions.finish([.init("ACT1")], on: .of("2021-02-02"))
  }

  @Test func `what is missing is listed with the command that mends it`() throws {
    #expect(
      try missing() == [
        "justifications No justification: Study, due 2020-07-31. "
          + "blues wp d justify D1.1 --because \"…\"",
        "forecasts No forecast: Start, due 2020-03-31. blues wp ms forecast MS1 --to 2021-03-10",
        "risk-states No state of play: Travel bans. "
          + "blues wp r state R1 --period RP1 --mitigated yes --occurred no",
        "indicator-readings No reading: Firms advised. blues wp i record I1 \"…\" --on 2021-01-31",
        "actions Open: Send minutes, due 2020-11-15. blues wp action done ACT1",
      ])
    try mend()
    #expect(try missing() == [])
    #expect(
      try missing("rp2").prefix(2) == [
        "period-end The period ends on 2022-01-31. blues report period lock RP2 --because \"…\"",
        "earlier-period The period before is still open. blues report period lock RP1",
      ])
  }

  @Test func `a lock is refused while something is missing, and made with a reason`() throws {
    let refused = #expect(throws: PeriodRefusal.self) {
      try store.periodCheck.lock("RP1", on: .of("2021-02-10"))
    }
    #expect(refused?.message == "RP1 cannot be locked yet: 5 items are missing.")
    #expect(refused?.kind == .refusedByRule)
    #expect(throws: PeriodRefusal.self) {
      try store.periodCheck.lock("RP1", on: .of("2021-02-10"), because: " ")
    }
    let before = try store.dump()
    let (standing, missing) = try store.periodCheck.lock(
      "RP1", on: .of("2021-02-10"), because: "The Agency waits")
    #expect(missing.count == 5)
    #expect(standing.state == .locked)
    let step = try #require(standing.steps.first)
    #expect([step.who, step.reason] == ["tester", "The Agency waits"])
    #expect(
      step.missing.last == "actions ACT1: Open: Send minutes, due 2020-11-15.")
    #expect(
      try store.history.steps()[0].summary
        == "locked RP1 on 2021-02-10 in spite of 5 missing items")
    _ = try store.history.undo()
    #expect(try store.dump() == before)
    _ = try store.history.redo()
    #expect(try store.periods.standing("RP1") == standing)
  }

  @Test func `a figure that cannot be computed is never passed by`() {
    let refusal = PeriodRefusal(
      period: "RP1",
      missing: [
        MissingItem(
          "CZK", "no rate of CZK.", command: "blues partner rate import …", isFigure: true)
      ])
    #expect(
      refusal.message
        == "RP1 cannot be locked: 1 figure cannot be computed, such as CZK: no rate of CZK.")
    #expect(refusal.hint == "blues partner rate import …")
  }

  @Test func `a period goes from open to accepted, and comes back with a reason`() throws {
    try mend()
    let day = try Day.of("2021-02-10")
    func refusal(_ step: () throws -> Void) -> String? {
      do {
        try step()
        return nil
      } catch {
        return (error as? any Problem)?.reason
      }
    }
    #expect(
      refusal { _ = try store.periods.submit("RP1", on: day) }
        == "RP1 is open, so that it cannot be submitted. "
        + "Lock it first: blues report period lock RP1")
    #expect(
      refusal { _ = try store.periods.reopen("RP1", on: day, because: "x") }
        == "RP1 is open already. See blues report period show RP1")
    _ = try store.periodCheck.lock("rp1", on: .of("2021-02-05"))
    #expect(
      refusal { _ = try store.periodCheck.lock("RP1", on: day) }
        == "RP1 is locked already. See blues report period show RP1")
    #expect(
      refusal { _ = try store.periods.accept("RP1", on: day) }
        == "RP1 is locked, so that it cannot be accepted. "
        + "Submit it first: blues report period submit RP1")
    #expect(
      refusal { _ = try store.periods.submit("RP1", on: .of("2021-02-04")) }
        == "2021-02-04 is before the last step of RP1, on 2021-02-05. "
        + "Give the day it happened with --on")
    #expect(
      refusal { _ = try store.periods.submit("RP1", on: .of("2021-02-11")) }
        == "RP1 cannot have been changed on 2021-02-11: today is 2021-02-10. "
        + "Give the day it happened with --on")
    #expect(try store.periods.submit("RP1", on: day).state == .submitted)
    #expect(try store.periods.accept("RP1", on: day, because: "Letter").state == .accepted)
    #expect(
      refusal { _ = try store.periods.reopen("RP1", on: day, because: " ") }
        == "Reopening RP1 needs a reason. Blues report period reopen RP1 --because \"…\"")
    let open = try store.periods.reopen("RP1", on: day, because: "Two corrections")
    #expect(open.state == .open)
    #expect(
      open.steps.map(\.kind.rawValue) == ["locked", "submitted", "accepted", "reopened"])
    #expect(throws: PeriodProblem.unknown("RP9", known: ["RP1", "RP2"])) {
      try store.periods.standing("RP9")
    }
    #expect(throws: PeriodProblem.notLast("RP1")) { try store.periods.remove("RP1") }
  }

  @Test func `what a locked period says is no longer changed`() throws {
    try mend()
    _ = try store.periodCheck.lock("RP1", on: .of("2021-02-10"))
    func refusal(_ step: () throws -> Void) -> String? {
      do {
        try step()
        return nil
      } catch {
        guard let problem = error as? any Problem, problem.kind == .conflict else { return "other" }
        return problem.reason
      }
    }
    let way = "Blues report period reopen RP1 --because \"…\""
    #expect(
      refusal {
        _ = try store.riskStates.record(.init("R1"), in: "RP1", mitigated: .no, occurred: .no)
      } == "RP1 is locked: the state of R1 cannot change. \(way)")
    #expect(
      refusal {
        _ = try store.indicators.record(.init("I1"), IndicatorReading("7", on: .of("2021-01-31")))
      } == "RP1 is locked: a reading of I1 on 2021-01-31 cannot change. \(way)")
    #expect(
      refusal {
        _ = try store.deliverables.justify(
          [.init("D1.1")], because: "Other", on: .of("2021-02-10"))
      } == "RP1 is locked: the justification of D1.1 cannot change. \(way)")
    #expect(
      refusal { _ = try store.deliverables.set(.init("D1.1"), ["justification": "Other"]) }
        == "RP1 is locked: the justification of D1.1 cannot change. \(way)")
    #expect(
      refusal { _ = try store.periods.set("RP1", from: nil, to: .init(number: 11)) }
        == "RP1 is locked: its months cannot change. \(way)")
    // The next period goes on.
    _ = try store.riskStates.record(.init("R1"), in: "RP2", mitigated: .no, occurred: .no)
    _ = try store.indicators.record(.init("I1"), IndicatorReading("7", on: .of("2021-02-01")))
    _ = try store.deliverables.set(.init("D1.1"), ["title": "Longer study"])
    _ = try store.periods.reopen("RP1", on: .of("2021-02-10"), because: "A correction")
    _ = try store.riskStates.record(.init("R1"), in: "RP1", mitigated: .no, occurred: .no)
  }

  @Test func `what the lock keeps stays to the byte, whatever changes later`() throws {
    try mend()
    #expect(try store.frozenDocuments.all(in: "RP1") == [])
    _ = try store.periodCheck.lock("RP1", on: .of("2021-02-10"))
    let frozen = try #require(try store.frozenDocuments.find("risk-states", in: "RP1"))
    #expect(frozen.content.contains("\"title\": \"Travel bans\""))
    #expect(frozen.sha256 == FileDigest(of: Array(frozen.content.utf8)).sha256)
    #expect(
      try store.frozenDocuments.all(in: "RP1").map(\.kind) == ["deliverables", "risk-states"])
    _ = try store.risks.set(.init("R1"), ["title": "Other words"])
    #expect(try store.frozenDocuments.find("risk-states", in: "rp1") == frozen)
    #expect(try store.frozenDocuments.find("risk-states", in: "RP1", partner: "NP") == nil)
    _ = try store.periods.reopen("RP1", on: .of("2021-02-10"), because: "A correction")
    #expect(try store.frozenDocuments.all(in: "RP1") == [])
    _ = try store.periodCheck.lock("RP1", on: .of("2021-02-10"))
    let second = try #require(try store.frozenDocuments.find("risk-states", in: "RP1"))
    #expect(second.sha256 != frozen.sha256)
    #expect(try store.answer("SELECT count(*) AS n FROM frozen_document") == ["[n:4]"])
    try store.set("UPDATE frozen_document SET content = content || ' '")
    let changed = #expect(throws: FrozenProblem.self) {
      try store.frozenDocuments.all(in: "RP1")
    }
    #expect(changed?.kind == .badData)
    #expect(
      changed?.message.hasPrefix(
        "The document deliverables of RP1 is not what was frozen: its SHA-256 differs, in table "
          + "frozen_document, row ") == true)
  }

  @Test func `a statement of a partner is kept beside the others`() throws {
    try mend()
    _ = try store.periodCheck.lock("RP1", on: .of("2021-02-10"))
    let period = try store.periods.standing("RP1").period
    let lock = try #require(try store.read { try PeriodStory($0).lock(of: period) })
    try store.write { write in
      try FrozenDocuments.freeze(
        DrawnDocument("financial-statement", partner: "NP", content: "{}"), at: lock, write)
    }
    #expect(
      try store.frozenDocuments.find("financial-statement", in: "RP1", partner: "np")?.content
        == "{}")
  }

  @Test func `a report that was submitted is no longer asked for`() throws {
    func asked() throws -> [String] {
      try store.agenda.items(.init(days: nil)).filter { $0.kind == "report" && $0.code == "RP1" }
        .map { "\($0.title): \($0.command)" }
    }
    let check = "blues report period check RP1"
    #expect(
      try asked() == [
        "texts of the partners: \(check)", "financial drafts of the partners: \(check)",
        "periodic report: \(check)",
      ])
    try mend()
    _ = try store.periodCheck.lock("RP1", on: .of("2021-02-10"))
    #expect(try asked() == ["periodic report: blues report period submit RP1"])
    _ = try store.periods.submit("RP1", on: .of("2021-02-10"))
    #expect(try asked() == [])
    #expect(try store.planEntries.all().contains { $0.summary == "RP1 periodic report" })
  }
}
