import Basics
import Documents
import GRDB
import Testing

@testable import BluesCore

/// Person-months of a locked period are those that it declared.
@Suite struct `Declared effort` {
  let store: Store

  init() throws {
    store = try Store.withStaff(on: "2021-09-01")
    _ = try store.personRates.add(.init("AV-1@2020-01-01"), ["annual_cost": "60000"])
    _ = try store.plannedEffort.set("AV", in: .init("WP1"), to: #require(.init("2")))
    try work("2020-05-04", "8")
    try work("2020-05-05", "6.33")
    try lock("RP1")
  }

  private func lock(_ period: String) throws {
    _ = try store.periodCheck.lock(period, on: .of("2021-09-01"), because: "Due tonight")
  }

  private func work(_ day: String, _ hours: String, replacing: Bool = false) throws {
    _ = try store.timesheets.add(
      .init(
        person: "AV-1", worked: #require(WorkDate(stored: day)),
        workPackage: WorkPackageCode("WP1")),
      #require(Hours(hours)), isReplacing: replacing)
  }

  /// This period and to date of AV in WP1.
  private func months(_ period: String) throws -> [String] {
    let row = try store.read { db in
      try #require(
        EffortReport(store: store).rows(
          .pair, EffortScope.period(period, db), Project.fetch(db), db
        ).first { $0.partner == "AV" })
    }
    return [row.inPeriod, row.toDate].map { $0.text(decimals: 4) }
  }

  @Test func `stays as it was locked, and later hours are of the next period`() throws {
    #expect(try months("RP1") == ["0.1000", "0.1000"])
    try work("2020-05-06", "14.33")
    try work("2020-05-04", "1", replacing: true)
    #expect(try months("RP1") == ["0.1000", "0.1000"])
    #expect(try months("RP2") == ["0.0511", "0.1511"])
  }

  @Test func `of its audit pack is that of the lock, and the next one has what was adjusted`()
    throws
  {
    try work("2020-05-06", "14.33")
    try work("2020-05-04", "1", replacing: true)
    func entries(_ period: String) throws -> [String] {
      try CostPack(store, of: "AV", in: period).timesheets().map { "\($0.worked) \($0.hours.text)" }
    }
    #expect(try entries("RP1") == ["2020-05-04 8.00", "2020-05-05 6.33"])
    #expect(try entries("RP2") == ["2020-05-04 1.00", "2020-05-05 6.33", "2020-05-06 14.33"])
    // The lock is known by its row, whatever the history says of it.
    try store.queue.writeWithoutTransaction {
      try $0.execute(sql: "UPDATE operation SET summary = 'x'")
    }
    #expect(try entries("RP1") == ["2020-05-04 8.00", "2020-05-05 6.33"])
  }

  @Test func `of its audit pack is that of the last lock`() throws {
    try work("2020-05-06", "1")
    _ = try store.periods.reopen("RP1", on: .of("2021-09-01"), because: "Corrections")
    try lock("RP1")
    try work("2020-05-07", "2")
    let entries = try CostPack(store, of: "AV", in: "RP1").timesheets()
    #expect(entries.map(\.worked.text) == ["2020-05-04", "2020-05-05", "2020-05-06"])
  }

  @Test func `removed after the lock is withdrawn in the next period`() throws {
    _ = try store.timesheets.removeAll(
      of: "AV-1", on: #require(WorkDate(stored: "2020-05")))
    #expect(try months("RP1") == ["0.1000", "0.1000"])
    #expect(try months("RP2") == ["-0.1000", "0.0000"])
  }
}
