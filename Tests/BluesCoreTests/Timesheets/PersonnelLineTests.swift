import Basics
import Testing

@testable import BluesCore

@Suite struct `Personnel lines` {
  let store: Store

  init() throws { store = try Store.withStaff() }

  private func add(_ person: String, _ on: String, _ package: String, _ hours: String) throws {
    _ = try store.timesheets.add(
      .init(
        person: person, worked: #require(WorkDate(stored: on)),
        workPackage: WorkPackageCode(package)),
      #require(Hours(hours)))
  }

  private func shown(_ days: ClosedRange<Day>? = nil) throws -> [String] {
    try store.timesheets.personnelLines(within: days).lines.map {
      "\($0.person) \($0.workPackage?.description ?? "") \($0.month) \($0.hours) \($0.amount)"
    }
  }

  /// The figures of the written rule: 37.5 h on WP1 and 20 h on WP5 in May 2020, 720 000 CZK a year.
  @Test func `the worked example comes out to the cent`() throws {
    try add("NP-1", "2020-05-04", "WP1", "7.5")
    try add("NP-1", "2020-05", "WP1", "30")
    try add("NP-1", "2020-05-06", "WP5", "20")
    #expect(
      try shown() == [
        "NP-1 WP1 2020-05-01 3750 15697.67 CZK", "NP-1 WP5 2020-05-01 2000 8372.09 CZK",
      ])
    let lines = try store.timesheets.personnelLines().lines
    #expect(lines.map(\.personMonths) == [Fraction(45, over: 172), Fraction(6, over: 43)])
    #expect(lines.map { $0.personMonths.text(decimals: 2) } == ["0.26", "0.14"])
    #expect(lines.map(\.category) == ["A.1", "A.1"])
  }

  @Test func `a month has a line for each rate that is valid in it`() throws {
    _ = try store.personRates.set(.init("NP-1@2020-01-01"), ["to": "2020-05-15"])
    _ = try store.personRates.add(
      .init("NP-1@2020-05-16"), ["annual_cost": "860000", "currency": "CZK"])
    try add("NP-1", "2020-05-15", "WP1", "8")
    try add("NP-1", "2020-05-18", "WP1", "8")
    #expect(
      try shown() == [
        "NP-1 WP1 2020-05-01 800 3348.84 CZK", "NP-1 WP1 2020-05-01 800 4000.00 CZK",
      ])
  }

  @Test func `hours without a rate are told, and only those of the days count`() throws {
    try add("AV-1", "2020-05-04", "WP1", "8")
    try add("NP-1", "2020-06-02", "WP1", "8")
    let may = try Day.of("2020-05-01")...Day.of("2020-05-31")
    let lines = try store.timesheets.personnelLines(within: may)
    #expect(lines.lines.isEmpty)
    #expect(
      lines.unpaid == [
        .init(person: "AV-1", month: try .of("2020-05-01"), hours: Hours(hundredths: 800))
      ])
  }

  @Test func `a person declared full time has whole months by the shares, without timesheets`()
    throws
  {
    _ = try store.persons.set(
      .init("NP-1"), ["from": "2020-03-10", "to": "2020-05-31", "employment": "50"])
    _ = try store.persons.declare(
      .init("NP-1"),
      [
        .init(workPackage: .init("WP1"), hundredths: 7500),
        .init(workPackage: .init("WP5"), hundredths: 2500),
      ])
    try add("NP-1", "2020-04-06", "WP2", "8")
    #expect(
      try shown() == [
        "NP-1 WP1 2020-04-01 5375 22500.00 CZK", "NP-1 WP5 2020-04-01 1792 7500.00 CZK",
        "NP-1 WP1 2020-05-01 5375 22500.00 CZK", "NP-1 WP5 2020-05-01 1792 7500.00 CZK",
      ])
  }
}
