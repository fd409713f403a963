import Basics
import Testing

@testable import BluesCore

@Suite struct `Checks of hours` {
  let store: Store

  init() throws { store = try Store.withStaff() }

  private func add(
    _ person: String, _ on: String, _ package: String, _ hours: String, isSigned: Bool = true
  ) throws {
    let day = isSigned ? try Day.of("2020-08-31") : nil
    _ = try store.timesheets.add(
      .init(
        person: person, worked: #require(WorkDate(stored: on)),
        workPackage: WorkPackageCode(package)),
      #require(Hours(hours)), signedOn: day, approvedOn: day, approvedBy: isSigned ? "PM" : nil)
  }

  private func messages(_ wanted: Timesheets.Wanted = .init()) throws -> [String] {
    try store.timesheets.check(wanted).map { "\($0.breach.rule): \($0.breach.message)" }
  }

  @Test func `month-cap: a twelfth of the productive hours, by the share of employment`() throws {
    try add("NP-1", "2020-05", "WP1", "143.33")
    #expect(try messages() == [])
    try add("NP-1", "2020-05-04", "WP1", "0.01")
    #expect(
      try messages()
        == ["month-cap: NP-1 has 143.34 hours in 2020-05, more than 143.33 (1720 / 12)."])
    _ = try store.persons.set(.init("NP-1"), ["employment": "50 %"])
    #expect(
      try messages() == [
        "month-cap: NP-1 has 143.34 hours in 2020-05, more than 71.67 (1720 / 12, 50 % employed)."
      ])
  }

  @Test func `year-cap: the hours of a whole calendar year`() throws {
    _ = try store.personRates.set(.init("NP-1@2020-01-01"), ["productive_hours": "1000"])
    for month in ["03", "04", "05", "06", "07", "08"] {
      try add("NP-1", "2020-\(month)", "WP1", "166.67")
    }
    let found = try store.timesheets.check(.init(period: "RP1")).filter {
      $0.breach.rule == "year-cap"
    }
    #expect(
      found.map(\.breach.message)
        == ["NP-1 has 1000.02 hours in 2020, more than the productive 1000."])
    #expect(found.map(\.breach.severity) == [.refusal])
    #expect(found.map(\.mark) == [.recalled])
  }

  @Test func `day-off: weekends, and holidays of the partner's country`() throws {
    try add("NP-1", "2020-05-01", "WP1", "8")
    try add("NP-1", "2020-05-02", "WP1", "8")
    try add("NP-1", "2020-05-04", "WP1", "8")
    let found = try store.timesheets.check()
    #expect(found.map(\.breach.rule) == ["day-off", "day-off"])
    #expect(found[1].breach.message == "NP-1 has 8.00 hours on 2020-05-02, a Saturday.")
    #expect(
      found[0].breach.message == "NP-1 has 8.00 hours on 2020-05-01, Labour Day in CZ.")
  }

  @Test func `contract-dates: before the contract, and after leaving`() throws {
    _ = try store.persons.set(.init("NP-1"), ["from": "2020-05-04", "to": "2020-05-29"])
    for day in ["2020-04-30", "2020-05-04", "2020-05-29", "2020-06-01"] {
      try add("NP-1", day, "WP1", "8")
    }
    #expect(
      try messages() == [
        "contract-dates: NP-1 has 8.00 hours on 2020-04-30, before the contract begins on "
          + "2020-05-04.",
        "contract-dates: NP-1 has 8.00 hours on 2020-06-01, after leaving on 2020-05-29.",
      ])
  }

  @Test func `action-dates: outside the action`() throws {
    _ = try store.persons.set(.init("NP-1"), ["from": ""])
    try add("NP-1", "2020-01-31", "WP1", "8")
    #expect(
      try messages() == [
        "action-dates: NP-1 has 8.00 hours on 2020-01-31, outside the action from 2020-02-01 to "
          + "2022-01-31."
      ])
  }

  @Test func `double-day: more than a full day across sheets, more than a day at all`() throws {
    try add("NP-1", "2020-05-04", "WP1", "5")
    try add("NP-1", "2020-05-04", "WP2", "3.5")
    try add("NP-1", "2020-05-05", "WP1", "9")
    try add("NP-1", "2020-05-06", "WP1", "14")
    try store.importHours(
      csv([
        ["person", "date", "work_package", "hours", "signed_on", "approved_on"],
        ["NP-1", "2020-05-06", "WP2", "11", "2020-08-31", "2020-08-31"],
      ]))
    #expect(
      try messages() == [
        "double-day: NP-1 has 8.50 hours on 2020-05-04 in 2 entries, more than a full day of 8.",
        "double-day: NP-1 has 25.00 hours on 2020-05-06, more than a day has.",
      ])
    #expect(try store.timesheets.check().map(\.breach.severity) == [.warning, .refusal])
  }

  @Test func `unsigned-timesheet: a person and a month, until they are signed`() throws {
    try add("NP-1", "2020-05-04", "WP1", "5", isSigned: false)
    try add("NP-1", "2020-05-05", "WP1", "5", isSigned: false)
    #expect(
      try messages() == [
        "unsigned-timesheet: NP-1, 2020-05: of 2 entries 2 not signed, 2 not approved."
      ])
    let signed = try store.timesheets.sign(
      "np-1", month: .of("2020-05-01"), on: .of("2020-06-02"), approvedOn: nil, by: nil)
    #expect(signed.map(\.signedOn?.iso) == ["2020-06-02", "2020-06-02"])
    #expect(
      try messages() == [
        "unsigned-timesheet: NP-1, 2020-05: of 2 entries 0 not signed, 2 not approved."
      ])
    _ = try store.timesheets.sign(
      "NP-1", month: .of("2020-05-01"), on: nil, approvedOn: .of("2020-06-03"), by: "PM")
    #expect(try messages() == [])
  }

  @Test func `effort-in-foreign-wp: where the partner planned none`() throws {
    try add("NP-1", "2020-05-04", "WP5", "5")
    #expect(try messages() == [])
    _ = try store.plannedEffort.set("NP", in: .init("WP1"), to: #require(.init("2")))
    #expect(
      try messages()
        == ["effort-in-foreign-wp: NP has 5.00 hours in WP5, where it planned none."])
    #expect(try store.timesheets.check()[0].breach.tag == "ODK-FO")
  }

  @Test func `no-rate: hours without a rate of pay, and a list tells it at once`() throws {
    try add("AV-1", "2020-05-04", "WP1", "5")
    #expect(
      try messages() == ["no-rate: AV-1 has 5.00 hours in 2020-05 without a rate of pay."])
    let list = csv([
      ["person", "date", "work_package", "hours"], ["AV-1", "2020-05-09", "WP1", "5"],
    ])
    #expect(
      try store.importHours(list).findings == [
        .init(check: "day-off", count: 1), .init(check: "no-rate", count: 1),
        .init(check: "unsigned-timesheet", count: 1),
      ])
  }

  @Test func `declared-full-time: sheets beside a declaration`() throws {
    _ = try store.persons.declare(
      .init("NP-1"), [.init(workPackage: .init("WP1"), hundredths: 10_000)])
    try add("NP-1", "2020-05-04", "WP1", "5", isSigned: false)
    #expect(
      try messages() == [
        "declared-full-time: NP-1 has 5.00 hours in 2020-05 beside a declaration of full time, "
          + "which counts alone."
      ])
  }

  @Test func `a figure that the project changed is the one that counts`() throws {
    try add("NP-1", "2020-05-04", "WP1", "5")
    try add("NP-1", "2020-05-04", "WP2", "3.5")
    _ = try store.ruleFigures.set(
      "double-day", "full_day", to: "9", because: "38-hour week in four days")
    #expect(try messages() == [])
  }
}
