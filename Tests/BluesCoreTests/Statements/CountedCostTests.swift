import Basics
import Testing

@testable import BluesCore

/// What statements count, what they leave out, and what no period takes.
@Suite struct `What statements count` {
  private func travel(_ store: Store, _ period: String) throws -> Int64? {
    try store.statements.ledger().statement(of: "NP", in: period).sums
      .first { $0.category.code == "D.1" }?.total
  }

  @Test func `a locked period takes no more costs, and none takes a later one`() throws {
    let store = try Store.blues(on: "2021-02-10")
    _ = try store.costs.add(.init("K1"), Costs.texts(["charged_in": "RP1"]))
    _ = try store.periodCheck.lock("RP1", on: .of("2021-02-10"), because: "Due tonight")
    #expect(throws: CostPeriodProblem.locked("RP1", .locked)) {
      try store.costs.add(.init("K2"), Costs.texts(["charged_in": "RP1"]))
    }
    #expect(
      CostPeriodProblem.locked("RP1", .locked).message
        == "RP1 is locked: it takes no more costs.")
    _ = try store.costs.set(.init("K1"), ["amount": "130.00"])
    #expect(try travel(store, "RP1") == 10_000)
    #expect(try travel(store, "RP2") == 3_000)
    _ = try store.history.undo()
    _ = try store.history.undo()
    let late = try CostPeriodProblem.ended("RP1", .of("2021-01-31"), .of("2021-03-01"))
    #expect(throws: late) {
      try store.costs.add(
        .init("K2"), Costs.texts(["charged_in": "RP1", "incurred_on": "2021-03-01"]))
    }
    #expect(late.message == "RP1 ended on 2021-01-31: it cannot take a cost of 2021-03-01.")
  }

  @Test func `a cost outside the action is in no statement, whose warnings say so`() throws {
    let store = try Store.blues(on: "2021-02-10")
    _ = try store.costs.add(.init("K1"), Costs.texts(["incurred_on": "2019-10-22"]))
    _ = try store.costs.add(.init("K2"), Costs.texts(["incurred_on": "2020-01-20"]))
    #expect(try travel(store, "RP1") == 10_000)
    let ledger = try store.statements.ledger()
    let warnings = try store.statements.warnings(
      of: ledger.statement(of: "NP", in: "RP1"), in: ledger)
    #expect(
      warnings.map(\.message).contains(
        "K1: 2019-10-22 is outside the action, 2020-02-01 to 2022-01-31: no statement counts it."))
  }

  @Test func `hours before the action are in no statement, and the first period lists them`() throws
  {
    let store = try Store.withStaff()
    for day in ["2020-01-29", "2020-05-04"] {
      _ = try store.timesheets.add(
        .init(
          person: "NP-1", worked: #require(WorkDate(stored: day)),
          workPackage: WorkPackageCode("WP1")),
        #require(Hours("4")))
    }
    #expect(try store.timesheets.personnelLines().lines.map(\.month.iso) == ["2020-05-01"])
    let told = try store.timesheets.outsideAction(
      by: store.reportingPeriods().named("RP1").days
    ).map(\.breach.message)
    #expect(
      told == [
        "NP-1 has 4.00 hours on 2020-01-29, outside the action from 2020-02-01 to 2022-01-31."
      ])
    #expect(
      try store.timesheets.outsideAction(by: store.reportingPeriods().named("RP2").days).isEmpty)
  }

  @Test func `of a person declared full time the months that ended count`() throws {
    let store = try Store.withStaff(on: "2020-09-15")
    _ = try store.persons.set(.init("NP-1"), ["from": "2020-07-01"])
    _ = try store.persons.declare(
      .init("NP-1"), [.init(workPackage: .init("WP1"), hundredths: 10_000)])
    #expect(
      try store.timesheets.personnelLines().lines.map(\.month.iso)
        == ["2020-07-01", "2020-08-01"])
  }

  @Test func `VAT of which nobody says whether it is deductible counts, and is told`() throws {
    let store = try Store.blues()
    let cost = try store.costs.add(.init("K1"), Costs.texts(["vat": "21.00"]))
    #expect(cost.eligible == Money(cents: 12_100))
    #expect(cost.checks == ["vat-unsaid"])
    #expect(
      try store.costs.findings().map(\.mending)
        == ["blues partner cost set K1 --vat-deductible no"])
  }

  @Test func `a line of personnel beside the hours of its month may be declared twice`() throws {
    let store = try Store.withStaff()
    _ = try store.timesheets.add(
      .init(
        person: "NP-1", worked: #require(WorkDate(stored: "2020-05")),
        workPackage: WorkPackageCode("WP1")),
      #require(Hours("40")))
    for (code, partner, day) in [
      ("K1", "NP", "2020-05-31"), ("K2", "NP", "2020-06-30"), ("K3", "AV", "2020-05-31"),
    ] {
      _ = try store.costs.add(
        .init(code),
        Costs.texts(["partner": partner, "category": "A.1", "incurred_on": day]))
    }
    let found = try store.costs.findings().filter { $0.rule == .personnelTwice }
    #expect(
      found.map(\.message) == [
        "K1: NP has hours of 2020-05, whose pay is computed: it may be declared twice."
      ])
    #expect(found.map(\.mending) == ["blues partner cost remove K1"])
  }

  @Test func `typed costs of personnel are no person-months in the use of resources`() throws {
    let store = try Store.blues()
    _ = try store.costs.add(.init("K1"), Costs.texts(["category": "A.1"]))
    let used = try store.statements.ledger().statement(of: "NP", in: "RP1")
      .useOfResources(share: Percent("15 %"))
    #expect(
      used.map { "\($0.category) \($0.workPackage ?? 0) \($0.description) \($0.amount.decimal)" }
        == ["A.1 5 Costs of personnel without hours 100.00"])
  }

  @Test func `transfers that cannot be are refused, and a cut says what it changes`() throws {
    let store = try Store.blues()
    _ = try store.budget.add(
      .init("B1"), ["partner": "NP", "category": "D.1", "work_package": "WP1", "amount": "5000"])
    let budget = try store.statements.budget()
    func moved(_ package: Int, _ cents: Int64) throws -> BudgetTable {
      try store.statements.trying(
        [.init(partner: "NP", category: "D.1", workPackage: package, cents: cents)], in: budget)
    }
    #expect(throws: RecordProblem.self) { try moved(9, 1) }
    #expect(throws: TransferProblem.belowZero("NP D.1 WP1", Money(cents: -1))) {
      try moved(1, -500_001)
    }
    #expect(
      BudgetView.notes(
        from: budget.inForce, to: try moved(1, -100_000).inForce, try store.costCategories()) == [
          "By partner: NP -1000.00. The sum does not stay the same: that needs an amendment.",
          "The whole budget changes by -1070.00 EUR, with indirect costs.",
        ])
  }

  @Test func `the time of a period is its share of the action up to its end`() throws {
    let store = try Store.blues(on: "2021-03-31")
    let project = try store.project.overview().project
    let days = try store.reportingPeriods().named("RP1").days
    #expect(
      project.elapsedShare(of: days, on: try .of("2021-03-31")) == Fraction(366, over: 731))
  }

  @Test(arguments: [
    ("2020-02", "696.01", "2020-02 has at most 696 hours."),
    ("2020-02-03", "24.01", "A day has at most 24 hours."),
  ])
  func `no day and no month takes more hours than it has`(
    worked: String, hours: String, sentence: String
  ) throws {
    let store = try Store.withStaff()
    #expect(throws: TimesheetProblem.tooMany(sentence)) {
      try store.timesheets.add(
        .init(
          person: "NP-1", worked: #require(WorkDate(stored: worked)),
          workPackage: WorkPackageCode("WP1")),
        #require(Hours(hours)))
    }
  }

  @Test func `a sheet of another person is refused`() throws {
    let store = try Store.withStaff()
    var options = TimesheetImport.Options()
    options.above = [["Mitarbeiter: NP-1"]]
    let list = "date,work_package,hours\n2020-05-04,WP1,4\n"
    #expect(throws: TimesheetProblem.otherSheet("AV-1", sheet: "NP-1", option: "--person")) {
      try store.importHours(list, .test(set: ["person=AV-1"]), options)
    }
  }
}
