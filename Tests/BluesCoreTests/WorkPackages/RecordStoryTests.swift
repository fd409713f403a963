import Basics
import Documents
import Testing

@testable import BluesCore

@Suite struct `What is told of a record` {
  let store: Store

  init() throws {
    store = try Store.blues()
    let deliverables = try store.on("2020-09-01", "workpackage deliverable add").deliverables
    for code in ["D1.1", "D1.2", "D2.1"] {
      _ = try deliverables.add(.init(code), ["title": "Study", "lead": "np", "due": "M6"])
    }
    for (code, due) in [("MS1", "M6"), ("MS2", "M3")] {
      _ = try store.milestones.add(
        .init(code), ["title": "Kick-off", "leads": "NP; AV", "due": due])
    }
  }

  func setting(_ noun: String) throws -> Store { try store.on("2020-09-01", "\(noun) set") }

  /// The changes on the page of a record.
  func changes<R: Record>(_ code: R.Code, of kind: R.Type) throws -> [String] {
    let page = try R.register.page(store.records(kind).one(code), in: store)
    let tables = page.blocks.compactMap { block in
      if case .table(let table, _) = block, table.noun == "changes" { table } else { nil }
    }
    return tables.flatMap { table in table.rows.map { $0.map(\.shown).joined(separator: " ") } }
  }

  @Test func `set says in the history what it changed, and the record shows it`() throws {
    _ = try setting("workpackage").workPackages.set(
      .init("WP3"), ["end_month": "M10", "objectives": "To learn"])
    _ = try setting("workpackage").workPackages.set(.init("WP3"), ["lead": ""])
    #expect(
      try store.history.steps(limit: 2).map(\.summary) == [
        "changed WP3: lead ZINNAE → none", "changed WP3: end M24 → M10, objectives none → To learn",
      ])
    #expect(
      try changes(.init("WP3"), of: WorkPackage.self) == [
        "2020-09-01 tester changed WP3: end M24 → M10, objectives none → To learn",
        "2020-09-01 tester changed WP3: lead ZINNAE → none",
      ])
    #expect(try changes(.init("WP2"), of: WorkPackage.self) == [])
    _ = try store.history.undo()
    #expect(try changes(.init("WP3"), of: WorkPackage.self).count == 1)
  }

  @Test func `a long text is named and not quoted`() throws {
    let long = String(repeating: "learn ", count: 9)
    _ = try setting("workpackage").workPackages.set(.init("WP3"), ["objectives": long])
    #expect(try store.history.steps(limit: 1).first?.summary == "changed WP3: objectives")
  }

  @Test func `another due date is a line of a deliverable's story`() throws {
    let code = try DeliverableCode("D1.1")
    _ = try setting("workpackage deliverable").deliverables.set(code, ["due": "M9"])
    let story = try store.deliverables.story(code).steps
    #expect(
      story == [
        DeliverableStep(
          step: "postponed", on: try .of("2020-09-01"), oldDue: "M6", newDue: "M9", note: nil)
      ])
    #expect(
      DeliverableStep.fields.map { $0.cell(story[0]).shown } == [
        "2020-09-01", "moved", "", "M6", "M9", "",
      ])
    #expect(
      try changes(code, of: Deliverable.self) == [
        "2020-09-01 tester added D1.1", "2020-09-01 tester changed D1.1: due M6 → M9",
      ])
    _ = try setting("workpackage deliverable").deliverables.set(code, ["due": "M9"])
    #expect(try store.deliverables.story(code).steps.count == 1)
  }

  @Test func `a verb takes several records, all or none, as one step`() throws {
    let codes = try ["D1.1", "D1.2", "d1.1"].map { try DeliverableCode($0) }
    let sent = try store.deliverables.submit(codes, on: .of("2020-07-30"))
    #expect(sent.map(\.code.description) == ["D1.1", "D1.2"])
    #expect(sent.map(\.state) == [.submitted, .submitted])
    #expect(
      try store.history.steps(limit: 1).first?.summary == "submitted D1.1, D1.2 on 2020-07-30")
    let before = try store.dump()
    let again = PlanProblem.alreadySubmitted(codes[1], on: try .of("2020-07-30"))
    #expect(throws: again) {
      try store.deliverables.submit([.init("D2.1"), codes[1]], on: .of("2020-07-31"))
    }
    #expect(try store.dump() == before)
    _ = try store.history.undo()
    #expect(try store.deliverables.all().map(\.state) == [.pending, .pending, .pending])
    let both = try store.deliverables.postpone(
      codes, to: .month(.first), because: "Travel bans", on: .of("2020-07-31"))
    #expect(both.map(\.due.text) == ["M1", "M1"])
    let reached = try store.milestones.achieve(
      [.init("MS1"), .init("MS2")], on: .of("2020-07-31"))
    #expect(reached.map(\.achievedOn?.iso) == ["2020-07-31", "2020-07-31"])
  }

  @Test func `programs read late, days_late and lead`() throws {
    func values<R: Record>(_ record: R) -> [String: Cell] {
      Dictionary(
        uniqueKeysWithValues: R.register.fields.map { ($0.column.name, $0.cell(record)) })
    }
    let deliverable = values(try store.deliverables.one(.init("D1.1")))
    #expect(deliverable["late"] == .flag(true))
    #expect(deliverable["days_late"] == .integer(32))
    #expect(deliverable["lead"] == .text("NP"))
    let milestone = values(try store.milestones.one(.init("MS1")))
    #expect(milestone["late"] == .flag(true))
    #expect(milestone["lead"] == .text("NP; AV"))
    #expect(milestone["leads"] == .list(["NP", "AV"]))
    let done = values(try store.milestones.achieve([.init("MS2")], on: .of("2020-05-02"))[0])
    #expect(done["late"] == .flag(false))
    #expect(done["days_late"] == .integer(2))
  }

  @Test func `late lists are oldest first`() throws {
    let filter = try #require(Milestone.register.filters.first)
    let precedes = try #require(filter.precedes)
    let all = try store.milestones.all()
    #expect(all.sorted(by: precedes).map(\.code.description) == ["MS2", "MS1"])
    #expect(filter.help == "Only those that are late, the oldest first.")
  }
}

@Suite struct `Codes as they are typed` {
  @Test func `letters may be left out, in lists only where no digit is lost`() throws {
    #expect(try WorkPackageCode(typed: "3").description == "WP3")
    #expect(try DeliverableCode(typed: "3.10").description == "D3.10")
    #expect(try DeliverableCode(typed: "d3.1").description == "D3.1")
    #expect(try MilestoneCode(typed: "2").description == "MS2")
    #expect(try PartnerCode(typed: "NP").description == "NP")
    #expect(try WorkPackageCode(listed: "3").description == "WP3")
    #expect(throws: CodeProblem.self) { try DeliverableCode(listed: "3.1") }
    #expect(throws: CodeProblem.self) { try DeliverableCode(typed: "3") }
  }
}
