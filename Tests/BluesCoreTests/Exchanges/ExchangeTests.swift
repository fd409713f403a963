import Basics
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
      host: "Plasma", visitor: "Aqua", from: .of(first), to: .of(last), mode: mode,
      on: .of("2020-09-01"))
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
        ExchangeStep(state: .draft, on: .of("2020-09-01"), note: nil)
      ])
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
    try store.exchanges.bring(code, to: .matched, on: .of("2020-10-01"))
    try store.exchanges.provide(code, for: .agreed, on: .of("2020-10-20"))
    _ = try store.organisations.set("Aqua", .init(country: .init("DE")))
    #expect(throws: ExchangeProblem.self) { try store.exchanges.agree(code, on: .of("2020-10-20")) }
    #expect(try store.exchanges.one(code).exchange.state == .matched)
    _ = try store.organisations.set("Aqua", .init(country: .init("UK")))
    let agreed = try store.exchanges.agree(code, on: .of("2020-10-20"))
    #expect(agreed.warnings.map(\.rule) == ["united-kingdom"])
    #expect(agreed.exchange.ruleBook == RuleBook.standard.version)
    #expect(agreed.exchange.ruleBook == "2020-09-23")
  }

  @Test func `nothing is proposed in the future`() throws {
    #expect(
      throws: StepProblem.inTheFuture(
        code, on: try .of("2021-01-01"), today: store.invocation.today)
    ) {
      try store.exchanges.propose(
        host: "Plasma", visitor: "Aqua", from: .of("2021-02-01"), to: .of("2021-02-05"),
        on: .of("2021-01-01"))
    }
    #expect(try store.exchanges.all() == [])
  }

  @Test func `what is not there or ends before it starts is refused`() throws {
    #expect(throws: ExchangeProblem.endsBeforeStart(try .of("2020-11-13"), try .of("2020-11-09"))) {
      try propose("2020-11-13", "2020-11-09")
    }
    let none = ProfileProblem.noProfile("Plasma", role: .visitor)
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
    #expect(unknown.message == "Unknown exchange: EX-009.")
    #expect(unknown.hint == "known: EX-001")
    #expect(unknown.kind == .notFound)
    #expect(ExchangeProblem.refused([]).kind == .refusedByRule)
  }
}
