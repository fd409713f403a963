import Basics
import Testing

@testable import BluesCore

@Suite struct `Papers that a step asks for` {
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

  /// What each gate says when nothing is there, and what to type.
  static let refusals: [(state: Exchange.State, message: String, hint: String)] = [
    (
      .applied,
      "EX-001 cannot be applied without application-visitor (CE4BIG), application-host (CE4BIG), "
        + "privacy-notice (OWN).",
      "paper add EX-001 application-visitor=FILE application-host=FILE privacy-notice=FILE"
    ),
    (
      .eligible, "EX-001 cannot be admitted without eligibility-proof (CE4BIG).",
      "paper add EX-001 eligibility-proof FILE"
    ),
    (
      .agreed, "EX-001 cannot be agreed without quality-commitment (CXC-FAQ2).",
      "paper add EX-001 quality-commitment FILE"
    ),
    (
      .contracted, "EX-001 cannot be contracted without financial-agreement (CLAM-FAQ).",
      "paper add EX-001 financial-agreement FILE"
    ),
    (
      .reported, "EX-001 cannot be reported without closing-report (CLAM-FAQ).",
      "paper add EX-001 closing-report FILE"
    ),
    (
      .validated,
      "EX-001 cannot be validated without travel-proof (CLAM-FAQ), stay-proof (CLAM-FAQ).",
      "paper add EX-001 travel-proof=FILE stay-proof=FILE"
    ),
    (
      .closed,
      "EX-001 cannot be closed without payment-proof (CLAM-FAQ), host-feedback (OWN), "
        + "publicity-permission (OWN).",
      "paper add EX-001 payment-proof=FILE host-feedback=FILE publicity-permission=FILE"
    ),
  ]

  /// What the step is refused for; nil when it is taken, and taken back again.
  func refusal(_ state: Exchange.State, on day: Day? = nil) throws -> StepProblem? {
    let step = Exchanges.Step(
      state, on: day ?? store.invocation.today, amount: Money(cents: 100), reference: "T-1")
    let before = try store.dump()
    do {
      _ = try store.exchanges.take(step, code)
    } catch let problem as StepProblem {
      #expect(try store.dump() == before)
      return problem
    }
    _ = try store.history.undo()
    #expect(try store.dump() == before)
    return nil
  }

  @Test(arguments: [Exchange.Mode.physical, .hybrid])
  func `each gate is shut without its papers, and says what to type`(mode: Exchange.Mode) throws {
    try propose(mode)
    for (state, message, hint) in Self.refusals {
      let before = try #require(mode.state(before: state))
      try store.exchanges.bring(code, to: before, on: day)
      let problem = try #require(try refusal(state))
      #expect(problem.message == message)
      #expect(problem.hint == "blues exchange \(hint)")
      #expect(problem.kind == .refusedByRule)
    }
  }

  @Test func `each gate opens when the last paper is there, and none stands elsewhere`() throws {
    for mode in Exchange.Mode.allCases {
      let store = try store.copyInMemory()
      let gated = Self.refusals.map(\.state)
      for state in mode.way.dropFirst() {
        let kinds = PaperKind.all.required(for: state, mode)
        #expect(kinds.isEmpty == !gated.contains(state), "\(mode) \(state)")
      }
      #expect(
        PaperKind.all.required(for: .contracted, mode).isEmpty == (mode == .virtual))
      _ = store
    }
    try propose()
    for state in Exchange.Mode.physical.way.dropFirst() {
      let kinds = PaperKind.all.required(for: state, .physical)
      for (index, kind) in kinds.enumerated() {
        guard case .papersMissing(_, _, let missing) = try #require(try refusal(state)) else {
          Issue.record("\(state) was refused for something else")
          return
        }
        #expect(missing.map(\.kind) == Array(kinds[index...]))
        _ = try store.papers.add(code, .kept(kind.kind, signed: kind.signatures, on: day))
      }
      #expect(try refusal(state) == nil)
      try store.exchanges.bring(code, to: state, on: day)
    }
  }

  @Test func `a virtual exchange needs no proof of travel or payment`() throws {
    try propose(.virtual)
    try store.exchanges.bring(code, to: .closed, on: day)
    #expect(
      try store.papers.all(code).map(\.kind) == [
        "application-visitor", "application-host", "privacy-notice", "eligibility-proof",
        "quality-commitment", "closing-report", "stay-proof", "host-feedback",
        "publicity-permission",
      ])
    #expect(try store.papers.missing(code).isEmpty)
  }

  @Test func `the Commitment to Quality has four signatures, in time and on one paper`() throws {
    try propose()
    try store.exchanges.bring(code, to: .matched, on: day)
    func line(_ lack: String, _ remedy: String) -> String {
      "EX-001 cannot be agreed without quality-commitment, which \(lack) (CXC-FAQ2). "
        + "Blues exchange \(remedy)"
    }
    let kind = try PaperKind.named("quality-commitment")
    let on = try Day.of("2020-10-05")
    _ = try store.papers.add(code, .kept(kind.kind, on: day))
    #expect(
      try refusal(.agreed, on: on)?.reason
        == line(
          "is not signed by host, host-partner, visitor, visitor-partner",
          "paper sign EX-001 quality-commitment host --on DATE"))
    for party in [PaperParty.host, .hostPartner, .visitor] {
      _ = try store.papers.sign(code, kind, party, on: day)
    }
    #expect(
      try refusal(.agreed, on: on)?.reason
        == line(
          "is not signed by visitor-partner",
          "paper sign EX-001 quality-commitment visitor-partner --on DATE"))
    let other = try Papers.Draft.kept(kind.kind, signed: [.visitorPartner], on: day)
    _ = try store.papers.add(code, other)
    #expect(
      try refusal(.agreed, on: on)?.reason
        == line(
          "is not signed by host, host-partner, visitor",
          "paper sign EX-001 quality-commitment host --on DATE"))
    _ = try store.papers.remove(code, try #require(store.papers.all(code).last).number)
    _ = try store.papers.sign(code, kind, .visitorPartner, on: .of("2020-10-06"))
    #expect(
      try refusal(.agreed, on: on)?.reason
        == line(
          "is signed by visitor-partner only on 2020-10-06", "agree EX-001 --on 2020-10-06"))
    #expect(try refusal(.agreed, on: .of("2020-10-06")) == nil)
  }

  @Test func `the financial agreement has two signatures`() throws {
    try propose()
    try store.exchanges.bring(code, to: .agreed, on: day)
    _ = try store.papers.add(code, .kept("financial-agreement", signed: [.visitor], on: day))
    #expect(
      try refusal(.contracted)?.message
        == "EX-001 cannot be contracted without financial-agreement, which is not signed by "
        + "visitor-partner (CLAM-FAQ).")
  }

  @Test func `an exit needs no paper`() throws {
    try propose()
    #expect(try store.exchanges.cancel(code, on: day, because: "x").exchange.state == .cancelled)
    #expect(try store.papers.missing().isEmpty)
  }

  @Test func `the checklist tells what the next step lacks, and what closing does`() throws {
    try propose()
    func list() throws -> [String] {
      try store.papers.missing(code).map {
        "\($0.paper.kind.kind) \($0.paper.state.verb) \($0.isNext)"
      }
    }
    #expect(
      try list() == [
        "application-visitor apply true", "application-host apply true",
        "privacy-notice apply true", "eligibility-proof admit false",
        "quality-commitment agree false", "financial-agreement contract false",
        "closing-report report false", "travel-proof validate false", "stay-proof validate false",
        "payment-proof close false", "host-feedback close false",
        "publicity-permission close false",
      ])
    try store.exchanges.bring(code, to: .completed, on: day)
    #expect(
      try list() == [
        "closing-report report true", "travel-proof validate false", "stay-proof validate false",
        "payment-proof close false", "host-feedback close false",
        "publicity-permission close false",
      ])
  }
}
