import Basics
import Tabular
import Testing

@testable import BluesCore

@Suite struct `Exchange rates` {
  let store: Store

  init() throws { store = try Store.blues(on: "2022-12-02") }

  @discardableResult
  private func take(_ text: String) throws -> RateImport {
    try store.exchangeRates.take(RateFile(.bytes(Array(text.utf8)), named: "rates"), named: "rates")
  }

  @discardableResult
  private func takeFixture() throws -> RateImport {
    let bytes = try Fixture.bytes("ecb-rates.csv")
    return try store.exchangeRates.take(
      RateFile(.bytes(bytes), named: "ecb-rates.csv"), named: "ecb-rates.csv")
  }

  private static let czk = Currency.czk

  @Test func `the currencies in use are those of costs and of pay`() throws {
    let staff = try Store.withStaff()
    #expect(try staff.exchangeRates.usedCurrencies() == [.czk])
    _ = try staff.costs.add(.init("K1"), Costs.texts(["currency": "PLN"]))
    #expect(try staff.exchangeRates.usedCurrencies() == [.czk, .pln])
  }

  @Test func `the averages of the ECB's rates are reproduced to the digit`() throws {
    try takeFixture()
    let lines = String(decoding: try Fixture.bytes("ecb-averages.csv"), as: UTF8.self)
      .split(whereSeparator: \.isNewline).dropFirst()
    #expect(lines.count == 40)
    for line in lines {
      let cells = line.split(separator: ",").map(String.init)
      let span = cells[0].split(separator: " ").last.map(String.init) ?? ""
      let days = span.split(separator: "..").map(String.init)
      let first = try Day.of(days.count == 2 ? days[0] : "\(span)-01-01")
      let last = try Day.of(days.count == 2 ? days[1] : "\(span)-12-31")
      let project = Project(
        acronym: "X", title: "X", grantNumber: nil, programme: nil, start: first, end: last)
      let months = try #require(project.month(of: last))
      let end = try #require(ProjectMonth(number: months))
      let period = Period(number: 1, startMonth: .first, endMonth: end)
      let currency = try #require(Currency(cells[1]))
      let rate = try store.read { try PeriodRates.rate(currency, in: period, project, $0) }
      #expect("\(rate.days)" == cells[2], "\(line)")
      #expect(rate.average.text(decimals: 4) == cells[3], "\(line)")
      #expect(rate.average.text(decimals: 8) == cells[4], "\(line)")
      #expect(rate.missingDays == 0)
    }
  }

  @Test func `the same file again changes nothing, and a revised rate is told`() throws {
    let first = try takeFixture()
    #expect(first.created == first.read)
    #expect(first.currencies == 10)
    let before = try store.dump()
    let again = try takeFixture()
    #expect([again.created, again.changed.count, again.unchanged] == [0, 0, first.read])
    #expect(try store.dump() == before)
    let revised = try take("Date,CZK,PLN\n2022-12-01,24.36100,4.7\n2022-12-02,24.4,4.71\n")
    #expect([revised.created, revised.updated, revised.unchanged] == [2, 1, 1])
    #expect(
      revised.changed.map { "\($0.currency) \($0.day) \($0.was) \($0.now)" } == [
        "PLN 2022-12-01 4.6998 4.7"
      ])
    _ = try store.history.undo()
    #expect(try store.dump() == before)
    _ = try store.history.undo()
    #expect(try store.exchangeRates.stored() == [])
    _ = try store.history.redo()
    #expect(try store.dump(without: "batch") == before.map(Self.withoutBatch))
  }

  private static func withoutBatch(_ row: String) -> String {
    row.split(separator: ", ").filter { !$0.contains("batch=") }.joined(separator: ", ")
  }

  @Test func `the worked example of three rates`() throws {
    try take("Date,CZK\n2020-02-03,25.21\n2020-06-01,25.55\n2021-01-29,25.60\n")
    let rate = try store.periodRates.rate(Self.czk, in: "rp1")
    #expect(rate.sum.description == "1909/25")
    #expect(rate.days == 3)
    #expect([rate.firstDay?.iso, rate.lastDay?.iso] == ["2020-02-03", "2021-01-29"])
    #expect(rate.missingDays == 252)
    #expect(rate.euro(Money(cents: 1_493_818, currency: .czk)).description == "586.89 EUR")
    #expect(rate.euro(Money(cents: 1_569_767, currency: .czk)).description == "616.72 EUR")
    #expect(rate.euro(Money(cents: 837_209, currency: .czk)).description == "328.92 EUR")
  }

  @Test func `a rate that is set by hand holds until it is removed`() throws {
    try takeFixture()
    let average = try store.periodRates.rate(.pln, in: "RP1")
    let rate = try #require(ExactRate("4.4430".utf8))
    let set = try store.exchangeRates.set(.pln, in: "RP1", to: rate, because: "Auditor")
    #expect(set.average.text(decimals: 6) == "4.443000")
    #expect(set.isSetByHand)
    #expect(set.euro(Money(cents: 444_300, currency: .pln)).description == "1000.00 EUR")
    #expect(try store.history.steps()[0].summary == "set the rate of PLN in RP1 to 4.4430")
    #expect(try store.periodRates.all(in: "RP1").first { $0.currency == .pln } == set)
    try store.exchangeRates.remove(.pln, in: "RP1")
    #expect(try store.periodRates.rate(.pln, in: "RP1") == average)
    #expect(throws: RateProblem.notSet(.pln, period: "RP1")) {
      try store.exchangeRates.remove(.pln, in: "RP1")
    }
    #expect(throws: RateProblem.reasonMissing(.pln)) {
      try store.exchangeRates.set(.pln, in: "RP1", to: rate, because: " ")
    }
    #expect(throws: RateProblem.euro) {
      try store.exchangeRates.set(.eur, in: "RP1", to: rate, because: "x")
    }
    #expect(try store.periodRates.rate(.eur, in: "RP1").euro(Money(cents: 5)).cents == 5)
  }

  @Test func `a period that the rates do not cover says what to fetch`() throws {
    let noRates = RateProblem.noRates(
      Self.czk, period: "RP1", from: try .of("2020-02-01"), to: try .of("2021-01-31"))
    #expect(throws: noRates) { try store.periodRates.rate(Self.czk, in: "RP1") }
    #expect(noRates.message == "CZK has no rate in RP1, from 2020-02-01 to 2021-01-31.")
    #expect(
      noRates.hint?.hasPrefix(
        "fetch https://www.ecb.europa.eu/stats/eurofxref/eurofxref-hist.zip, then blues partner "
          + "rate import eurofxref-hist.zip") == true)
    try take("Date,CZK\n2020-02-03,25.21\n2021-01-28,25.60\n")
    let early = #expect(throws: RateProblem.self) {
      try store.periodRates.rate(Self.czk, in: "RP1")
    }
    #expect(
      early?.message == "The exchange rates end on 2021-01-28, before RP1 ends on 2021-01-31.")
    // The 30th and 31st were a weekend.
    try take("Date,CZK\n2021-01-29,25.60\n")
    #expect(try store.periodRates.rate(Self.czk, in: "RP1").days == 3)
    #expect(throws: RateProblem.self) { try store.periodRates.rate(.pln, in: "RP1") }
    try take("Date,CZK\n2022-01-31,24.3\n")
    let unknown = #expect(throws: RateProblem.self) { try store.exchangeRates.daily(.pln) }
    #expect(unknown?.message == "There are no rates of PLN.")
  }

  @Test func `rates that begin late are told too`() throws {
    try take("Date,CZK\n2020-03-02,25.21\n2021-01-29,25.60\n")
    let late = #expect(throws: RateProblem.self) {
      try store.periodRates.rate(Self.czk, in: "RP1")
    }
    #expect(
      late?.message == "The exchange rates begin on 2020-03-02, after RP1 starts on 2020-02-01.")
  }

  @Test func `a currency that the ECB gave up has the average of what was published`() throws {
    try takeFixture()
    let last = try store.on("2023-03-01")
    _ = try last.baselines.amend(
      start: nil, end: .of("2022-11-30"), reason: "Longer", on: .of("2022-01-10"))
    let rate = try last.periodRates.rate(#require(Currency("RUB")), in: "RP2")
    #expect(rate.lastDay?.iso == "2022-03-01")
    #expect(rate.missingDays == 194)
  }

  @Test func `a revised rate of a locked period stays`() throws {
    try takeFixture()
    _ = try store.periodCheck.lock("RP1", on: .of("2021-02-10"), because: "Test")
    let result = try take("Date,CZK\n2021-01-29,1.5\n2021-02-01,1.5\n")
    #expect(result.changed.map(\.isKept) == [true, false])
    #expect([result.updated, result.kept] == [1, 1])
    let rate = try #require(ExactRate("4.4430".utf8))
    let refused = #expect(throws: PeriodLockProblem.self) {
      try store.exchangeRates.set(.pln, in: "RP1", to: rate, because: "Late")
    }
    #expect(refused?.message == "RP1 is locked: the rate of PLN cannot change.")
  }

  @Test func `two rates of one day are refused, and nothing is stored`() throws {
    let problem = #expect(throws: RateFileProblem.self) {
      try take("Date,CZK\n2020-02-03,25.21\n2020-02-03,25.22\n")
    }
    #expect(problem?.message == "rates has two rates of CZK on 2020-02-03: 25.21 and 25.22.")
    #expect(try store.exchangeRates.stored() == [])
  }

  @Test func `what is stored is listed`() throws {
    try takeFixture()
    let czk = try #require(try store.exchangeRates.stored().first { $0.currency == .czk })
    #expect(czk.days == 752)
    #expect([czk.firstDay.iso, czk.lastDay.iso] == ["2020-01-02", "2022-12-01"])
    #expect(czk.last.description == "24.361")
    #expect(try store.exchangeRates.daily(.czk, in: "RP1").count == 255)
  }
}
