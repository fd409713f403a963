import Basics
import Testing

@testable import BluesCore

@Suite struct `Persons and their rates of pay` {
  let store: Store
  let code: PersonCode

  init() throws {
    store = try Store.blues()
    code = try .init("NP-1")
    _ = try store.persons.add(
      code,
      [
        "partner": "np", "name": "Jana Nová", "employment": "0.5", "category": "A1",
        "from": "2020-02-01",
      ])
  }

  @Test func `a person has a partner, a share of full time and a category`() throws {
    let person = try store.persons.one(.init("np-1"))
    #expect(person.partner == "NP")
    #expect(person.employment == 5000)
    #expect(person.category == .employee)
    #expect(person.from?.iso == "2020-02-01")
    #expect(try store.persons.set(code, ["employment": "75 %"]).employment == 7500)
    #expect(try store.persons.set(code, ["employment": "100"]).employment == 10_000)
    let refused = #expect(throws: RecordProblem.self) {
      try store.persons.set(code, ["employment": "150 %"])
    }
    #expect(refused?.message == "--employment takes a share such as 50 % or 0.5, not \"150 %\".")
  }

  @Test func `a rate is of a person and a first day, and 1720 hours unless given`() throws {
    let rate = try store.personRates.add(
      .init("np-1@2020-02-01"), ["annual_cost": "720 000 CZK", "to": "2020-12-31"])
    #expect(rate.code.description == "NP-1@2020-02-01")
    #expect(rate.cost.description == "720000.00 CZK")
    #expect(rate.productiveHours == 172_000)
    let euro = try store.personRates.add(
      .init("NP-1@2021-01-01"), ["annual_cost": "30000", "productive_hours": "1650.5"])
    #expect(euro.currency == .eur)
    #expect(euro.productiveHours == 165_050)
  }

  @Test func `the annual cost of somebody who works part time is doubted`() throws {
    let project = try store.project.overview().project
    let rate = try store.personRates.add(.init("NP-1@2021-01-01"), ["annual_cost": "20000"])
    let words = PersonRate.register.words
    #expect(
      words.doubts(rate, in: project) == [
        "Warning: NP-1 works 50 %, and the annual cost is that of a full-time year. If 20000.00 EUR is "
          + "what the part costs, it is 40000.00 EUR."
      ])
    _ = try store.persons.set(code, ["employment": "100 %"])
    #expect(try words.doubts(store.personRates.one(rate.code), in: project) == [])
  }

  @Test(arguments: [
    ("annual_cost", "1.234", "1.234 can be read in two ways: 1234 or 1.234."),
    ("productive_hours", "1,720", "1,720 can be read in two ways: 1720 or 1.720."),
  ])
  func `a figure that is a thousand or a fraction is not guessed`(
    name: String, text: String, sentence: String
  ) {
    let refused = #expect(throws: MoneyProblem.self) {
      try store.personRates.add(
        .init("NP-1@2020-02-01"),
        name == "annual_cost" ? ["annual_cost": text] : ["annual_cost": "30000", name: text])
    }
    #expect(refused?.message == sentence)
    let problem = #expect(throws: AmountProblem.self) {
      try store.importList(
        PersonRate.register.list,
        csv([
          ["person", "from", "annual_cost", "productive_hours"],
          [
            "NP-1", "2020-02-01", name == "annual_cost" ? text : "2",
            name == "annual_cost" ? "" : text,
          ],
        ]))
    }
    #expect(
      problem?.message
        == "The column \"\(name)\" can be read in two ways: \(text) is a thousand or a fraction.")
  }

  @Test func `two rates that overlap are refused, with what to do`() throws {
    _ = try store.personRates.add(.init("NP-1@2020-02-01"), ["annual_cost": "30000"])
    let refused = #expect(throws: StaffProblem.self) {
      try store.personRates.add(.init("NP-1@2020-07-01"), ["annual_cost": "31000"])
    }
    #expect(
      refused?.message
        == "The rate from 2020-07-01 overlaps NP-1@2020-02-01, which is valid without end.")
    #expect(
      refused?.hint
        == "end it first: blues partner person rate set NP-1@2020-02-01 --to 2020-06-30")
    _ = try store.personRates.set(.init("NP-1@2020-02-01"), ["to": "2020-06-30"])
    _ = try store.personRates.add(.init("NP-1@2020-07-01"), ["annual_cost": "31000"])
    #expect(throws: StaffProblem.self) {
      try store.personRates.set(.init("NP-1@2020-02-01"), ["to": "2020-07-01"])
    }
    _ = try store.personRates.add(
      .init("NP-1@2019-01-01"), ["annual_cost": "29000", "to": "2020-01-31"])
    #expect(
      try store.personRates.all().map(\.code.from.iso)
        == ["2019-01-01", "2020-02-01", "2020-07-01"])
  }

  @Test func `a list of rates names person and first day, in its own words`() throws {
    let list = csv([
      ["Mitarbeiter", "Gültig ab", "bis", "Jahreskosten", "Währung"],
      ["Jana Nová", "15.02.2020", "31.12.2020", "720.000,00", "Kč"],
      ["np-1", "2021-01-01", "", "750000", "CZK"],
      ["NP-9", "2021-01-01", "", "750000", "CZK"],
      ["NP-1", "2021-06-01", "", "760000", "CZK"],
    ])
    let request = ImportRequest.test(map: ["Gültig ab=from"])
    let taken = try store.importList(PersonRate.register.list, list, request)
    #expect(taken.counts == [4, 2, 0, 0, 2])
    #expect(
      taken.rejected.map(\.reason) == [
        "Unknown person: NP-9.",
        "The rate from 2021-06-01 overlaps NP-1@2021-01-01, which is valid without end.",
      ])
    #expect(
      try store.importList(PersonRate.register.list, list, request).counts == [4, 0, 0, 2, 2])
  }

  @Test func `what a person and a partner are used by is not removed`() throws {
    _ = try store.personRates.add(.init("NP-1@2020-02-01"), ["annual_cost": "30000"])
    #expect(
      throws: RecordProblem.inUse("NP-1", by: [.init(noun: "person rate", count: 1)])
    ) { try store.persons.remove(code) }
    #expect(throws: RecordProblem.self) { try store.partners.remove(.init("NP")) }
    try store.personRates.remove(.init("NP-1@2020-02-01"))
    try store.persons.remove(code)
    #expect(try store.persons.all().isEmpty)
  }

  @Test func `full time is declared with shares that add up to the whole`() throws {
    let wp1 = try WorkPackageCode("WP1")
    let wp3 = try WorkPackageCode("WP3")
    #expect(throws: StaffProblem.shares(code, sum: 9000)) {
      try store.persons.declare(
        code, [.init(workPackage: wp1, hundredths: 9000)])
    }
    #expect(throws: StaffProblem.repeated("WP1")) {
      try store.persons.declare(
        code,
        [.init(workPackage: wp1, hundredths: 6000), .init(workPackage: wp1, hundredths: 4000)])
    }
    let person = try store.persons.declare(
      code,
      [.init(workPackage: wp1, hundredths: 6000), .init(workPackage: wp3, hundredths: 4000)])
    #expect(person.shares.map(\.description) == ["WP1 60 %", "WP3 40 %"])
    #expect(try store.history.steps()[0].summary == "declared NP-1 full time: WP1 60 %, WP3 40 %")
    #expect(throws: RecordProblem.self) { try store.workPackages.remove(wp3) }
    #expect(try store.persons.declare(code, []).isFullTime == false)
    _ = try store.history.undo()
    #expect(try store.persons.one(code).shares.count == 2)
  }
}
