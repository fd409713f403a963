import Documents
import GRDB
import Testing

@testable import BluesCore

@Suite struct `What counts among the exchanges` {
  let store: Store

  /// Seven exchanges at one host: their states, modes and managing partnerships below.
  init() throws {
    store = try Store.blues(on: "2021-06-30")
    _ = try store.organisations.add("Plasma", .init(country: .init("DE"), cluster: "BNPT"))
    _ = try store.profiles.add("Plasma", .init(role: .host, category: "cluster"))
    let states: [(String, Exchange.Mode, String?)] = [
      ("validated", .physical, nil), ("paid", .physical, nil), ("closed", .virtual, nil),
      ("reported", .hybrid, nil), ("closed", .physical, "EXTRATEX"),
      ("cancelled", .physical, nil), ("draft", .virtual, nil),
    ]
    for (index, (state, mode, partnership)) in states.enumerated() {
      let name = "Visitor \(index + 1)"
      let isFrench = index % 2 == 1
      _ = try store.organisations.add(
        name, .init(country: .init(isFrench ? "FR" : "ES"), cluster: isFrench ? "AV" : "ZINNAE"))
      var draft = Profiles.Draft(role: .visitor, category: isFrench ? "cluster" : "sme")
      draft[.partnership] = partnership
      _ = try store.profiles.add(name, draft)
      _ = try store.exchanges.propose(
        host: "Plasma", visitor: name, from: .of("2021-03-08"), to: .of("2021-03-12"), mode: mode,
        on: .of("2021-02-01"))
      try store.write { write in
        try write.db.execute(
          sql: "UPDATE exchange SET state = ?, agreed_cents = 40000 WHERE number = ?",
          arguments: [state, index + 1])
      }
    }
  }

  func tallies(_ key: (Exchange) -> String) throws -> [String] {
    try ExchangeReport.tallies(store.exchanges.all(), by: key).map {
      "\($0.key) \($0.counted) \($0.underWay) \($0.hosted) \($0.ended)"
    }
  }

  @Test func `from validation on, and only what we manage; virtual ones stand apart`() throws {
    #expect(try tallies { _ in "all" } == ["all 3 2 1 1"])
    #expect(
      try tallies(\.mode.rawValue) == ["hybrid 0 1 0 0", "physical 2 0 1 1", "virtual 1 1 0 0"])
    #expect(try tallies { $0.countries ?? "-" } == ["ES-DE 2 1 1 0", "FR-DE 1 1 0 1"])
    #expect(try tallies(\.visitorCategory) == ["cluster 1 1 0 1", "sme 2 1 1 0"])
  }

  @Test func `check 11: the report holds it against the target, with the money agreed`() throws {
    let document = try store.exchangeReport.document()
    #expect(document.schema == "blues.exchanges/1")
    guard case .meters(let meters, _) = document.blocks[0],
      case .facts(let facts) = document.blocks[1]
    else { throw StoreProblem.failed(detail: "the report has another shape") }
    #expect(
      meters == [
        Meter(
          "Exchanges counted", value: 3, target: 50,
          detail: "2 in the pipeline, 1 hosted for others")
      ])
    #expect(
      facts.items.map(\.cell) == [
        .integer(3), .integer(2), .integer(1), .integer(1),
        .money(cents: 200_000, currency: "EUR"), .money(cents: 0, currency: "EUR"),
      ])
  }

  @Test func `what should have happened is overdue`() throws {
    let standings = try store.exchanges.standings()
    #expect(
      standings.map { standing in
        standing.overdue.map { "\($0.step.verb) \($0.due)" } ?? "-"
      } == ["-", "-", "-", "-", "-", "-", "start 2021-03-08"])
    #expect(
      standings[6].missing == ["application-visitor", "application-host", "privacy-notice"])
    #expect(standings[5].missing == [])
    let exchange = try store.exchanges.one(Exchanges.code(1)).exchange
    #expect(
      exchange.overdue(on: try .of("2021-06-30"), paymentDue: try .of("2021-03-22"))
        == .init(step: .paid, due: try .of("2021-03-22"), days: 100))
  }
}
