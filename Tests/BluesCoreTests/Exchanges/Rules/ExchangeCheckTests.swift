import Basics
import GRDB
import Testing

@testable import BluesCore

@Suite struct `An exchange held against its rule book` {
  let store: Store
  let code: ExchangeCode

  init() throws {
    store = try Store.blues(on: "2020-12-31")
    for (name, country, partner) in [
      ("Plasma", "DE", "BNPT"), ("Aqua", "ES", "ZINNAE"), ("Nano", "CZ", "NP"),
    ] {
      _ = try store.organisations.add(name, .init(country: .init(country), cluster: partner))
    }
    _ = try store.profiles.add("Plasma", .init(role: .host, category: "cluster"))
    _ = try store.profiles.add("Nano", .init(role: .host, category: "cluster"))
    _ = try store.profiles.add("Aqua", .init(role: .visitor, category: "cluster"))
    code = try ExchangeCode("EX-001")
  }

  @discardableResult
  func propose(
    _ host: String = "Plasma", distance: Int? = nil, word: WaiverRequest = .none
  ) throws -> Exchanges.Result {
    try store.exchanges.propose(
      host: host, visitor: "Aqua", from: .of("2020-11-09"), to: .of("2020-11-13"),
      distance: distance, word: word)
  }

  @Test func `a rejected profile is not admitted, and says why`() throws {
    try propose()
    try store.exchanges.bring(code, to: .applied, on: .of("2020-12-31"))
    _ = try store.profiles.assess(
      "Aqua", as: .visitor, .rejected, on: .of("2020-12-31"), because: "No room")
    try store.exchanges.provide(code, for: .eligible, on: .of("2020-12-31"))
    let problem = #expect(throws: ExchangeProblem.self) {
      try store.exchanges.take(.eligible, code, on: .of("2020-12-31"))
    }
    #expect(
      problem?.message
        == "The profile of Aqua as a visitor was rejected: No room. (rule profile-assessment, "
        + "CE4BIG)")
  }

  func settle(_ organisation: String, city: String?, coordinates: String? = nil) throws {
    try store.write { write in
      try write.db.execute(
        sql: """
          UPDATE profile SET city = ?, coordinates = ? WHERE organisation_id =
            (SELECT id FROM organisation WHERE name = ?)
          """, arguments: [city, coordinates, organisation])
    }
  }

  @Test func `the distance is the great circle between the places of both profiles`() throws {
    try propose()
    #expect(
      try store.exchanges.check(code).asked.distance
        == .unknown(
          asks: "The place of Aqua is not known: its profile has no city. Give the distance: "
            + "`blues exchange set EX-001 --distance KM`."))
    try settle("Aqua", city: "Zaragoza")
    try settle("Plasma", city: "Greifswald")
    #expect(
      try store.exchanges.check(code).asked.distance
        == .known(
          kilometres: 1_738,
          basis: "great circle from Zaragoza to Universitäts- und Hansestadt Greifswald"))
    try settle("Plasma", city: "Nowhere", coordinates: "42.3,-0.8")
    #expect(
      try store.exchanges.check(code).asked.distance
        == .known(kilometres: 71, basis: "great circle from Zaragoza to Nowhere"))
    try settle("Plasma", city: "Nowhere")
    #expect(
      try store.exchanges.check(code).asked.distance
        == .unknown(
          asks: "Unknown place in Germany: Nowhere. Give the distance: "
            + "`blues exchange set EX-001 --distance KM`."))
  }

  @Test func `a stated distance wins, and none is stated that cannot be`() throws {
    try propose(distance: 300)
    #expect(try store.exchanges.check(code).asked.distance.kilometres == 300)
    let result = try store.exchanges.set(code, .distance(150, because: " route planner "))
    #expect(
      result.amountChange == "The lump sum by the rules is now 415.00 EUR; it was 830.00 EUR.")
    #expect(
      try store.history.steps()[0].summary
        == "changed EX-001: lump sum 830.00 EUR → 415.00 EUR")
    #expect(try store.exchanges.set(code, .distance(160)).amountChange == nil)
    let set = try store.exchanges.set(code, .distance(150, because: " route planner ")).exchange
    #expect(set.distance == 150)
    #expect(set.distanceBasis == "route planner")
    let check = try store.exchanges.check(code)
    #expect(check.asked.distance == .known(kilometres: 150, basis: "route planner"))
    #expect(check.lumpSum?.amount == Money(cents: 41_500))
    #expect(throws: ExchangeProblem.negativeDistance(-1)) {
      try store.exchanges.set(code, .distance(-1))
    }
    #expect(throws: ExchangeProblem.negativeDistance(-1)) { try propose("Nano", distance: -1) }
    _ = try store.exchanges.cancel(code, on: .of("2020-12-31"), because: "Illness")
    #expect(throws: StepProblem.over(code, as: .cancelled)) {
      try store.exchanges.set(code, .distance(1))
    }
  }

  @Test func `an agreed exchange keeps the figures it was agreed under`() throws {
    try propose(distance: 640)
    _ = try store.ruleFigures.set("minimum-stay", "working_days", to: "4", because: "Annex 1")
    let agreed = try store.exchanges.bring(code, to: .agreed, on: .of("2020-10-20"))
    #expect(agreed.ruleBook == "2020-09-23+1")
    _ = try store.ruleFigures.set("minimum-stay", "working_days", to: "6", because: "Annex 2")
    _ = try store.ruleFigures.set("country-threshold", "DE", to: "100.00 EUR", because: "Cut")
    let check = try store.exchanges.check(code)
    #expect(try check.book.rule("minimum-stay").whole("working_days") == 4)
    #expect(check.book.overrides.map(\.reason) == ["Annex 1"])
    #expect(check.lumpSum?.amount == Money(cents: 83_000))
    #expect(!check.isRefused)
    #expect(throws: ExchangeProblem.self) { try propose("Nano", distance: 640) }
    #expect(try store.ruleFigures.book().version == "2020-09-23+2")
  }

  @Test func `the distance worked out is kept when the exchange is agreed`() throws {
    try propose()
    try settle("Aqua", city: "Zaragoza")
    try settle("Plasma", city: "Berlin")
    _ = try store.exchanges.bring(code, to: .agreed, on: .of("2020-10-20"))
    try settle("Plasma", city: "Nowhere")
    let kept = try store.exchanges.one(code).exchange
    #expect(kept.distance == 1_616)
    #expect(kept.distanceBasis == "great circle from Zaragoza to Berlin")
  }

  @Test func `a rule is waived with the Agency's reason, and that shows`() throws {
    try propose()
    #expect(throws: ExchangeProblem.self) { try propose("Nano") }
    let word = WaiverRequest(rules: ["one-funded-visit"], reason: " letter of 3 May ")
    let result = try propose("Nano", word: word)
    #expect(result.exchange.approvals == "one-funded-visit")
    #expect(result.warnings.map(\.approved) == ["letter of 3 May"])
    let check = try store.exchanges.check(result.exchange.code)
    #expect(
      check.approvals == [
        Waiver(
          rule: "one-funded-visit", reason: "letter of 3 May", on: try .of("2020-12-31"))
      ])
    #expect(check.breaches.map(\.brief) == ["one-funded-visit refusal"])
    #expect(!check.isRefused)
    #expect(try store.exchanges.check(code).breaches == [])
    #expect(try store.exchanges.checkOpen().map(\.exchange.code.number) == [1, 2])
  }

  @Test func `a rule the Agency cannot waive, or without a reason, is refused`() throws {
    let about = `Checks of an exchange`.about
    let problem = #expect(throws: ExchangeProblem.self) {
      try propose(word: WaiverRequest(rules: ["minimum-stay"], reason: "letter"))
    }
    #expect(
      problem?.message
        == "The Agency cannot waive the rule minimum-stay. (rule minimum-stay, \(about))")
    #expect(problem?.kind == .refusedByRule)
    #expect(throws: ExchangeProblem.approvalWithoutReason(rule: "one-funded-visit")) {
      try propose(word: WaiverRequest(rules: ["one-funded-visit"], reason: " "))
    }
    #expect(throws: ProgrammeProblem.self) {
      try propose(word: WaiverRequest(rules: ["one-visit"], reason: "letter"))
    }
    #expect(try store.exchanges.all() == [])
  }

  @Test func `what only a later state asks for bars nothing before it`() throws {
    _ = try store.organisations.add("Solo", .init(country: .init("PL")))
    _ = try store.profiles.add("Solo", .init(role: .visitor, category: "sme"))
    _ = try store.exchanges.propose(
      host: "Plasma", visitor: "Solo", from: .of("2020-11-09"), to: .of("2020-11-13"))
    let check = try store.exchanges.check(code)
    #expect(check.isRefused)
    #expect(try check.breaches(at: .applied) == [])
    #expect(try check.breaches(at: .eligible).map(\.rule) == ["eccp-membership"])
    #expect(throws: ExchangeProblem.refused(check.breaches)) {
      try store.write { write in
        try ExchangeCheck.pass(code, to: .eligible, on: store.invocation.today, write)
      }
    }
    let unpaid = #expect(throws: ExchangeProblem.self) {
      try store.write { write in
        try ExchangeCheck.pass(code, to: .paid, on: store.invocation.today, write)
      }
    }
    #expect(unpaid?.message.contains("EX-001 cannot be paid without closing-report") == true)
  }

  @Test func `figures are changed with a reason, undone and taken back`() throws {
    let before = try store.dump()
    let book = try store.ruleFigures.set("ceiling", "amount", to: "900.00 EUR", because: "Annex 1")
    #expect(try book.rule("ceiling").money("amount") == Money(cents: 90_000))
    let line = try book.line("ceiling")
    #expect(line.changes.map(\.reason) == ["Annex 1"])
    #expect(try book.figures(of: "ceiling").map(\.standard) == ["1100.00 EUR"])
    _ = try store.ruleFigures.set("ceiling", "amount", to: "950.00 EUR", because: "Annex 2")
    #expect(try store.ruleFigures.book().overrides.map(\.value) == ["950.00 EUR"])
    #expect(try store.ruleFigures.reset("ceiling", "amount") == .standard)
    #expect(try store.dump() == before)
    #expect(throws: ProgrammeProblem.notOverridden(rule: "ceiling", figure: "amount")) {
      try store.ruleFigures.reset("ceiling", "amount")
    }
    #expect(throws: ProgrammeProblem.self) {
      try store.ruleFigures.set("periodic-report", "days", to: "90", because: "x")
    }
    #expect(throws: ProgrammeProblem.reasonMissing(rule: "ceiling")) {
      try store.ruleFigures.set("ceiling", "amount", to: "1.00 EUR", because: " ")
    }
    #expect(
      try book.figures(of: "country-threshold").first { $0.figure == "UK" }?.mark == .recalled)
  }
}
