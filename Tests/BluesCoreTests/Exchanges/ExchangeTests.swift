import Testing

@testable import BluesCore

@Suite struct `Exchanges under way` {
  let store: Store
  let code: ExchangeCode

  init() throws {
    store = try Store.blues(on: "2020-12-31")
    for (name, country, partner) in [("Plasma", "DE", "BNPT"), ("Aqua", "ES", "ZINNAE")] {
      _ = try store.organisations.add(name, .init(country: .init(country), cluster: partner))
    }
    _ = try store.profiles.add("Plasma", .init(role: .host, category: "cluster"))
    _ = try store.profiles.add("Aqua", .init(role: .visitor, category: "sme"))
    code = try ExchangeCode("EX-001")
  }

  @discardableResult
  func propose(
    _ first: String = "2020-11-09", _ last: String = "2020-11-13",
    mode: Exchange.Mode = .physical
  ) throws -> Exchanges.Result {
    try store.exchanges.propose(
      host: "Plasma", visitor: "Aqua", from: .of(first), to: .of(last), mode: mode)
  }

  @Test func `a proposed exchange knows both sides and their partners`() throws {
    let exchange = try propose().exchange
    #expect(exchange.code == code)
    #expect(
      [exchange.host, exchange.hostCountry, exchange.hostPartner] == ["Plasma", "DE", "BNPT"])
    #expect(
      [exchange.visitor, exchange.visitorCountry, exchange.visitorPartner]
        == ["Aqua", "ES", "ZINNAE"])
    #expect(exchange.state == .draft)
    #expect(exchange.ruleBook == nil)
    #expect(
      try store.exchanges.one(code).steps == [
        ExchangeStep(state: .draft, on: .of("2020-12-31"), note: nil)
      ])
  }

  @Test func `it is agreed, started and completed, under the edition it was agreed under`() throws {
    try propose()
    #expect(try store.exchanges.agree(code, on: .of("2020-10-20")).exchange.state == .agreed)
    #expect(try store.exchanges.start(code, on: .of("2020-11-09")).exchange.state == .ongoing)
    let done = try store.exchanges.complete(code, on: .of("2020-11-13")).exchange
    #expect(done.state == .completed)
    #expect(done.ruleBook == RuleBook.standard.version)
    #expect(done.ruleBook == "2020-09-23")
    #expect(
      try store.exchanges.one(code).steps.map { "\($0.state) \($0.on)" } == [
        "draft 2020-12-31", "agreed 2020-10-20", "ongoing 2020-11-09", "completed 2020-11-13",
      ])
  }

  @Test func `each wrong step is refused`() throws {
    try propose()
    let day = try Day.of("2020-11-13")
    func wrong(_ state: Exchange.State, _ needed: Exchange.State) -> ExchangeProblem {
      .wrongState(code, is: state, needs: needed)
    }
    #expect(throws: wrong(.draft, .agreed)) { try store.exchanges.start(code, on: day) }
    #expect(throws: wrong(.draft, .ongoing)) { try store.exchanges.complete(code, on: day) }
    _ = try store.exchanges.agree(code, on: day)
    #expect(throws: wrong(.agreed, .draft)) { try store.exchanges.agree(code, on: day) }
    #expect(throws: wrong(.agreed, .ongoing)) { try store.exchanges.complete(code, on: day) }
    _ = try store.exchanges.start(code, on: day)
    #expect(throws: wrong(.ongoing, .draft)) { try store.exchanges.agree(code, on: day) }
    #expect(throws: wrong(.ongoing, .agreed)) { try store.exchanges.start(code, on: day) }
    _ = try store.exchanges.complete(code, on: day)
    let closed = ExchangeProblem.closed(code, as: .completed)
    #expect(throws: closed) { try store.exchanges.agree(code, on: day) }
    #expect(throws: closed) { try store.exchanges.start(code, on: day) }
    #expect(throws: closed) { try store.exchanges.complete(code, on: day) }
    #expect(throws: closed) { try store.exchanges.cancel(code, on: day, because: "x") }
    #expect(closed.message == "EX-001 is completed.")
    #expect(
      wrong(.agreed, .ongoing).message == "EX-001 is agreed; this step needs it to be ongoing.")
  }

  @Test(arguments: 0..<3)
  func `it is cancelled from wherever it stands, with the reason`(steps: Int) throws {
    try propose()
    let day = try Day.of("2020-11-13")
    if steps > 0 { _ = try store.exchanges.agree(code, on: day) }
    if steps > 1 { _ = try store.exchanges.start(code, on: day) }
    #expect(
      try store.exchanges.cancel(code, on: day, because: "Closed").exchange.state == .cancelled)
    #expect(
      try store.exchanges.one(code).steps.last
        == ExchangeStep(state: .cancelled, on: day, note: "Closed"))
    #expect(throws: ExchangeProblem.closed(code, as: .cancelled)) {
      try store.exchanges.agree(code, on: day)
    }
  }

  @Test func `a step too early or in the future is refused`() throws {
    try propose()
    _ = try store.exchanges.agree(code, on: .of("2020-10-20"))
    let early = ExchangeProblem.tooEarly(
      code, step: "started", on: try .of("2020-11-08"), earliest: try .of("2020-11-09"))
    #expect(throws: early) { try store.exchanges.start(code, on: .of("2020-11-08")) }
    #expect(
      early.message == "EX-001 cannot be started on 2020-11-08, before 2020-11-09.")
    _ = try store.exchanges.start(code, on: .of("2020-11-09"))
    #expect(
      throws: ExchangeProblem.tooEarly(
        code, step: "completed", on: try .of("2020-11-12"), earliest: try .of("2020-11-13"))
    ) { try store.exchanges.complete(code, on: .of("2020-11-12")) }
    let future = ExchangeProblem.inTheFuture(
      code, on: try .of("2021-01-01"), today: try .of("2020-12-31"))
    #expect(throws: future) { try store.exchanges.complete(code, on: .of("2021-01-01")) }
    #expect(future.message == "EX-001 cannot have moved on 2021-01-01: today is 2020-12-31.")
  }

  @Test func `a visitor is funded once, but virtual and cancelled visits do not count`() throws {
    try propose()
    let before = try store.dump()
    do {
      try propose("2020-12-07", "2020-12-11")
      Issue.record("a second visit was taken")
    } catch ExchangeProblem.refused(let breaches) {
      #expect(breaches.map(\.message) == ["Aqua already has a funded visit, EX-001."])
    }
    #expect(try store.dump() == before)
    #expect(try propose("2020-12-07", "2020-12-11", mode: .virtual).exchange.code.number == 2)
    _ = try store.exchanges.cancel(code, on: .of("2020-10-01"), because: "x")
    #expect(try propose("2020-12-07", "2020-12-11").exchange.code.number == 3)
  }

  @Test func `the rules are asked again when it is agreed`() throws {
    try propose()
    _ = try store.organisations.set("Aqua", .init(country: .init("DE")))
    #expect(throws: ExchangeProblem.self) { try store.exchanges.agree(code, on: .of("2020-10-20")) }
    #expect(try store.exchanges.one(code).exchange.state == .draft)
    _ = try store.organisations.set("Aqua", .init(country: .init("UK")))
    let agreed = try store.exchanges.agree(code, on: .of("2020-10-20"))
    #expect(agreed.warnings.map(\.rule) == ["united-kingdom"])
  }

  @Test func `what is not there or ends before it starts is refused`() throws {
    #expect(throws: ExchangeProblem.endsBeforeStart(try .of("2020-11-13"), try .of("2020-11-09"))) {
      try propose("2020-11-13", "2020-11-09")
    }
    let none = ExchangeProblem.noProfile("Plasma", role: .visitor)
    #expect(throws: none) {
      try store.exchanges.propose(
        host: "Plasma", visitor: "Plasma", from: .of("2020-11-09"), to: .of("2020-11-13"))
    }
    #expect(none.message == "Plasma is not registered as a visitor.")
    #expect(
      none.hint == "blues exchange profile add ORGANISATION --role visitor --category sme")
    #expect(throws: OrganisationProblem.self) {
      try store.exchanges.propose(
        host: "Nobody", visitor: "Aqua", from: .of("2020-11-09"), to: .of("2020-11-13"))
    }
    #expect(throws: ExchangeProblem.unknown(code, known: [])) { try store.exchanges.one(code) }
    try propose()
    let unknown = ExchangeProblem.unknown(try .init("EX-9"), known: ["EX-001"])
    #expect(throws: unknown) { try store.exchanges.agree(.init("EX-9"), on: .of("2020-11-01")) }
    #expect(unknown.message == "There is no exchange EX-009.")
    #expect(unknown.hint == "known: EX-001")
    #expect(unknown.kind == .notFound)
    #expect(ExchangeProblem.refused([]).kind == .refusedByRule)
    #expect(ExchangeProblem.closed(code, as: .cancelled).kind == .conflict)
  }
}
