import Basics
import Tabular
import Testing

@testable import BluesCore

/// What is told of hours that are taken, or refused, as they come in.
@Suite struct `Hours that are told` {
  let store: Store

  init() throws {
    store = try Store.withStaff()
    _ = try store.persons.set(.init("NP-1"), ["to": "2020-05-31"])
  }

  private func add(
    _ worked: String, _ hours: String, _ package: String = "WP1", replacing: Bool = false
  ) throws -> TimesheetEntry {
    try store.timesheets.add(
      .init(
        person: "NP-1", worked: #require(WorkDate(stored: worked)),
        workPackage: WorkPackageCode(package)),
      #require(Hours(hours)), isReplacing: replacing)
  }

  private func list(_ rows: [String]...) -> String {
    csv([["person", "date", "work_package", "hours"]] + rows)
  }

  @Test func `after leaving and before the contract, at the entry and in a list`() throws {
    #expect(
      try store.timesheets.doubts(of: add("2020-06-02", "8")) == [
        "NP-1 has 8.00 hours on 2020-06-02, after leaving on 2020-05-31. Correct the hours or the "
          + "contract: blues partner person set NP-1 --to DATE"
      ])
    #expect(
      try store.timesheets.doubts(of: add("2020-01", "5")) == [
        "NP-1 has 5.00 hours in 2020-01, before the contract begins on 2020-02-01. Correct the hours "
          + "or the contract: blues partner person set NP-1 --from DATE"
      ])
    #expect(try store.timesheets.doubts(of: add("2020-05-29", "8")) == [])
    let text = list(
      ["NP-1", "2020-05-28", "WP1", "8"], ["NP-1", "2020-06-03", "WP1", "7.5"],
      ["AV-1", "2020-06-03", "WP1", "7.5"])
    let taken = try store.importHours(text).imported
    #expect(taken.counts == [3, 3, 0, 0, 0])
    #expect(
      taken.outcome.firstDoubts == [
        PlacedDoubt(
          line: 3, sentence: "NP-1 has 7.50 hours on 2020-06-03, after leaving on 2020-05-31.")
      ])
    #expect(try store.importHours(text).imported.outcome.doubted == 0)
    #expect(
      try store.timesheets.check().filter { $0.breach.rule == "contract-dates" }.map(
        \.breach.message) == [
          "NP-1 has 5.00 hours on 2020-01, before the contract begins on 2020-02-01.",
          "NP-1 has 8.00 hours on 2020-06-02, after leaving on 2020-05-31.",
          "NP-1 has 7.50 hours on 2020-06-03, after leaving on 2020-05-31.",
        ])
  }

  @Test func `more than a day has over several entries is refused with the sum`() throws {
    _ = try add("2020-05-04", "16")
    let problem = #expect(throws: TimesheetProblem.self) { try add("2020-05-04", "8.01", "WP2") }
    #expect(
      problem?.message
        == "NP-1 has 16.00 hours on 2020-05-04; with these 8.01 they are 24.01, more than the 24 of a "
        + "day.")
    #expect(
      problem?.hint
        == "correct the others: blues workpackage effort list --person NP-1 --month 2020-05")
    _ = try add("2020-05-04", "8", "WP2")
    let more = #expect(throws: TimesheetProblem.self) {
      try add("2020-05-04", "9", "WP2", replacing: true)
    }
    #expect(
      more
        == .full(
          "NP-1", WorkDate(day: try .of("2020-05-04")), recorded: Hours(hundredths: 1600),
          said: Hours(hundredths: 900)))
    _ = try add("2020-05-04", "7", "WP2", replacing: true)
    _ = try add("2020-05", "721", "WP3")
    let month = #expect(throws: TimesheetProblem.self) { try add("2020-05-05", "0.01") }
    #expect(
      month?.message
        == "NP-1 has 744.00 hours in 2020-05; with these 0.01 they are 744.01, more than the 744 of the "
        + "month.")
  }

  @Test func `more than a day has over several lists is told with the day and the sum`() throws {
    try store.importHours(list(["NP-1", "2020-05-04", "WP1", "16"]))
    let reader = RejectedRows()
    let again = list(
      ["NP-1", "2020-05-04", "WP2", "8.5"], ["NP-1", "2020-05-05", "WP2", "24"])
    #expect(
      try fullDays(again, reader)
        == ["NP-1 has 24.50 hours on 2020-05-04, more than the 24 of a day."])
    #expect(try fullDays(again, reader) == [])
  }

  @Test func `full days are told by person and day, whole months aside`() throws {
    try store.importHours(
      list(["NP-1", "2020-05-06", "WP1", "13"], ["AV-1", "2020-05", "WP1", "40"]))
    let text = list(
      ["NP-1", "2020-05-07", "WP1", "12.01"], ["NP-1", "2020-05-06", "WP2", "11.01"],
      ["NP-1", "2020-05-07", "WP2", "12"], ["AV-1", "2020-05-04", "WP1", "20"],
      ["AV-1", "2020-05-04", "WP2", "4"], ["AV-1", "2020-05-05", "WP1", "20"],
      ["AV-1", "2020-05-05", "WP2", "5"])
    #expect(
      try fullDays(text, RejectedRows()) == [
        "AV-1 has 25.00 hours on 2020-05-05, more than the 24 of a day.",
        "NP-1 has 24.01 hours on 2020-05-06, more than the 24 of a day.",
        "NP-1 has 24.01 hours on 2020-05-07, more than the 24 of a day.",
      ])
  }

  private func fullDays(_ text: String, _ rejects: RejectedRows) throws -> [String] {
    let reader = try RowReader(source: .bytes(Array(text.utf8)))
    return try store.timesheetImport.run(
      reader, ImportRequest(fileName: "hours.csv"), .init(), rejects: rejects
    ).fullDays
  }

  @Test func `three decimals are told in a list, and nothing is rounded to zero`() throws {
    let taken = try store.importHours(
      list(
        ["NP-1", "2020-05-04", "WP1", "7.005"], ["NP-1", "2020-05-05", "WP1", "0.001"],
        ["NP-1", "2020-05-06", "WP1", "7.5000"], ["NP-1", "2020-05-07", "WP1", "7.6999999999999"])
    ).imported
    #expect(taken.counts == [4, 3, 0, 0, 1])
    #expect(
      taken.outcome.firstDoubts == [
        PlacedDoubt(
          line: 2,
          sentence: "7.005 has more than two decimals; the smallest step is 0.01 hours. 7.01 are "
            + "taken.")
      ])
    #expect(
      taken.rejected.map(\.reason)
        == ["0.001 has more than two decimals; the smallest step is 0.01 hours."])
    #expect(try store.timesheets.all().map(\.hours.text) == ["7.01", "7.50", "7.70"])
  }
}
