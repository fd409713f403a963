import Testing

@testable import BluesCore

/// A figure that the project changed is told with the project's number and the project's reason.
@Suite struct `Changed figures in sentences` {
  let store: Store
  let code: ExchangeCode

  init() throws {
    store = try Store.blues(on: "2020-11-20")
    code = try ExchangeCode("EX-001")
    _ = try store.organisations.add("Plasma", .init(country: .init("DE"), cluster: "BNPT"))
    _ = try store.organisations.add("Aqua", .init(country: .init("ES"), cluster: "ZINNAE"))
    _ = try store.profiles.add("Plasma", .init(role: .host, category: "cluster"))
    _ = try store.profiles.add("Aqua", .init(role: .visitor, category: "sme"))
  }

  func propose(_ mode: Exchange.Mode) throws {
    _ = try store.exchanges.propose(
      host: "Plasma", visitor: "Aqua", from: .of("2020-11-09"), to: .of("2020-11-13"), mode: mode,
      on: .of("2020-10-01"))
  }

  @Test func `the amount of a virtual exchange`() throws {
    _ = try store.ruleFigures.set(
      "virtual-unfunded", "amount", to: "100.00 EUR", because: "letter of 3 May")
    try propose(.virtual)
    let source = "(rule virtual-unfunded, SPI; changed by the project: letter of 3 May)"
    let step = #expect(throws: StepProblem.self) {
      try store.exchanges.take(.init(.paid, on: .of("2020-11-20")), code)
    }
    #expect(
      step?.message
        == "EX-001 is virtual: it has no financial agreement and no payment. "
        + "The maximum is 100.00 EUR. \(source)")
    let paper = #expect(throws: AgreementProblem.self) {
      try store.agreements.agreement(.financialAgreement, for: code)
    }
    #expect(
      paper?.message
        == "EX-001 is virtual and receives 100.00 EUR at most, without an agreement \(source).")
    try store.set("UPDATE exchange SET agreed_cents = 10001")
    #expect(
      try store.exchanges.check(code).breaches.filter { $0.rule == "virtual-unfunded" }
        .map(\.sentence)
        == [
          "EX-001 is virtual and has an amount of 100.01 EUR; the maximum is 100.00 EUR. \(source)"
        ])
  }

  @Test func `the threshold of one country is told in that country alone`() throws {
    _ = try store.ruleFigures.set(
      "country-threshold", "DE", to: "400.00 EUR", because: "Annex 1")
    _ = try store.ruleFigures.set(
      "country-threshold", "FR", to: "500.00 EUR", because: "Annex 2")
    try propose(.physical)
    _ = try store.exchanges.set(code, .distance(1_738))
    try store.set("UPDATE exchange SET agreed_cents = 40001")
    #expect(
      try store.exchanges.check(code).breaches.filter { $0.rule == "country-threshold" }
        .map(\.changes) == [["Annex 1"]])
  }

  @Test func `the categories of visitors are the project's`() throws {
    _ = try store.ruleFigures.set(
      "visitor-category", "categories", to: "cluster", because: "decision of the board")
    let aqua = try #require(try store.profiles.one("Aqua").first)
    let statement = try store.profiles.eligibility().statements(of: aqua)
      .first { $0.rule == "visitor-category" }
    #expect(statement?.verdict == .broken)
    #expect(statement?.message == "A visitor must be of the kind cluster, not sme.")
  }
}
