import Documents
import Testing

@testable import BluesCore

@Suite struct `The days of the plan` {
  /// A project with two deliverables, one of them submitted, and a milestone.
  private func store() throws -> Store {
    let store = try Store.blues(on: "2021-03-01")
    _ = try store.deliverables.add(.init("D1.1"), ["title": "Study", "lead": "NP", "due": "M6"])
    _ = try store.deliverables.add(.init("D1.2"), ["title": "Plan", "lead": "AV", "due": "M15"])
    _ = try store.deliverables.submit([.init("D1.1")], on: .of("2020-07-30"))
    _ = try store.milestones.add(
      .init("MS1"), ["title": "Open", "leads": "ZINNAE; NP", "due": "2021-04-30"])
    return store
  }

  @Test func `what is due, the periods and their reports, in the order of their days`() throws {
    let store = try store()
    let file = try store.read { try FileIdentity.number($0) }
    let entries = try store.planEntries.all(alarms: [14, 1])
    #expect(
      entries.map { "\($0.firstDay) \($0.uid) \($0.summary)" } == [
        "2020-07-31 D1.1-due@\(file).blues D1.1 Study",
        "2021-01-31 RP1-end@\(file).blues RP1 ends",
        "2021-02-15 RP1-internal-texts@\(file).blues RP1 texts of the partners",
        "2021-02-25 RP1-internal-financial@\(file).blues RP1 financial drafts of the partners",
        "2021-04-01 RP1-periodic-report@\(file).blues RP1 periodic report",
        "2021-04-30 D1.2-due@\(file).blues D1.2 Plan", "2021-04-30 MS1-due@\(file).blues MS1 Open",
        "2022-01-31 RP2-end@\(file).blues RP2 ends",
        "2022-02-15 RP2-internal-texts@\(file).blues RP2 texts of the partners",
        "2022-02-25 RP2-internal-financial@\(file).blues RP2 financial drafts of the partners",
        "2022-04-01 RP2-periodic-report@\(file).blues RP2 periodic and final report",
      ])
    #expect(
      entries[5]
        == CalendarEvent(
          uid: "D1.2-due@\(file).blues", summary: "D1.2 Plan",
          description: "BLUES deliverable, pending, lead AV.", firstDay: "2021-04-30",
          lastDay: "2021-04-30", category: "Deliverable", alarms: [14, 1]))
    #expect(entries[6].description == "BLUES milestone, open, lead ZINNAE; NP.")
    #expect(try store.planEntries.name() == "BLUES plan")
  }

  @Test func `what is done, or over, has no reminder`() throws {
    let entries = try store().planEntries.all(alarms: [7])
    #expect(
      entries.map { $0.alarms.isEmpty } == [
        true, true, true, true, false, false, false, false, false, false, false,
      ])
  }

  @Test func `a partner has what it owes, and the days of all`() throws {
    let own = try store().planEntries.all(partner: .init("np")).map(\.summary)
    #expect(
      own == [
        "D1.1 Study", "RP1 ends", "RP1 texts of the partners",
        "RP1 financial drafts of the partners", "MS1 Open", "RP2 ends",
        "RP2 texts of the partners", "RP2 financial drafts of the partners",
      ])
    #expect(throws: RecordProblem.self) {
      try store().planEntries.all(partner: .init("NOBODY"))
    }
  }
}
