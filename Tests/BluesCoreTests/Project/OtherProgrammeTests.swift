import Basics
import Documents
import Testing

@testable import BluesCore

@Suite struct `A project of a programme without exchanges` {
  let store: Store

  init() throws {
    store = try Store.inMemory(invocation: .test("init", on: "2026-03-01"))
    _ = try store.project.start(
      from: .named("interreg"),
      .init(acronym: "TIDES", start: .of("2026-01-01"), end: .of("2027-12-31")))
  }

  @Test func `locks a period without statements, since its programme has no categories`() throws {
    _ = try store.periods.add(from: nil, to: .init(number: 2) ?? .first)
    #expect(try store.periodCheck.missing(in: "RP1").map(\.requirement) == [])
    let locked = try store.periodCheck.lock("RP1", on: .of("2026-03-01"))
    #expect(locked.standing.state == .locked)
    #expect(
      try store.frozenDocuments.all(in: "RP1").map(\.kind) == ["deliverables", "risk-states"])
  }

  @Test func `is started from a template of its own`() throws {
    let overview = try store.project.overview()
    #expect(overview.project.programme == "Interreg South Baltic")
    #expect(
      overview.facts.map { "\($0.name) \($0.value) \($0.mark)" } == [
        "acronym TIDES own", "end 2027-12-31 own", "programme Interreg South Baltic default",
        "start 2026-01-01 own",
      ])
    let bare = try Store.inMemory(invocation: .test("init", on: "2026-03-01"))
    let problem = #expect(throws: ProjectProblem.self) {
      try bare.project.start(from: .named("interreg"), .init())
    }
    #expect(problem?.message == "A project from the interreg template needs --acronym.")
  }

  @Test func `has the lists of its programme`() throws {
    _ = try store.workPackages.add(.init("WP1"), ["title": "Ports", "end_month": "M24"])
    let added = try store.deliverables.add(.init("D1.1"), ["title": "Map", "type": "O"])
    #expect(added.type == "O")
    let type = #expect(throws: RecordProblem.self) {
      try store.deliverables.add(.init("D1.2"), ["title": "Study", "type": "R"])
    }
    #expect(type?.message == "--type takes one of D, O, not \"R\".")
    let level = #expect(throws: ProgrammeProblem.self) {
      try store.deliverables.set(.init("D1.1"), ["level": "PU"])
    }
    #expect(level?.message == "Interreg South Baltic has no code list dissemination-level.")
  }

  @Test func `has its programme's sentence under reports, and nothing on exchanges`() throws {
    let report = try store.statusReport.document()
    #expect(
      report.footer == [
        "The TIDES project is co-funded by the European Union (Interreg South Baltic)"
      ])
    let sections = report.blocks.compactMap { block in
      if case .section(let title) = block { title } else { nil }
    }
    #expect(
      sections == [
        "Indicators", "Late", "Next 60 days", "Plan", "Contacts by partner and country",
        "Changed in the last 30 days",
      ])
    let meters = report.blocks.compactMap { block in
      if case .meters(let meters, _) = block { meters.map(\.label) } else { nil }
    }
    #expect(
      meters == [["Entities represented", "Deliverables submitted", "Milestones achieved"]])
  }

  @Test func `has no exchanges: every question and change says so`() throws {
    let refusal = ProgrammeProblem.noScheme("Interreg South Baltic", others: ["COSME"])
    #expect(refusal.message == "Interreg South Baltic has no exchange scheme.")
    #expect(refusal.hint == "The exchange commands work in projects of COSME.")
    #expect(refusal.kind == .refusedByRule)
    let code = try ExchangeCode("EX-001")
    let before = try store.dump()
    #expect(throws: refusal) { try store.exchanges.all() }
    #expect(throws: refusal) { try store.exchanges.one(code) }
    #expect(throws: refusal) { try store.exchanges.checkOpen() }
    #expect(throws: refusal) { try store.profiles.all() }
    #expect(throws: refusal) { try store.profiles.eligibility() }
    #expect(throws: refusal) { try store.profiles.add("O1", .init(role: .host)) }
    #expect(throws: refusal) { try store.papers.all() }
    #expect(throws: refusal) { try store.payments.all() }
    #expect(throws: refusal) { try store.feedbacks.summary() }
    #expect(throws: refusal) { try store.agreements.agreement(.qualityCommitment, for: code) }
    #expect(throws: refusal) { try store.exchangePersons.all(code) }
    #expect(throws: refusal) { try store.ruleFigures.book() }
    #expect(throws: refusal) {
      try store.ruleFigures.set("ceiling", "amount", to: "1.00 EUR", because: "x")
    }
    #expect(throws: refusal) { try store.matches() }
    #expect(throws: refusal) { try store.matchedProfile("O1", as: .host) }
    #expect(throws: refusal) { try store.exchangeReport.document() }
    #expect(try store.dump() == before)
  }
}
