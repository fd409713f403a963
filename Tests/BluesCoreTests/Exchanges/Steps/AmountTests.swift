import Basics
import Testing

@testable import BluesCore

@Suite struct `Amounts agreed and paid` {
  let store: Store
  let code: ExchangeCode
  let day: Day

  static let faq = "CLAM-FAQ"

  init() throws {
    store = try Store.blues(on: "2020-12-31")
    for (name, country, partner) in [("Plasma", "CZ", "NP"), ("Aqua", "ES", "ZINNAE")] {
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

  /// What the step with an amount is refused for.
  func refusal(_ state: Exchange.State, _ amount: String?) throws -> (any Problem)? {
    let step = Exchanges.Step(
      state, on: store.invocation.today, amount: try amount.map { try Money($0) }, reference: "T-1")
    let before = try store.dump()
    do {
      _ = try store.exchanges.take(step, code)
      return nil
    } catch let problem as any Problem {
      #expect(try store.dump() == before)
      return problem
    }
  }

  @Test func `an agreement keeps within the host's country and the ceiling, to the cent`() throws {
    try propose()
    try store.exchanges.bring(code, to: .agreed, on: day)
    try store.exchanges.provide(code, for: .contracted, on: day)
    let landing = "CXC-OLD"
    let threshold = try #require(try refusal(.contracted, "610.01"))
    let exceeded =
      "The amount agreed, 610.01 EUR, exceeds 610.00 EUR, the threshold of Czechia. "
      + "(rule country-threshold, \(landing))"
    #expect(threshold.message == exceeded)
    #expect(threshold.kind == .refusedByRule)
    let ceiling = try #require(try refusal(.contracted, "1100.01"))
    #expect(
      ceiling.message
        == exceeded.replacing("610.01", with: "1100.01")
        + "\nThe amount agreed, 1100.01 EUR, exceeds 1100.00 EUR, the ceiling for every visitor. "
        + "(rule ceiling, \(landing))")
    let silent = try #require(try refusal(.contracted, nil))
    #expect(silent.message == "The amount agreed for EX-001 is not known.")
    #expect(
      silent.hint
        == "blues exchange contract EX-001 --amount \"780 EUR\"; "
        + "blues exchange check EX-001 shows what the lump sum lacks")
    let crowns = try #require(try refusal(.contracted, "100 CZK"))
    #expect(crowns.message == "Not an amount in euros: 100.00 CZK. Visitors are paid in euros.")
    #expect(try refusal(.contracted, "-1") as? StepProblem == .notInEuros(Money(cents: -100)))
    #expect(try refusal(.contracted, "610") == nil)
    #expect(try store.exchanges.one(code).exchange.agreed == Money(cents: 61_000))
  }

  @Test func `check 9: nothing is paid before the closing report is validated`() throws {
    try propose()
    for state in Exchange.Mode.physical.way.prefix(9) {
      try store.exchanges.bring(code, to: state, on: day)
      let problem = try #require(try refusal(.paid, "100"))
      #expect(
        problem.message
          == "EX-001 is \(state.rawValue); it is paid once its closing report is validated. "
          + "(rule payment-needs-report, \(Self.faq))")
      #expect(
        problem.hint == "blues exchange \(state == .draft ? "apply" : verb(after: state)) EX-001")
      #expect(problem.kind == .refusedByRule)
    }
    try store.exchanges.bring(code, to: .validated, on: day)
    #expect(try refusal(.paid, "100") == nil)
  }

  func verb(after state: Exchange.State) -> String {
    Exchange.Mode.physical.state(after: state)?.verb ?? ""
  }

  @Test func `check 9: a payment later than ten days after completion is told`() throws {
    try propose()
    try store.exchanges.bring(code, to: .validated, on: day)
    let late = try store.exchanges.take(
      .init(.paid, on: .of("2020-11-24"), reference: "T-1"), code)
    #expect(
      late.warnings.map(\.message) == [
        "EX-001 was completed on 2020-11-13 and had to be paid by 2020-11-23; "
          + "it was paid on 2020-11-24, 1 day late."
      ])
    #expect(late.warnings.map(\.rule) == ["payment-term"])
    #expect(late.exchange.paid == Money(cents: 30_000))
    _ = try store.history.undo()
    let timely = try store.exchanges.take(
      .init(.paid, on: .of("2020-11-23"), reference: "T-1"), code)
    #expect(timely.warnings == [])
  }

  @Test func `no more is paid than was agreed`() throws {
    try propose()
    try store.exchanges.bring(code, to: .validated, on: day)
    let problem = try #require(try refusal(.paid, "300.01"))
    #expect(
      problem.message
        == "300.01 EUR is more than the 300.00 EUR agreed for EX-001. "
        + "(rule financial-agreement, \(Self.faq))")
    #expect(try refusal(.paid, "299.99") == nil)
    let paid = try store.exchanges.one(code).exchange
    #expect(paid.paid == Money(cents: 29_999))
    #expect(paid.bankReference == "T-1")
  }

  @Test func `check 10: a virtual exchange is neither contracted nor paid`() throws {
    try propose(.virtual)
    let spi = "(rule virtual-unfunded, SPI"
    for state in Exchange.Mode.virtual.way.dropLast() {
      try store.exchanges.bring(code, to: state, on: day)
      for target in [Exchange.State.contracted, .paid] {
        let problem = try #require(try refusal(target, "1"))
        #expect(
          problem.message.hasPrefix(
            "EX-001 is virtual: it has no financial agreement and no payment. \(spi)"))
        #expect(problem.kind == .refusedByRule)
      }
    }
  }

  @Test func `without an amount the lump sum is agreed, once the distance is known`() throws {
    try propose()
    try store.exchanges.bring(code, to: .agreed, on: day)
    try store.exchanges.provide(code, for: .contracted, on: day)
    #expect(try refusal(.contracted, nil) as? StepProblem == .amountMissing(code))
    _ = try store.exchanges.set(code, .distance(640))
    #expect(try refusal(.contracted, nil) == nil)
    #expect(try store.exchanges.one(code).exchange.agreed == Money(cents: 61_000))
  }
}
