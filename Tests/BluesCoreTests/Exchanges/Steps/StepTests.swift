import Basics
import Testing

@testable import BluesCore

@Suite struct `The way of an exchange` {
  let store: Store
  let code: ExchangeCode
  let day: Day

  init() throws {
    store = try Store.blues(on: "2020-12-31")
    for (name, country, partner) in [("Plasma", "DE", "BNPT"), ("Aqua", "ES", "ZINNAE")] {
      _ = try store.organisations.add(name, .init(country: .init(country), cluster: partner))
    }
    _ = try store.profiles.add("Plasma", .init(role: .host, category: "cluster"))
    _ = try store.profiles.add("Aqua", .init(role: .visitor, category: "sme"))
    code = try ExchangeCode("EX-001")
    day = try .of("2020-10-01")
  }

  func propose(_ mode: Exchange.Mode = .physical) throws {
    _ = try store.exchanges.propose(
      host: "Plasma", visitor: "Aqua", from: .of("2020-11-09"), to: .of("2020-11-13"), mode: mode,
      on: .of("2020-09-01"))
  }

  static let exits: [Exchange.State] = [.cancelled, .withdrawn, .noShow]

  @Test func `a visit with money goes through every state`() throws {
    let all = Exchange.State.allCases.filter { !$0.isExit }
    #expect(Exchange.Mode.physical.way == all)
    #expect(Exchange.Mode.hybrid.way == all)
    try propose()
    let closed = try store.exchanges.bring(code, to: .closed, on: day)
    #expect(closed.state == .closed)
    #expect(closed.next == nil)
    #expect(
      try store.exchanges.one(code).steps.map { "\($0.state.rawValue) \($0.on)" } == [
        "draft 2020-09-01", "applied 2020-10-01", "eligible 2020-10-01", "matched 2020-10-01",
        "agreed 2020-10-01", "contracted 2020-10-01", "ongoing 2020-11-09",
        "completed 2020-11-13", "reported 2020-11-13", "validated 2020-11-13", "paid 2020-11-13",
        "closed 2020-11-13",
      ])
    #expect(closed.agreed == Money(cents: 30_000))
    #expect(closed.paid == Money(cents: 30_000))
    #expect(closed.bankReference == "T-1")
  }

  @Test func `a virtual one leaves out what is about money`() throws {
    try propose(.virtual)
    let closed = try store.exchanges.bring(code, to: .closed, on: day)
    #expect(
      try store.exchanges.one(code).steps.map(\.state) == [
        .draft, .applied, .eligible, .matched, .agreed, .ongoing, .completed, .reported,
        .validated, .closed,
      ])
    #expect(closed.agreed == nil && closed.paid == nil)
  }

  @Test(arguments: [Exchange.Mode.physical, .virtual], Exchange.State.allCases)
  func `from each state only the next one is reached, and the exits where they make sense`(
    mode: Exchange.Mode, state: Exchange.State
  ) throws {
    guard mode.way.contains(state) else { return }
    try propose(mode)
    try store.exchanges.bring(code, to: state, on: day)
    let today = store.invocation.today
    if let next = mode.state(after: state) {
      try store.exchanges.provide(code, for: next, on: today)
    }
    for target in Exchange.State.allCases where target != .draft {
      let step = Exchanges.Step(
        target, on: today, because: target.isExit ? "Illness" : nil, amount: Money(cents: 100),
        reference: "T-1")
      let dump = try store.dump()
      do {
        let reached = try store.exchanges.take(step, code).exchange.state
        #expect(reached == target)
        #expect(Self.may(mode, from: state, to: target), "\(state) to \(target)")
        _ = try store.history.undo()
      } catch is any Problem {
        #expect(!Self.may(mode, from: state, to: target), "\(state) to \(target)")
      }
      #expect(try store.dump() == dump)
    }
  }

  /// The way written down once more.
  static func may(
    _ mode: Exchange.Mode, from state: Exchange.State, to target: Exchange.State
  ) -> Bool {
    let early: Set<Exchange.State> = [.draft, .applied, .eligible, .matched, .agreed, .contracted]
    switch target {
    case .cancelled: return early.contains(state) || state == .ongoing
    case .withdrawn: return early.contains(state)
    case .noShow: return state == (mode == .virtual ? .agreed : .contracted)
    case .ongoing: return state == (mode == .virtual ? .agreed : .contracted)
    case .closed: return state == (mode == .virtual ? .validated : .paid)
    case .contracted: return state == .agreed && mode != .virtual
    case .paid: return state == .validated && mode != .virtual
    case .applied: return state == .draft
    case .eligible: return state == .applied
    case .matched: return state == .eligible
    case .agreed: return state == .matched
    case .completed: return state == .ongoing
    case .reported: return state == .completed
    case .validated: return state == .reported
    case .draft: return false
    }
  }

  @Test func `a wrong step names the verb to type`() throws {
    try propose()
    let wrong = StepProblem.wrongState(code, is: .draft, needs: .contracted, next: .applied)
    #expect(throws: wrong) { try store.exchanges.start(code, on: day) }
    #expect(wrong.message == "EX-001 is draft; this step needs it to be contracted.")
    #expect(wrong.hint == "blues exchange apply EX-001")
    #expect(wrong.kind == .conflict)
    try store.exchanges.bring(code, to: .applied, on: day)
    let repeated = StepProblem.wrongState(code, is: .applied, needs: .draft, next: .eligible)
    #expect(throws: repeated) { try store.exchanges.take(.applied, code, on: day) }
    #expect(repeated.hint == "blues exchange admit EX-001")
    let early = StepProblem.wrongState(code, is: .applied, needs: .contracted, next: .eligible)
    #expect(throws: early) {
      try store.exchanges.take(.init(.noShow, on: day, because: "Nobody came"), code)
    }
  }

  @Test func `an end has its reason, and nothing follows it`() throws {
    try propose()
    let silent = StepProblem.reasonMissing(code)
    #expect(throws: silent) { try store.exchanges.cancel(code, on: day, because: " ") }
    #expect(silent.message == "The reason why EX-001 ends is missing.")
    #expect(silent.hint == "give the reason with --because")
    #expect(
      try store.exchanges.cancel(code, on: day, because: "Closed").exchange.state == .cancelled)
    #expect(
      try store.exchanges.one(code).steps.last
        == ExchangeStep(state: .cancelled, on: day, note: "Closed"))
    let over = StepProblem.over(code, as: .cancelled)
    #expect(throws: over) { try store.exchanges.take(.applied, code, on: day) }
    #expect(throws: over) { try store.exchanges.cancel(code, on: day, because: "x") }
    #expect(over.message == "EX-001 is cancelled.")
    #expect(over.hint == "blues exchange show EX-001")
  }

  @Test func `what took place is neither cancelled nor withdrawn`() throws {
    try propose()
    let last = try Day.of("2020-11-13")
    try store.exchanges.bring(code, to: .ongoing, on: day)
    let here = StepProblem.tooLate(code, is: .ongoing, to: .withdrawn, next: .completed)
    #expect(throws: here) {
      try store.exchanges.take(.init(.withdrawn, on: last, because: "Illness"), code)
    }
    #expect(here.message == "EX-001 is ongoing and can no longer be withdrawn.")
    #expect(here.hint == "blues exchange complete EX-001")
    try store.exchanges.bring(code, to: .completed, on: day)
    let done = StepProblem.tooLate(code, is: .completed, to: .cancelled, next: .reported)
    #expect(throws: done) { try store.exchanges.cancel(code, on: last, because: "x") }
    #expect(done.message == "EX-001 is completed and can no longer be cancelled.")
    #expect(done.hint == "blues exchange report EX-001")
  }

  @Test func `a step comes neither before the last one nor in the future`() throws {
    try propose()
    let before = StepProblem.tooEarly(
      code, step: .applied, on: try .of("2020-08-31"), earliest: try .of("2020-09-01"))
    #expect(throws: before) { try store.exchanges.take(.applied, code, on: .of("2020-08-31")) }
    #expect(before.message == "EX-001 cannot be applied on 2020-08-31, before 2020-09-01.")
    #expect(before.hint == "give the day it happened with --on")
    let future = StepProblem.inTheFuture(
      code, on: try .of("2021-01-01"), today: try .of("2020-12-31"))
    #expect(throws: future) { try store.exchanges.take(.applied, code, on: .of("2021-01-01")) }
    #expect(future.message == "A step of EX-001 cannot be dated 2021-01-01: today is 2020-12-31.")
    #expect(future.kind == .usage)
  }

  @Test func `it starts and is missed on the first day, and is completed on the last, or later`()
    throws
  {
    try propose()
    try store.exchanges.bring(code, to: .contracted, on: day)
    let early = StepProblem.tooEarly(
      code, step: .ongoing, on: try .of("2020-11-08"), earliest: try .of("2020-11-09"))
    #expect(throws: early) { try store.exchanges.start(code, on: .of("2020-11-08")) }
    #expect(early.message == "EX-001 cannot be started on 2020-11-08, before 2020-11-09.")
    let missed = StepProblem.tooEarly(
      code, step: .noShow, on: try .of("2020-11-08"), earliest: try .of("2020-11-09"))
    #expect(throws: missed) {
      try store.exchanges.take(.init(.noShow, on: .of("2020-11-08"), because: "x"), code)
    }
    #expect(missed.message == "EX-001 cannot be a no-show on 2020-11-08, before 2020-11-09.")
    try store.exchanges.bring(code, to: .ongoing, on: day)
    #expect(
      throws: StepProblem.tooEarly(
        code, step: .completed, on: try .of("2020-11-12"), earliest: try .of("2020-11-13"))
    ) { try store.exchanges.complete(code, on: .of("2020-11-12")) }
    _ = try store.exchanges.complete(code, on: .of("2020-11-14"))
  }
}
