import Basics
import Documents
import Testing

@testable import BluesCore

@Suite struct `Indicators` {
  let store: Store
  let code: IndicatorCode

  /// 214 of the project's 731 days are over: 29.27 %.
  init() throws {
    store = try Store.blues()
    code = try IndicatorCode("I1")
    _ = try store.indicators.add(
      code,
      ["title": "Trained persons", "target": "100", "cumulative": "yes", "work_package": "wp1"])
  }

  private func record(
    _ text: String, on day: String, _ partner: String? = nil, _ code: IndicatorCode? = nil
  ) throws -> Indicator {
    try store.indicators.record(
      code ?? self.code, IndicatorReading(text, on: .of(day), partner: partner))
  }

  @Test func `a reading that is not there is said`() throws {
    let one = try store.indicators.one(code)
    #expect([one.value, one.progress.share.map { Quantity(Int($0)) }] == [nil, nil])
    #expect(one.standing.rawValue == "no reading")
    #expect(one.workPackage == "WP1")
  }

  @Test(arguments: [
    ("30", "on track", Tone.good), ("29", "behind", .warning), ("24", "behind", .warning),
    ("23", "far behind", .bad), ("100", "reached", .good), ("150", "reached", .good),
  ])
  func `the share of the target is compared with the share of the time`(
    value: String, standing: String, tone: Tone
  ) throws {
    let one = try record(value, on: "2020-08-31")
    #expect(one.standing.cell == .state(standing, tone))
    #expect(one.progress.percent == Int(value))
  }

  @Test func `cumulative readings add up from the baseline, others are the last one`() throws {
    _ = try store.indicators.set(code, ["baseline": "10"])
    _ = try record("6", on: "2020-03-01")
    let both = try record("9.5", on: "2020-06-01", "NP")
    #expect(both.value?.description == "25.5")
    #expect(both.progress.percent == 17)
    #expect(both.shares.map { "\($0.partner) \($0.value?.description ?? "")" } == ["NP 9.5"])
    let last = try store.indicators.set(code, ["cumulative": "no"])
    #expect(last.value?.description == "9.5")
    #expect(try record("40", on: "2020-05-01").value?.description == "9.5")
    #expect(try record("41", on: "2020-07-01").value == Quantity(41))
  }

  @Test func `the last readings of the partners are one value`() throws {
    _ = try store.indicators.set(code, ["cumulative": "no"])
    _ = try record("5", on: "2020-03-01", "NP")
    _ = try record("7", on: "2020-04-01", "AV")
    #expect(try record("6", on: "2020-05-01", "np").value == Quantity(13))
    _ = try store.indicators.aim(code, [("NP", Quantity(20)), ("ZINNAE", Quantity(9))])
    #expect(
      try store.indicators.one(code).shares.map {
        [
          $0.partner, $0.value?.description ?? "", $0.target?.description ?? "",
          $0.standing.rawValue,
        ]
      } == [
        ["AV", "7", "", "no target"], ["NP", "6", "20", "on track"],
        ["ZINNAE", "", "9", "no reading"],
      ])
    let none = try store.indicators.aim(code, [("ZINNAE", nil)])
    #expect(none.shares.map(\.partner) == ["AV", "NP"])
    #expect(try store.history.steps()[0].summary == "set targets of I1: ZINNAE none")
  }

  @Test func `a value can go down to its target`() throws {
    let complaints = try IndicatorCode("I2")
    _ = try store.indicators.add(
      complaints, ["title": "Complaints", "baseline": "50", "target": "10"])
    #expect(try record("38", on: "2020-08-01", nil, complaints).progress.percent == 30)
    #expect(try record("38", on: "2020-08-02", nil, complaints).standing == .onTrack)
    #expect(try record("10", on: "2020-08-03", nil, complaints).standing == .reached)
  }

  @Test func `a reading may be words, and has its source and evidence`() throws {
    let reading = IndicatorReading(
      " Two letters of intent ", on: try .of("2020-06-01"), source: "Mail", evidence: "a.pdf")
    let one = try store.indicators.record(code, reading)
    #expect(one.words == "Two letters of intent")
    #expect(one.value == nil)
    #expect(one.standing == .noReading)
    #expect(try store.indicators.readings(code) == [reading])
    #expect(throws: IndicatorProblem.alreadyRecorded(code, on: reading.on)) {
      try store.indicators.record(code, reading)
    }
    #expect(throws: IndicatorProblem.emptyReading(code)) { try record(" ", on: "2020-06-01") }
    #expect(
      throws: RecordProblem.inTheFuture(
        "I1", on: try .of("2020-09-02"), today: try .of("2020-09-01"))
    ) { try record("1", on: "2020-09-02") }
    #expect(try store.history.steps()[0].summary == "recorded I1 on 2020-06-01")
    _ = try store.history.undo()
    #expect(try store.indicators.readings(code) == [])
  }

  @Test(arguments: ["-5", "NaN", "1e5", "99999999999999", "0.345", "1,2,3"])
  func `what looks like a number and is none is no reading`(text: String) throws {
    #expect(throws: IndicatorProblem.notANumber(code, text)) { try record(text, on: "2020-06-01") }
    #expect(try store.indicators.readings(code) == [])
  }

  @Test func `what it was on a day is what was known then`() throws {
    _ = try record("30", on: "2020-08-01")
    let later = try store.on("2020-10-01")
    _ = try later.indicators.record(code, IndicatorReading("30", on: .of("2020-09-15")))
    #expect(try later.indicators.one(code).value == Quantity(60))
    #expect(try later.asKnown(on: .of("2020-09-30")).indicators.one(code).value == Quantity(30))
  }

  @Test func `a removed indicator takes its readings along, and they come back`() throws {
    _ = try record("30", on: "2020-08-01", "NP")
    _ = try store.indicators.aim(code, [("NP", Quantity(20))])
    let before = try store.dump()
    #expect(throws: RecordProblem.self) { try store.workPackages.remove(.init("WP1")) }
    try store.indicators.remove(code)
    #expect(try store.answer("SELECT * FROM indicator_reading") == [])
    _ = try store.history.undo()
    #expect(try store.dump() == before)
  }

  @Test func `a list in Polish brings indicators, and yes in any language`() throws {
    let imported = try store.importList(
      .indicators,
      "Nr,Wskaźnik,Jednostka,Wartość docelowa,Skumulowany,AP\nI2,Szkolenia,osoby,\"1 200,5\",tak,\n",
      .test(unmapped: .ignore))
    #expect(imported.counts == [1, 1, 0, 0, 0])
    let one = try store.indicators.one(.init("I2"))
    #expect([one.title, one.unit, one.target?.description] == ["Szkolenia", "osoby", "1200.5"])
    #expect(one.isCumulative == .yes)
  }
}

@Suite struct `Indicators that count by themselves` {
  private func added(_ counts: String, _ store: Store) throws -> Indicator {
    try store.indicators.add(.init("I1"), ["title": "Counted", "counts": counts])
  }

  @Test func `exchanges count from validation on, towards the target of the rule`() throws {
    let store = try Store.funded(
      on: "2021-06-01",
      [
        (.draft, nil, nil), (.completed, nil, nil), (.validated, nil, nil), (.closed, nil, nil),
        (.cancelled, nil, nil),
      ])
    let one = try added("exchanges", store)
    #expect(one.value == Quantity(2))
    #expect(one.target == Quantity(50))
    _ = try store.ruleFigures.set(
      "exchange-target", "exchanges", to: "2", because: "amendment 2")
    #expect(try store.indicators.one(.init("I1")).standing == .reached)
  }

  @Test func `entities are member organisations, by the partners of their clusters`() throws {
    let store = try Store.blues()
    _ = try store.organisations.add("Mill", .init(cluster: "AV"))
    _ = try store.organisations.add("Pump", .init(cluster: "NP"))
    let one = try added("entities", store)
    #expect([one.value, one.target] == [Quantity(2), Quantity(464)])
    #expect(one.shares.map(\.partner) == ["AV", "NP"])
    #expect(one.standing == .farBehind)
  }

  @Test func `deliverables are those submitted, of all in the plan`() throws {
    let store = try Store.blues()
    #expect(try added("deliverables", store).standing == .noTarget)
    for number in 1...4 {
      _ = try store.deliverables.add(.init("D1.\(number)"), ["lead": "NP", "due": "M6"])
    }
    _ = try store.deliverables.submit(.init("D1.2"), on: .of("2020-07-01"))
    let one = try store.indicators.one(.init("I1"))
    #expect([one.value, one.target] == [Quantity(1), Quantity(4)])
    #expect(one.progress.percent == 25)
    #expect(one.standing == .behind)
  }

  @Test func `a typed reading and another target are refused, the same target is not`() throws {
    let store = try Store.blues()
    let code = try IndicatorCode("I1")
    _ = try added("entities", store)
    let refused = #expect(throws: IndicatorProblem.self) {
      try store.indicators.record(code, IndicatorReading("5", on: .of("2020-08-01")))
    }
    #expect(refused?.message == "I1 counts entities by itself, so it takes no reading.")
    let elsewhere = #expect(throws: IndicatorProblem.targetElsewhere(code, .entities, 464)) {
      try store.indicators.set(code, ["target": "500"])
    }
    #expect(
      elsewhere?.message == "I1 counts entities, and their target is 464; it has no other one.")
    #expect(
      elsewhere?.hint == "blues exchange rule set entity-target entities NUMBER --because \"…\"")
    #expect(try store.indicators.set(code, ["target": "464"]).target == Quantity(464))
    #expect(
      try store.answer("SELECT target_hundredths FROM indicator") == ["[target_hundredths:NULL]"])
  }

  @Test func `what has readings cannot count by itself`() throws {
    let store = try Store.blues()
    let code = try IndicatorCode("I1")
    _ = try store.indicators.add(code, ["title": "Typed"])
    _ = try store.indicators.record(code, IndicatorReading("5", on: .of("2020-08-01")))
    #expect(throws: IndicatorProblem.hasReadings(code, 1)) {
      try store.indicators.set(code, ["counts": "entities"])
    }
  }

  @Test(arguments: [
    ("12", 1200, "12"), ("4,5", 450, "4.5"), ("4.05", 405, "4.05"), ("84 %", 8400, "84"),
    ("1 234", 123_400, "1234"), ("0", 0, "0"),
  ])
  func `numbers are read as people write them`(text: String, hundredths: Int, written: String) {
    let quantity = Quantity(listed: text)
    #expect(quantity?.hundredths == hundredths)
    #expect(quantity?.description == written)
  }

  @Test(arguments: ["", "many", "12 persons", "EUR 5", "-3", "1234567890123"])
  func `anything else is words`(text: String) {
    #expect(Quantity(listed: text) == nil)
  }
}
