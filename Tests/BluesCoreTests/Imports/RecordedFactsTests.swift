import Basics
import GRDB
import Testing

@testable import BluesCore

/// What was recorded stays recorded, whatever an older list says.
@Suite struct `Facts that were recorded` {
  let store: Store

  init() throws { store = try Store.blues() }

  @Test func `a list cannot withdraw a submission`() throws {
    try store.importList(.deliverables, "code,due\nD1.1,M3\n")
    _ = try store.deliverables.submit(.init("D1.1"), on: .of("2020-05-01"))
    let old = try store.importList(.deliverables, "code,due,state\nD1.1,M3,pending\n")
    #expect(old.counts == [1, 0, 0, 1, 0])
    #expect(old.outcome.keptEdits.map(\.kept) == ["submitted"])
    var request = ImportRequest(fileName: "list.csv")
    request.edits = .replace
    let replaced = try store.importList(
      .deliverables, "code,due,state\nD1.1,M3,pending\n", request)
    #expect(
      replaced.rejected.map(\.reason) == [
        "Expected submitted or a decision, because a submission cannot be withdrawn."
      ])
    #expect(try store.deliverables.one(.init("D1.1")).state == .submitted)
  }

  @Test func `states from a list are told among what happened`() throws {
    try store.importList(
      .deliverables,
      "code,due,state,submitted_on,decided_on\nD1.1,M3,accepted,2020-05-01,2020-06-01\n")
    let steps = try store.deliverables.story(.init("D1.1")).steps
    #expect(steps.map(\.step) == ["submitted", "accepted"])
    #expect(steps.map(\.on.iso) == ["2020-05-01", "2020-06-01"])
  }

  @Test func `a role that no partner has is refused`() throws {
    let bad = try store.importList(.partners, "code,role\nWATER,Leader\n")
    #expect(bad.rejected.map(\.rule) == ["role"])
    #expect(bad.rejected.map(\.column) == [2])
  }

  @Test func `what a partner does at length is kept beside its category`() throws {
    let done = try store.importList(
      .partners, "code,role,category\nESP,Secondments,Associated partner\nUH,beneficiary,\n")
    #expect(done.counts == [2, 2, 0, 0, 0])
    #expect(try store.partners.one(.init("ESP")).role == .associated)
    #expect(try store.partners.one(.init("UH")).role == .beneficiary)
    let extra = try store.read { db in
      try String.fetchAll(db, sql: "SELECT extra FROM partner WHERE extra IS NOT NULL")
    }
    #expect(extra == [#"{"role":"Secondments","category":"Associated partner"}"#])
  }

  @Test func `due dates before an amendment are those that were`() throws {
    let code = try DeliverableCode("D1.1")
    _ = try store.deliverables.add(code, ["due": "M9"])
    _ = try store.project.amend(end: .of("2022-11-30"), reason: "Travel", on: .of("2020-08-01"))
    _ = try store.project.amend(start: .of("2020-03-01"), reason: "Late", on: .of("2020-08-02"))
    #expect(try store.deliverables.story(code).earlier.map(\.day.iso) == ["2020-10-31"])
    _ = try store.deliverables.postpone(
      code, to: .month(#require(ProjectMonth("M20"))), because: "x", on: .of("2020-08-03"))
    let earlier = try store.deliverables.story(code).earlier
    #expect(earlier.map(\.amendment) == [2])
    #expect(earlier.map(\.day.iso) == ["2020-10-31"])
  }

  @Test func `the last period and the stated dates follow an amendment`() throws {
    _ = try store.project.amend(end: .of("2022-11-30"), reason: "Travel", on: .of("2020-08-01"))
    let overview = try store.project.overview()
    #expect(overview.periods.map(\.endMonth.number) == [12, 34])
    let end = try #require(overview.facts.first { $0.name == "end" })
    #expect(end == StatedFact(name: "end", value: "2022-11-30", mark: .own, source: "amendment 1"))
    #expect(overview.facts.first { $0.name == "duration_months" }?.value == "34")
  }

  @Test func `who moves to a new employer does not rename the old one`() throws {
    try store.importContacts("organisation,name,email\nOld,Ana,ana@example.org\n")
    _ = try store.contacts.set("C1", ContactDraft([.organisation: "New"]))
    #expect(try store.organisations.all().map(\.name) == ["Old", "New"])
  }

  @Test func `mended rows of a rejects file have the ids of their list`() throws {
    let list = ImportRequest(fileName: "a.csv")
    try store.importContacts("id,name,city\n1,Ana,Huesca\n", list)
    let mended = try store.importContacts(
      "id,name,city\n1,Ana,Jaca\n", ImportRequest(fileName: "a.rejects-2.csv"))
    #expect(mended.counts == [1, 0, 1, 0, 0])
  }

  @Test func `a person's halves make a name in lists`() throws {
    try store.importContacts("given_name,family_name\nAna,Gil\n")
    #expect(try store.contacts.all().map(\.person) == ["Ana Gil"])
  }
}
