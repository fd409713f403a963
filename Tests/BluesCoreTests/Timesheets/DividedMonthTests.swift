import Basics
import Documents
import Testing

@testable import BluesCore

/// An action that begins in the middle of a month has periods that do, too.
@Suite struct `A month that two periods share` {
  let store: Store

  init() throws {
    store = try Store.withStaff(on: "2022-03-10")
    try store.set("UPDATE project SET start_day = '2020-02-15'")
    _ = try store.persons.set(.init("NP-1"), ["from": ""])
    _ = try store.personRates.set(
      .init("NP-1@2020-01-01"), ["annual_cost": "17200", "currency": "EUR"])
  }

  private func add(_ on: String, _ hours: String) throws {
    _ = try store.timesheets.add(
      .init(person: "NP-1", worked: #require(WorkDate(stored: on)), workPackage: .init("WP1")),
      #require(Hours(hours)))
  }

  /// The personnel costs of both periods, and the person-months that the report on effort has of them.
  private func figures() throws -> [String] {
    let ledger = try store.statements.ledger()
    let project = try store.project.overview().project
    return try ["RP1", "RP2"].map { name in
      let statement = ledger.statement(of: "NP", in: name)
      let period = try #require(store.periods.all().first { $0.name == name })
      let effort = try store.read { db in
        try store.effortReport.rows(.person, period, project, db)
      }
      let months = effort.reduce(Fraction.zero) { $0 + $1.inPeriod }
      let counted = statement.lines.compactMap(\.personMonths).reduce(.zero, +)
      #expect(months == counted, "\(name)")
      return "\(statement.total(of: "A").decimal) \(months.text(decimals: 2))"
    }
  }

  @Test func `gives each the hours of its days`() throws {
    try add("2021-02-10", "14.33")
    try add("2021-02-14", "14.34")
    for (day, hours) in [("15", "14.33"), ("16", "14.34"), ("20", "14.33"), ("21", "14.33")] {
      try add("2021-02-\(day)", hours)
    }
    #expect(try figures() == ["286.70 0.20", "573.30 0.40"])
    #expect(
      try store.timesheets.personnelLines().lines.map(\.month.iso) == ["2021-02-01", "2021-02-01"])
  }

  @Test func `is of the period in which it ends, where only its sum is known`() throws {
    try add("2021-02", "28.67")
    #expect(try figures() == ["0.00 0.00", "286.70 0.20"])
  }

  @Test func `is of it as well for who is declared full time`() throws {
    _ = try store.persons.set(.init("NP-1"), ["from": "2021-01-01", "to": "2021-03-20"])
    _ = try store.persons.declare(
      .init("NP-1"), [.init(workPackage: .init("WP1"), hundredths: 10_000)])
    #expect(try figures() == ["1433.33 1.00", "1433.33 1.00"])
  }
}
