import Documents
import Testing

@testable import BluesCore

@Suite struct `The status report` {
  /// A small project, seen on some day.
  static func small(on day: String) throws -> Store {
    let start = try Store.inMemory(invocation: .test("init", on: "2020-02-01"))
    _ = try start.project.start(from: .named("blues"), .init())
    for code in ["WP2", "WP4"] { try start.on("2020-02-02").workPackages.remove(.init(code)) }
    let store = try start.on("2021-03-31")
    _ = try store.deliverables.add(.init("D1.1"), ["title": "Study", "lead": "NP", "due": "M6"])
    _ = try store.deliverables.add(
      .init("D3.1"), ["title": "Guide", "lead": "ZINNAE", "due": "M13"])
    _ = try store.deliverables.add(.init("D3.2"), ["title": "Pilot", "due": "2021-04-30"])
    _ = try store.deliverables.submit(.init("D1.1"), on: .of("2020-08-03"))
    _ = try store.milestones.add(
      .init("MS1"), ["title": "Open", "leads": "ZINNAE; NP", "due": "M14"])
    _ = try store.milestones.add(.init("MS2"), ["title": "End", "due": "M24"])
    try store.importContacts(Store.firstList, Store.listRequest)
    _ = try store.contacts.add(ContactDraft([.name: "Nobody"]))
    return try store.on(day)
  }

  func tables(_ document: Document) -> [String: [[Cell]]] {
    var tables: [String: [[Cell]]] = [:]
    for case .table(let table, _) in document.blocks { tables[table.noun] = table.rows }
    return tables
  }

  @Test func `late and next are told with their leads, the oldest first`() throws {
    let tables = try tables(Self.small(on: "2021-03-31").statusReport.document())
    #expect(
      tables["late"] == [
        [
          .text("D3.1"), .text("Guide"), .text("ZINNAE"), .list(["ZINNAE"]), .day("2021-02-28"),
          .state("31 days late", .bad), .flag(true), .integer(31),
        ]
      ])
    #expect(
      tables["next"] == [
        [
          .text("MS1"), .text("Open"), .text("ZINNAE; NP"), .list(["ZINNAE", "NP"]),
          .day("2021-03-31"), .state("due today", .warning), .flag(false), .empty,
        ],
        [
          .text("D3.2"), .text("Pilot"), .empty, .list([]), .day("2021-04-30"),
          .state("due in 30 days", .plain), .flag(false), .empty,
        ],
      ])
  }

  private func notes(_ document: Document) -> [String] {
    document.blocks.compactMap { block in
      guard case .note(let text, _) = block else { return nil }
      return text
    }
  }

  @Test func `late milestones among those of a work package, and more changes, are told`() throws {
    let store = try Self.small(on: "2021-04-01")
    #expect(
      try notes(store.statusReport.document()) == ["Late counts deliverables and milestones."])
    let early = try Self.small(on: "2021-03-31")
    #expect(try notes(early.statusReport.document()) == [])
    for number in 1...14 {
      _ = try early.risks.add(.init("R\(number)"), ["title": "Ban"])
    }
    #expect(
      try notes(early.statusReport.document()) == [
        "The last 20 of 22 changes: blues report status --since 2021-03-02 lists all."
      ])
  }

  @Test func `next looks as far as asked`() throws {
    let store = try Self.small(on: "2021-03-31")
    func next(_ days: Int) throws -> Int? {
      try tables(store.statusReport.document(["next": days]))["next"]?.count
    }
    #expect(try [next(0), next(29), next(30), next(400)] == [1, 1, 2, 3])
  }

  @Test func `contacts are counted by partner and country`() throws {
    let tables = try tables(Self.small(on: "2021-03-31").statusReport.document())
    #expect(
      tables["contacts"] == [
        [.text("ZINNAE"), .text("ES"), .integer(3), .integer(3)],
        [.text("none"), .text("unknown"), .integer(0), .integer(1)],
      ])
  }

  @Test func `exchanges are counted in every state they are in`() throws {
    let tables = try tables(Store.rich().statusReport.document())
    #expect(
      tables["exchanges"] == [
        [.state("draft", .plain), .integer(1)], [.state("contracted", .plain), .integer(1)],
        [.state("ongoing", .plain), .integer(1)],
      ])
  }

  @Test func `indicators are held against the grant's targets`() throws {
    let document = try Self.small(on: "2021-03-31").statusReport.document()
    let meters = document.blocks.compactMap { block -> [Meter]? in
      guard case .meters(let meters, _) = block else { return nil }
      return meters
    }
    #expect(
      meters == [
        [
          Meter(
            "Exchanges completed", value: 0, target: 50,
            detail: "0 under way, 0 drafted"),
          Meter(
            "Entities represented", value: 3, target: 464,
            detail: "member organisations of the clusters"),
          Meter("Deliverables submitted", value: 1, target: 3, detail: "1 late", tone: .bad),
          Meter("Milestones achieved", value: 0, target: 2, detail: "0 late"),
        ]
      ])
  }

  @Test func `changes are told from the span asked for, without those undone`() throws {
    let store = try Self.small(on: "2021-04-01")
    _ = try store.partners.set(.init("AV"), ["city": "Nîmes"])
    _ = try store.history.undo()
    _ = try store.partners.set(.init("AV"), ["city": "Arles"])
    let day = tables(try store.statusReport.document(["changed": 1]))["changes"]
    #expect(
      day == [
        [
          .day("2021-04-01"), .text("tester"),
          .text("changed partner AV: city Montpellier → Arles"),
        ]
      ])
    let two = tables(try store.statusReport.document(["changed": 2]))["changes"]
    #expect(two?.count == 9)
    #expect(two?[2][2] == .text("imported list.csv: 3 created, 0 updated"))
  }

  @Test func `changes since a day are told kind by kind, all of them`() throws {
    let store = try Self.small(on: "2021-04-01")
    _ = try store.on("2021-04-01", "partner set").partners.set(.init("AV"), ["city": "Nîmes"])
    _ = try store.on("2021-04-01", "workpackage set").workPackages.set(
      .init("WP1"), ["title": "Skills"])
    _ = try store.on("2021-04-01", "partner set").partners.set(.init("NP"), ["city": "Brno"])
    let asked = ReportRequest(days: ["since": try .of("2021-04-01")])
    let document = try store.statusReport.document(asked)
    #expect(document.blocks.contains(.section("Changed since 1 April 2021")))
    #expect(
      tables(document)["changes"]?.map { $0.map(\.shown).joined(separator: " ") } == [
        "partner 2021-04-01 tester changed partner NP: city Pardubice → Brno",
        "partner 2021-04-01 tester changed partner AV: city Montpellier → Nîmes",
        "work package 2021-04-01 tester changed WP1: title",
      ])
    let all = try store.statusReport.document(ReportRequest(days: ["since": .of("2020-02-01")]))
    #expect(tables(all)["changes"]?.count == 14)
  }

  @Test(arguments: [
    ("2021-03-31", "the Executive Agency for Small and Medium-sized Enterprises (EASME)"),
    ("2021-04-01", "the European Innovation Council and SMEs Executive Agency (EISMEA)"),
  ])
  func `the footer names the Agency as it was called that day`(day: String, agency: String) throws {
    #expect(
      try Self.small(on: day).statusReport.document().footer == [
        "The BLUES project is funded by the COSME program of the European Union, grant n°874426",
        "The contents of this report represent solely the views of the author and are the sole "
          + "responsibility of the author; the contents do not reflect the views of the European "
          + "Commission or \(agency) or any other body of the European Union. The European "
          + "Commission and the Agency assume no responsibility for the use that may be made of "
          + "the information contained therein.",
      ])
  }

  @Test func `a project without a grant number has the disclaimer alone`() throws {
    let store = try Store.inMemory(invocation: .test("init", on: "2026-01-01"))
    _ = try store.project.start(
      from: .named("empty"), .init(acronym: "X", start: .of("2026-01-01"), end: .of("2026-12-31")))
    let document = try store.statusReport.document()
    #expect(document.footer.map { $0.prefix(37) } == ["The contents of this report represent"])
    #expect(document.title == "X: status on 1 January 2026")
    #expect(document.subtitle == "X; project month M1 of 12")
  }

  @Test(arguments: [
    ("2020-01-31", "before the start"), ("2020-02-01", "project month M1 of 24"),
    ("2022-01-31", "project month M24 of 24"), ("2022-02-01", "after the end"),
  ])
  func `the subtitle says where in the project the day lies`(day: String, place: String) throws {
    #expect(
      try Self.small(on: day).statusReport.document().subtitle
        == "Blue and Eco industries cluster exchange for induStrial modernisation, grant 874426; "
        + place)
  }

  @Test func `as text it reads so`() throws {
    let document = try Self.small(on: "2021-03-31").statusReport.document()
    let text = try String(
      decoding: document.bytes(Rendering(format: .text, width: 80)), as: UTF8.self)
    #expect(text == Self.text)
  }

  @Test func `indicators and open risks are there where the project has some, the worst first`()
    throws
  {
    let store = try Self.small(on: "2021-03-31")
    let without = try tables(store.statusReport.document())
    #expect(without["project_indicators"] == nil && without["risks"] == nil)
    _ = try store.indicators.add(.init("I1"), ["title": "Trained", "target": "10"])
    for (code, likelihood) in [("R1", "low"), ("R2", "high"), ("R3", "high"), ("R4", "high")] {
      _ = try store.risks.add(.init(code), ["title": "Risk", "likelihood": likelihood])
    }
    _ = try store.risks.move(.init("R3"), to: .occurred, on: .of("2021-03-01"), note: nil)
    _ = try store.risks.move(.init("R4"), to: .closed, on: .of("2021-03-01"), note: nil)
    let tables = try tables(store.statusReport.document())
    #expect(
      tables["project_indicators"] == [
        [
          .text("I1"), .text("Trained"), .empty, .integer(10), .empty, .empty,
          .state("no reading", .muted),
        ]
      ])
    #expect(
      tables["risks"]?.map { $0[0].shown + " " + $0[2].shown } == ["R3 6", "R2 6", "R1 2"])
  }
}
