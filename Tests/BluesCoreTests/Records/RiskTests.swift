import Basics
import Testing

@testable import BluesCore

@Suite struct `Risks` {
  let store: Store

  init() throws {
    store = try Store.blues()
    _ = try store.risks.add(
      .init("R1"),
      [
        "title": "Travel bans", "work_packages": "WP3; 2", "likelihood": "high", "impact": "medium",
        "owner": "zinnae",
      ])
  }

  @Test func `a risk has its score, and what it refers to`() throws {
    let risk = try store.risks.one(.init("R1"))
    #expect(risk.score == 6)
    #expect(risk.workPackages.map(\.description) == ["WP2", "WP3"])
    #expect(risk.owner == "ZINNAE")
    #expect([risk.kind.rawValue, risk.state.rawValue] == ["foreseen", "open"])
  }

  @Test func `it occurs, and is over`() throws {
    let occurred = try store.risks.move(
      .init("R1"), to: .occurred, on: .of("2020-03-16"), note: "Borders closed")
    #expect(occurred.state == .occurred)
    #expect(occurred.stateOn?.iso == "2020-03-16")
    let closed = try store.risks.move(.init("R1"), to: .closed, on: .of("2020-08-01"), note: nil)
    #expect(closed.state == .closed)
    #expect(closed.note == "Borders closed")
    #expect(try store.history.steps()[0].summary == "closed R1 on 2020-08-01")
    let future = RecordProblem.inTheFuture(
      "R1", on: try .of("2020-09-02"), today: try .of("2020-09-01"))
    #expect(throws: future) {
      try store.risks.move(.init("R1"), to: .closed, on: .of("2020-09-02"), note: nil)
    }
  }

  @Test func `what it refers to stays`() throws {
    #expect(
      throws: RecordProblem.inUse("WP3", by: [.init(noun: "risk", count: 1)])
    ) { try store.workPackages.remove(.init("WP3")) }
    let refused = #expect(throws: RecordProblem.self) {
      try store.risks.set(.init("R1"), ["impact": "hihg"])
    }
    #expect(refused?.message == "--impact takes one of low, medium, high, not \"hihg\".")
    #expect(refused?.hint == "did you mean high?")
  }

  @Test func `a title is trimmed as a list's cell is, and is something`() throws {
    let added = try store.risks.add(
      .init("R7"), ["title": "\u{A0} Rain\u{200B}", "mitigation": "\u{85}x\u{A0}"])
    #expect([added.title, added.mitigation] == ["Rain", "x"])
    for text in ["", " ", "\u{A0}", "\u{200B}", "\u{202E}"] {
      #expect(throws: RecordProblem.cannotClear(option: "title", noun: "risk")) {
        try store.risks.add(.init("R8"), ["title": text])
      }
    }
  }
}
