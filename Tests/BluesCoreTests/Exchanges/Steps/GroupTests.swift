import Basics
import GRDB
import Testing

@testable import BluesCore

@Suite struct `Groups, and changes of a planned stay` {
  let store: Store
  let code: ExchangeCode
  let other: ExchangeCode
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
    (code, other) = (try ExchangeCode("EX-001"), try ExchangeCode("EX-002"))
    day = try .of("2020-10-01")
  }

  func propose(_ visitors: [String] = ["Aqua", "Rio"]) throws -> [Exchange] {
    try store.exchanges.propose(
      host: "Plasma", visitors: visitors, from: .of("2020-11-09"), to: .of("2020-11-13"),
      on: .of("2020-09-01")
    ).map(\.exchange)
  }

  @Test func `each visitor of a group has an exchange, in one step`() throws {
    let before = try store.dump()
    let group = try propose()
    #expect(group.map(\.code) == [code, other])
    #expect(group.map(\.visitor) == ["Aqua", "Rio"])
    #expect(group.map(\.group) == [1, 1])
    #expect(try store.history.steps(limit: 1).first?.summary == "proposed EX-001, EX-002")
    _ = try store.history.undo()
    #expect(try store.dump() == before)
    #expect(try propose(["Aqua"]).map(\.group) == [nil])
  }

  @Test func `a visitor is in a group once, and a group is proposed whole or not at all`() throws {
    let before = try store.dump()
    let twice = ExchangeProblem.visitorTwice("aqua")
    #expect(throws: twice) { try propose(["Aqua", "aqua"]) }
    #expect(twice.message == "aqua is named twice as a visitor of one group.")
    #expect(throws: ProfileProblem.noProfile("Plasma", role: .visitor)) {
      try propose(["Aqua", "Plasma"])
    }
    #expect(try store.dump() == before)
  }

  @Test func `several take a step together or not at all`() throws {
    _ = try propose()
    try store.exchanges.provide(code, for: .applied, on: day)
    let before = try store.dump()
    #expect(throws: StepProblem.self) {
      try store.exchanges.take(.init(.applied, on: day), [code, other])
    }
    #expect(try store.dump() == before)
    try store.exchanges.provide(other, for: .applied, on: day)
    let both = try store.exchanges.take(.init(.applied, on: day), [code, other, code])
    #expect(both.map(\.exchange.state) == [.applied, .applied])
    #expect(
      try store.history.steps(limit: 1).first?.summary
        == "EX-001, EX-002 are applied on 2020-10-01")
  }

  @Test func `days and mode change until it is agreed, by the rules`() throws {
    _ = try propose(["Aqua"])
    var setting = Exchanges.Setting()
    #expect(throws: StepProblem.nothingToSet(code)) { try store.exchanges.set(code, setting) }
    setting.lastDay = try .of("2020-11-10")
    do {
      _ = try store.exchanges.set(code, setting)
      Issue.record("two days were taken")
    } catch ExchangeProblem.refused(let breaches) {
      #expect(breaches.map(\.rule) == ["minimum-stay"])
    }
    setting.mode = .virtual
    #expect(try store.exchanges.set(code, setting).exchange.mode == .virtual)
    setting.firstDay = try .of("2020-11-11")
    #expect(throws: ExchangeProblem.endsBeforeStart(try .of("2020-11-11"), try .of("2020-11-10"))) {
      try store.exchanges.set(code, setting)
    }
    try store.exchanges.bring(code, to: .agreed, on: day)
    let stands = StepProblem.agreedAlready(code, is: .agreed)
    #expect(throws: stands) { try store.exchanges.set(code, setting) }
    #expect(stands.message == "EX-001 is agreed: its days and its mode can no longer change.")
    #expect(stands.kind == .conflict)
  }

  @Test func `goals, agenda and distance change until it is over`() throws {
    _ = try propose(["Aqua"])
    try store.exchanges.bring(code, to: .paid, on: day)
    var setting = Exchanges.Setting()
    setting.goals = " Membranes "
    setting.agenda = "Monday: laboratory"
    setting.distance = 1640
    let set = try store.exchanges.set(code, setting).exchange
    #expect([set.goals, set.agenda] == ["Membranes", "Monday: laboratory"])
    #expect(set.distance == 1640 && set.distanceBasis == "stated")
    setting = .init()
    setting.goals = ""
    let cleared = try store.exchanges.set(code, setting).exchange
    #expect(cleared.goals == nil && cleared.agenda == "Monday: laboratory")
    #expect(cleared.distanceBasis == "stated")
    setting.distance = -1
    #expect(throws: ExchangeProblem.negativeDistance(-1)) { try store.exchanges.set(code, setting) }
    try store.exchanges.bring(code, to: .closed, on: day)
    setting.distance = 1
    #expect(throws: StepProblem.over(code, as: .closed)) {
      try store.exchanges.set(code, setting)
    }
  }

  @Test func `what was agreed on is not moved by taking back an earlier change`() throws {
    _ = try propose(["Aqua"])
    var setting = Exchanges.Setting()
    setting.mode = .virtual
    _ = try store.exchanges.set(code, setting)
    let step = try #require(store.history.steps(limit: 1).first)
    try store.exchanges.bring(code, to: .ongoing, on: day)
    let before = try store.dump()
    let problem = #expect(throws: HistoryProblem.self) { try store.history.undo(step.id) }
    guard case .entangled(let later, _) = problem else {
      Issue.record("\(String(describing: problem))")
      return
    }
    #expect(later.allSatisfy { $0 > step.id } && !later.isEmpty)
    #expect(try store.dump() == before)
  }

  @Test func `an exchange counts for the partnership that manages the visitor`() throws {
    #expect(try propose(["Aqua"]).map(\.countsForUs) == [true])
    try store.write { write in
      try write.db.execute(
        sql: "UPDATE profile SET partnership = 'INNO4ALL' WHERE role = 'visitor'")
    }
    let hosted = try store.exchanges.one(code).exchange
    #expect(!hosted.countsForUs)
    #expect(hosted.visitorPartnership == "INNO4ALL")
  }
}
