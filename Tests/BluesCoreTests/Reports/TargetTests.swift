import Documents
import Testing

@testable import BluesCore

@Suite struct `Targets have one home` {
  /// The target of an indicator by its label, in a report.
  static func target(_ label: String, _ document: Document) throws -> Int? {
    for case .meters(let meters, _) in document.blocks {
      if let meter = meters.first(where: { $0.label == label }) { return meter.target }
    }
    throw StoreProblem.failed(detail: "the report has no indicator \(label)")
  }

  static func targets(_ store: Store) throws -> [Int?] {
    let status = try store.statusReport.document()
    return [
      try target("Exchanges completed", status),
      try target("Exchanges counted", store.exchangeReport.document()),
      try target("Entities represented", status),
    ]
  }

  func facts(_ store: Store) throws -> [String] {
    try store.project.overview().facts.filter { $0.name.hasPrefix("target_") }.map {
      "\($0.name) \($0.value) \($0.mark): \($0.source ?? "")"
    }
  }

  static let bnpt =
    "BalticNet-PlasmaTec, EU project COSME BLUES, https://balticnet-plasmatec.org/eu-project-cosme-blues"

  @Test func `every report has the number that the project was started with`() throws {
    let store = try Store.blues()
    #expect(try Self.targets(store) == [50, 50, 464])
    #expect(
      try facts(store) == [
        "target_entities 464 confirmed: \(Self.bnpt)",
        "target_exchanges 50 confirmed: \(Self.bnpt)",
      ])
    let line = try store.ruleFigures.book().line("exchange-target")
    #expect(line.rule.mark == .confirmed)
    #expect(line.rule.sources == ["BNPT"])
  }

  @Test func `a changed number is the same everywhere, and comes back`() throws {
    let store = try Store.blues()
    _ = try store.ruleFigures.set(
      "exchange-target", "exchanges", to: "40", because: "amendment 2")
    #expect(try Self.targets(store) == [40, 40, 464])
    _ = try store.ruleFigures.set("entity-target", "entities", to: "500", because: "annex 1")
    #expect(try Self.targets(store) == [40, 40, 500])
    #expect(
      try facts(store) == [
        "target_entities 500 own: rule entity-target: annex 1",
        "target_exchanges 40 own: rule exchange-target: amendment 2",
      ])
    #expect(
      try store.ruleFigures.book().figures(of: "exchange-target").map {
        "\($0.value) \($0.standard ?? "")"
      }
        == ["40 50"])
    _ = try store.ruleFigures.reset("exchange-target", "exchanges")
    #expect(try Self.targets(store) == [50, 50, 500])
    _ = try store.history.undo()
    _ = try store.history.undo()
    #expect(try Self.targets(store) == [40, 40, 464])
  }

  @Test func `a project that agreed no number has none until it sets one`() throws {
    let store = try Store.inMemory(invocation: .test("init", on: "2026-03-01"))
    _ = try store.project.start(
      from: .named("empty"),
      .init(acronym: "WATERS", start: .of("2026-01-01"), end: .of("2027-12-31")))
    #expect(try Self.targets(store) == [nil, nil, nil])
    #expect(try facts(store) == [])
    _ = try store.ruleFigures.set("exchange-target", "exchanges", to: "12", because: "Annex 1")
    #expect(try Self.targets(store) == [12, 12, nil])
    #expect(try facts(store) == ["target_exchanges 12 own: rule exchange-target: Annex 1"])
  }
}
