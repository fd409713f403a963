import Basics
import Documents
import Testing

@testable import BluesCore

@Suite struct `What is next` {
  /// Code, day, standing and command of each item.
  private func told(_ items: [AgendaItem]) -> [String] {
    items.map { "\($0.code) \($0.dueOn) \($0.standing.words): \($0.command)" }
  }

  @Test func `the latest come first, each with the command that deals with it`() throws {
    let store = try Store.rich()
    _ = try store.milestones.set(.init("MS1"), ["due": "2020-09-30"])
    _ = try store.deliverables.add(.init("D2.1"), ["title": "Guide", "due": "2020-10-01"])
    _ = try store.deliverables.add(.init("D2.2"), ["title": "Map", "due": "2020-10-02"])
    #expect(
      try told(store.agenda.items()) == [
        "D1.1 2020-07-31 32 days late: blues wp d submit D1.1",
        "EX-001 2020-08-10 22 days late: blues ex apply EX-001",
        "EX-002 2020-08-10 22 days late: blues ex start EX-002",
        "EX-003 2020-08-14 18 days late: blues ex complete EX-003",
        "MS1 2020-09-30 due in 29 days: blues wp ms achieve MS1",
        "D2.1 2020-10-01 due in 30 days: blues wp d submit D2.1",
      ])
    #expect(try store.agenda.items(.init(days: 31)).count == 7)
    #expect(
      try told(store.agenda.items(.init(days: nil))).suffix(3) == [
        "RP2 2022-02-25 due in 542 days: blues report status",
        "RP2 2022-04-01 due in 577 days: blues report status",
        "contacts 2023-02-01 due in 883 days: blues partner contact retention apply",
      ])
  }

  @Test func `an exchange says what has to happen, and what it lacks`() throws {
    let items = try Store.rich().agenda.items().filter { $0.kind == "exchange" }
    #expect(
      items.map(\.title) == [
        "start Aguas Norte at Plasma Nord", "start Aguas Sur at Plasma Nord",
        "complete Ríos Altos at Plasma Nord",
      ])
    #expect(items.map(\.debtor) == Array(repeating: .partners(["ZINNAE"]), count: 3))
  }

  @Test func `what a step lacks comes before the step`() throws {
    let store = try Store.funded(on: "2021-02-20", [(.draft, nil, nil)])
    let item = try #require(try store.agenda.items().first { $0.kind == "exchange" })
    #expect(item.lacks == ["application-visitor", "application-host", "privacy-notice"])
    #expect(item.title == "start Empresa Niño A at Plasma; 3 papers missing")
    #expect(item.command == "blues ex paper missing EX-001")
  }

  @Test func `a visitor is to be paid by the term, late or not, until he is`() throws {
    let store = try Store.funded(
      on: "2021-03-16",
      [
        (.validated, "2021-03-05", 41_500), (.completed, "2021-03-10", 30_000),
        (.paid, "2021-03-05", 41_500),
      ])
    let items = try store.agenda.items().filter { $0.kind == "payment" }
    #expect(
      items.map { "\($0.code) \($0.title), \($0.standing.words)" } == [
        "EX-001 pay Empresa Niño A 415.00 EUR; 9 papers missing, 1 day late",
        "EX-002 pay Empresa Niño B 300.00 EUR; 7 papers missing, due in 4 days",
      ])
  }

  @Test(arguments: [
    (
      "2021-01-15",
      ["RP1 2021-02-15 texts of the partners", "RP1 2021-02-25 financial drafts of the partners"]
    ),
    (
      "2021-03-02",
      [
        "RP1 2021-02-15 texts of the partners", "RP1 2021-02-25 financial drafts of the partners",
        "RP1 2021-04-01 periodic report",
      ]
    ), ("2021-05-02", ["RP1 2021-04-01 periodic report"]),
    (
      "2022-04-01",
      [
        "RP1 2021-04-01 periodic report",
        "RP2 2022-02-15 texts of the partners", "RP2 2022-02-25 financial drafts of the partners",
        "RP2 2022-04-01 periodic and final report",
      ]
    ),
  ])
  func `a report has its days, and those inside the partnership before it`(
    day: String, told: [String]
  ) throws {
    let items = try Store.blues(on: day).agenda.items(.init(days: 45)).filter {
      $0.kind == "report"
    }
    #expect(items.map { "\($0.code) \($0.dueOn) \($0.title)" } == told)
  }

  @Test func `a risk that occurred is open until a note says what was done`() throws {
    let store = try Store.blues(on: "2021-03-31")
    _ = try store.risks.add(.init("R1"), ["title": "No visitors", "owner": "NP"])
    #expect(try store.agenda.items().filter { $0.kind == "risk" } == [])
    _ = try store.risks.move([.init("R1")], to: .occurred, on: .of("2021-03-20"), note: nil)
    let found = try store.agenda.items().filter { $0.kind == "risk" }
    #expect(told(found) == ["R1 2021-03-20 11 days late: blues wp risk set R1 --note \"…\""])
    #expect(found.map(\.title) == ["occurred, no note: No visitors"])
    _ = try store.risks.set(.init("R1"), ["note": "Virtual stays"])
    #expect(try store.agenda.items().filter { $0.kind == "risk" } == [])
  }

  @Test func `a partner is told what it owes, and what every partner does`() throws {
    let store = try Store.blues(on: "2021-02-10")
    _ = try store.deliverables.add(.init("D1.1"), ["title": "Study", "lead": "NP", "due": "M12"])
    _ = try store.deliverables.add(.init("D1.2"), ["title": "Plan", "lead": "AV", "due": "M12"])
    _ = try store.milestones.add(
      .init("MS1"), ["title": "Open", "leads": "ZINNAE; NP", "due": "M12"])
    func codes(_ partner: String) throws -> [String] {
      try store.agenda.items(.init(partner: PartnerCode(partner))).map(\.code)
    }
    #expect(try codes("np") == ["D1.1", "MS1", "RP1", "RP1"])
    #expect(try codes("AV") == ["D1.2", "RP1", "RP1"])
    #expect(throws: RecordProblem.self) { try codes("NOBODY") }
  }

  @Test func `nothing to do is one calm sentence`() throws {
    #expect(try Store.blues().agenda.items() == [])
    #expect(
      Agenda.nothing(.init()) == "Nothing is late, and nothing is due in the next 30 days.")
    #expect(
      Agenda.nothing(.init(days: 1, partner: try .init("NP")))
        == "Nothing is late, and nothing is due in the next 1 day for NP.")
    #expect(Agenda.nothing(.init(days: nil)) == "Nothing is open.")
  }

  @Test func `a programme without exchanges and reports has the rest`() throws {
    let store = try Store.inMemory(invocation: .test("init", on: "2026-01-01"))
    _ = try store.project.start(
      from: .named("interreg"),
      .init(acronym: "X", start: .of("2026-01-01"), end: .of("2027-12-31")))
    #expect(try store.agenda.items(.init(days: nil)).allSatisfy { $0.kind != "exchange" })
  }

  @Test(arguments: [60, 80, 100])
  func `no code, day or command is cut`(width: Int) throws {
    let store = try Store.rich()
    _ = try store.deliverables.set(
      .init("D1.1"), ["title": String(repeating: "Long title ", count: 12), "lead": "ZINNAE"])
    _ = try store.risks.add(.init("R12"), ["title": "No visitors", "owner": "ZINNAE"])
    _ = try store.risks.move([.init("R12")], to: .occurred, on: .of("2020-08-20"), note: nil)
    let items = try store.agenda.items()
    let document = Document(
      schema: "x/1", blocks: [.table(Table(noun: "next", fields: AgendaItem.fields, rows: items))])
    let text = try String(
      decoding: document.bytes(Rendering(format: .text, width: width)), as: UTF8.self)
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines.allSatisfy { $0.count <= width })
    for item in items where width < 80 {
      // A fact for each column, since the commands leave no room beside the rest.
      #expect(
        lines.contains("No        \(item.code)") && lines.contains("Due on    \(item.dueOn.iso)"))
      #expect(lines.contains("Type      \(item.command)"))
    }
    for item in items where width >= 80 {
      let line = try #require(lines.first { $0.hasPrefix(item.code) })
      #expect(line.contains(item.dueOn.iso) && line.hasSuffix(item.command), "\(line)")
      #expect(line.contains("  \(item.standing.words)  "), "\(line)")
      #expect(width < 100 || line.contains("  ZINNAE  "), "\(line)")
    }
  }
}
