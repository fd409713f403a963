import Basics
import GRDB
import Testing

@testable import BluesCore

@Suite struct `Exchanges take all the steps they can` {
  let store: Store
  let codes: [ExchangeCode]
  let day: Day

  init() throws {
    store = try Store.blues(on: "2020-12-31")
    for (name, country, partner) in [
      ("Plasma", "DE", "BNPT"), ("Aqua", "ES", "ZINNAE"), ("Rio", "ES", "ZINNAE"),
    ] {
      _ = try store.organisations.add(name, .init(country: .init(country), cluster: partner))
    }
    _ = try store.profiles.add("Plasma", .init(role: .host, category: "cluster"))
    _ = try store.profiles.add("Aqua", .init(role: .visitor, category: "sme"))
    _ = try store.profiles.add("Rio", .init(role: .visitor, category: "sme"))
    codes = try [ExchangeCode("EX-001"), ExchangeCode("EX-002")]
    day = try .of("2020-10-01")
    _ = try store.exchanges.propose(
      host: "Plasma", visitors: ["Aqua", "Rio"], from: .of("2020-11-09"), to: .of("2020-11-13"),
      on: .of("2020-09-01"))
    for code in codes { _ = try store.exchanges.set(code, .distance(1640)) }
  }

  func provide(_ code: ExchangeCode, upTo state: Exchange.State) throws {
    for each in Exchange.Mode.physical.way.prefix(while: { $0.place <= state.place }) {
      try store.exchanges.provide(code, for: each, on: day)
    }
  }

  func advance(
    _ codes: [ExchangeCode], on day: String = "2020-12-01", reference: String? = nil,
    until: Exchange.State? = nil
  ) throws -> [Exchanges.Advance] {
    var wanted = try Exchanges.Advancing(on: .of(day))
    wanted.reference = reference
    wanted.until = until
    return try store.exchanges.advance(codes, wanted)
  }

  @Test func `from draft to closed, the stay on its own days`() throws {
    try provide(codes[0], upTo: .closed)
    let result = try advance([codes[0]], reference: "T-1")[0]
    #expect(result.exchange.state == .closed)
    #expect(result.stop == nil)
    #expect(
      result.steps.map { "\($0.state.verb) \($0.on)" } == [
        "apply 2020-12-01", "admit 2020-12-01", "confirm 2020-12-01", "agree 2020-12-01",
        "contract 2020-12-01", "start 2020-12-01", "complete 2020-12-01", "report 2020-12-01",
        "validate 2020-12-01", "pay 2020-12-01", "close 2020-12-01",
      ])
    #expect(result.exchange.bankReference == "T-1")
    #expect(result.exchange.paid == Money(cents: 83_000))
    #expect(try store.history.steps(limit: 1).first?.summary == "took 11 steps of EX-001")
  }

  @Test func `a stay starts and is completed on its own days when the steps before allow`() throws {
    try provide(codes[0], upTo: .closed)
    _ = try advance([codes[0]], on: "2020-10-02", until: .contracted)
    let result = try advance([codes[0]])[0]
    #expect(
      result.steps.map { "\($0.state.verb) \($0.on)" } == [
        "start 2020-11-09", "complete 2020-11-13", "report 2020-12-01", "validate 2020-12-01",
      ])
    #expect(result.stop as? StepProblem == .referenceMissing(codes[0]))
    #expect(result.reason == "pay needs the bank's --reference")
  }

  @Test func `each stops where a paper is missing, and one undo reverses all`() throws {
    try provide(codes[0], upTo: .agreed)
    try provide(codes[1], upTo: .applied)
    let before = try store.dump()
    let results = try advance(codes + codes, on: "2020-10-02")
    #expect(results.map(\.exchange.state) == [.agreed, .applied])
    #expect(results.map(\.steps.count) == [4, 1])
    #expect(
      results.map(\.reason) == [
        "contract needs financial-agreement", "admit needs eligibility-proof",
      ])
    #expect(try store.history.steps(limit: 1).first?.summary == "took 5 steps of EX-001, EX-002")
    _ = try store.history.undo()
    #expect(try store.dump() == before)
  }

  @Test func `a paper that is not signed is named with who has not signed it`() throws {
    try provide(codes[0], upTo: .matched)
    let kind = try PaperKind.named("quality-commitment")
    var draft = try Papers.Draft.kept(kind.kind, on: day)
    draft.signatures = [(.host, day)]
    _ = try store.papers.add(codes[0], draft)
    #expect(
      try advance([codes[0]], on: "2020-10-02")[0].reason
        == "agree needs quality-commitment, which is not signed by host-partner, visitor, "
        + "visitor-partner")
  }

  @Test func `until a verb, and no further`() throws {
    try provide(codes[0], upTo: .closed)
    let result = try advance([codes[0]], on: "2020-10-02", until: .eligible)[0]
    #expect(result.exchange.state == .eligible)
    #expect(result.stop == nil)
    #expect(throws: StepProblem.noneAdvanced(["EX-001: is eligible"], .conflict)) {
      try advance([codes[0]], on: "2020-10-02", until: .eligible)
    }
  }

  @Test func `before its first day a stay does not start, and nothing is dated in the future`()
    throws
  {
    try provide(codes[0], upTo: .closed)
    let result = try advance([codes[0]], on: "2020-11-08")[0]
    #expect(result.exchange.state == .contracted)
    #expect(result.reason == "cannot be started on 2020-11-08, before 2020-11-09")
    let future = StepProblem.inTheFuture(
      codes[0], on: try .of("2021-01-01"), today: try .of("2020-12-31"))
    #expect(throws: future) { try advance([codes[0]], on: "2021-01-01") }
  }

  @Test func `a step that a rule refuses leaves nothing behind`() throws {
    try provide(codes[0], upTo: .closed)
    _ = try advance([codes[0]], on: "2020-10-02", until: .agreed)
    try store.queue.write { try $0.execute(sql: "UPDATE exchange SET distance_km = NULL") }
    let before = try store.dump()
    #expect(throws: StepProblem.amountMissing(codes[0])) {
      try advance([codes[0]], on: "2020-10-02")
    }
    #expect(try store.dump() == before)
  }

  @Test func `where none can take a step, the reason of each is given`() throws {
    let none = StepProblem.noneAdvanced(
      ["EX-001, EX-002: apply needs application-visitor, application-host, privacy-notice"],
      .refusedByRule)
    #expect(throws: none) { try advance(codes, on: "2020-10-02") }
    #expect(
      none.message == """
        None of these exchanges can take a step:
        EX-001, EX-002: apply needs application-visitor, application-host, privacy-notice
        """)
    #expect(none.kind == .refusedByRule)
    _ = try store.exchanges.cancel(codes[0], on: day, because: "No time")
    #expect(throws: StepProblem.over(codes[0], as: .cancelled)) {
      try advance([codes[0]], on: "2020-10-02")
    }
  }

  @Test func `a dry run changes nothing`() throws {
    try provide(codes[0], upTo: .closed)
    let before = try store.dump()
    let wanted = try Exchanges.Advancing(on: .of("2020-12-01"))
    let result = try store.rehearsing().exchanges.advance([codes[0]], wanted)[0]
    #expect(result.exchange.state == .validated)
    #expect(try store.dump() == before)
  }
}
