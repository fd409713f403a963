import Basics
import Documents
import Tabular
import Testing

@testable import BluesCore

@Suite struct `Lists of hours` {
  let store: Store
  static let list = csv([
    ["Person", "Date", "Work package", "Task", "Hours", "Activity", "Signed on"],
    ["NP-1", "2020-05-04", "WP1", "", "7.5", "Kick-off", "2020-06-01"],
    ["np-1", "2020-05-05", "", "T1.1", "7:30", "", ""],
    ["Jana Nová", "2020-05-05", "WP2", "", "0,5", "", ""],
    ["AV-1", "2020-05", "WP1", "", "40", "", ""],
  ])

  init() throws { store = try Store.withStaff() }

  private func shown() throws -> [String] {
    try store.timesheets.all().map {
      "\($0.person) \($0.worked) \($0.task?.description ?? $0.workPackage.description) "
        + $0.hours.text
    }
  }

  @Test func `rows of days and months come in, and again change nothing`() throws {
    let taken = try store.importHours(Self.list).imported
    #expect(taken.counts == [4, 4, 0, 0, 0])
    #expect(
      try shown() == [
        "AV-1 2020-05 WP1 40.00", "NP-1 2020-05-04 WP1 7.50", "NP-1 2020-05-05 T1.1 7.50",
        "NP-1 2020-05-05 WP2 0.50",
      ])
    let before = try store.dump()
    #expect(try store.importHours(Self.list).imported.counts == [4, 0, 0, 4, 0])
    #expect(try store.dump() == before)
  }

  @Test func `one undo takes the whole list back, and redo brings it again`() throws {
    let before = try store.dump()
    try store.importHours(Self.list)
    let after = try store.dump()
    _ = try store.history.undo()
    #expect(try store.dump() == before)
    _ = try store.history.redo()
    #expect(try store.dump() == after)
  }

  @Test func `a changed row changes its entry alone, and what it does not say stays`() throws {
    try store.importHours(Self.list)
    let changed = csv([
      ["person", "date", "work_package", "hours"], ["NP-1", "2020-05-04", "WP1", "8"],
    ])
    #expect(try store.importHours(changed).imported.counts == [1, 0, 1, 0, 0])
    let entry = try store.timesheets.all(.init(person: "NP-1"))[0]
    #expect(entry.hours.text == "8.00")
    #expect(entry.activity == "Kick-off")
    #expect(entry.signedOn?.iso == "2020-06-01")
    _ = try store.history.undo()
    #expect(try store.timesheets.all(.init(person: "NP-1"))[0].hours.text == "7.50")
  }

  @Test func `the same key with other hours is refused, or kept as two`() throws {
    let twice = csv([
      ["person", "date", "work_package", "hours"], ["NP-1", "2020-05-04", "WP1", "3"],
      ["NP-1", "2020-05-04", "WP1", "1"],
    ])
    let once = try store.importHours(twice).imported
    #expect(once.counts == [2, 1, 0, 0, 1])
    #expect(
      once.rejected.map(\.reason) == [
        "For the same person, date and work, line 2 has 3.00 hours, this row 1.00. "
          + "--repeats keep takes both."
      ])
    _ = try store.history.undo()
    var options = TimesheetImport.Options()
    options.keepsRepeats = true
    let request = ImportRequest(fileName: "hours.csv")
    #expect(try store.importHours(twice, request, options).imported.counts == [2, 2, 0, 0, 0])
    #expect(try store.importHours(twice, request, options).imported.counts == [2, 0, 0, 2, 0])
    #expect(try shown() == ["NP-1 2020-05-04 WP1 3.00", "NP-1 2020-05-04 WP1 1.00"])
  }

  @Test(arguments: [
    (["NP-9", "2020-05-04", "WP1", "", "1"], "Unknown person: NP-9."),
    (["NP-1", "2020-05-04", "", "", "1"], "Expected a work package such as WP3."),
    (["NP-1", "2020-05-04", "WP9", "", "1"], "Unknown work package: WP9."),
    (["NP-1", "2020-05-04", "WP2", "T1.1", "1"], "T1.1 is not a task of WP2."),
    (["NP-1", "soon", "WP1", "", "1"], "Expected a date such as 2020-07-31."),
    (["NP-1", "2020-05-04", "WP1", "", "25"], "A day has at most 24 hours."),
    (["NP-1", "2020-05-04", "WP1", "", "x"], "Expected hours such as 7.5 or 7:30."),
    (
      ["NP-1", "2020-05-04", "WP1", "", "0,45 uur"],
      "The decimals can be minutes or hundredths of an hour; add --decimals minutes or "
        + "--decimals hundredths."
    ),
  ])
  func `a row that cannot be says why`(row: [String], reason: String) throws {
    let list = csv([["person", "date", "work package", "task", "hours"], row])
    let taken = try store.importHours(list).imported
    #expect(taken.rejected.map(\.reason) == [reason])
    #expect(try shown() == [])
  }

  @Test func `a monthly sheet has person and month above it, and a column for each day`() throws {
    var options = TimesheetImport.Options()
    options.above = [["Timesheet"], ["Name:", "NP-1"], ["Month", "May", "Year", "2020"]]
    let list = csv([
      ["Work package", "4", "5", "8", "31", "Total"], ["WP1", "7.5", "", "2", "0", "9.5"],
      ["WP2", "1", "3:30", "", "", "5"],
    ])
    let taken = try store.importHours(list, ImportRequest(fileName: "may.csv"), options).imported
    #expect(taken.counts == [2, 1, 0, 0, 1])
    #expect(taken.rejected.map(\.reason) == ["The days add up to 4.50, not to 5.00."])
    #expect(try shown() == ["NP-1 2020-05-04 WP1 7.50", "NP-1 2020-05-08 WP1 2.00"])
    #expect(
      try store.importHours(list, ImportRequest(fileName: "may.csv"), options).imported.counts
        == [2, 0, 0, 1, 1])
    let june = csv([["wp", "1", "31"], ["WP1", "8", "8"]])
    let request = ImportRequest.test(set: ["person=NP-1", "month=06/2020"])
    #expect(
      try store.importHours(june, request).imported.rejected.map(\.reason)
        == ["2020-06 has no day 31."])
  }

  @Test func `a list that is no timesheet says what it lacks`() throws {
    let refused = #expect(throws: TimesheetProblem.self) {
      try store.importHours(csv([["date", "payee", "credit"], ["2020-05-04", "x", "1"]]))
    }
    #expect(
      refused?.message
        == "This list is not a timesheet: it has no column for the person, the work package and "
        + "the hours.")
  }

  @Test func `what goes out comes in`() throws {
    try store.importHours(Self.list)
    let document = Document(
      schema: "test/1",
      blocks: [
        .table(
          Table(
            noun: "hours", fields: TimesheetEntry.exported, rows: try store.timesheets.all()))
      ])
    let list = try String(decoding: document.bytes(Rendering(format: .csv)), as: UTF8.self)
    #expect(try store.importHours(list).imported.counts == [4, 0, 0, 4, 0])
    let listed = Document(
      schema: "test/1",
      blocks: [
        .table(
          Table(noun: "hours", fields: TimesheetEntry.fields, rows: try store.timesheets.all()))
      ])
    let own = try String(decoding: listed.bytes(Rendering(format: .csv)), as: UTF8.self)
    #expect(try store.importHours(own).imported.counts == [4, 0, 0, 4, 0])
  }

  @Test func `a list of our own headings is read by its cells, apostrophes and signs as elsewhere`()
    throws
  {
    let header = ["person", "date", "work_package", "hours", "activity", "approved_by"]
    let own = csv([
      header, ["NP-1", "2020-05-04", "WP1", "7.5", "first", "Ada"],
      ["NP-1", "2020-05-05", "WP1", "7.5", "'=second", "Ada"],
      ["NP-1", "2020-05-06", "WP1", "7.5", "thi\u{200B}rd", "Ada"],
      ["NP-1", "2020-05-07", "WP1", "7.5", " fourth", "Ada"],
    ])
    let taken = try store.importHours(own).imported
    #expect(taken.counts == [4, 4, 0, 0, 0])
    #expect(
      try store.timesheets.all(.init(person: "NP-1")).map(\.activity)
        == ["first", "=second", "thi\u{200B}rd", "fourth"])
    #expect(
      taken.outcome.reading.contains { $0.hasPrefix("invisible character U+200B") })
  }

  @Test func `twenty thousand rows come in as blocks`() throws {
    var rows = [["person", "date", "work_package", "hours"]]
    let first = try Day.of("2015-01-01")
    for number in 0..<20_000 {
      rows.append([
        number % 2 == 0 ? "NP-1" : "AV-1", first.adding(days: number / 10).iso,
        "WP\(number % 10 / 2 + 1)", "1",
      ])
    }
    let list = csv(rows)
    #expect(try store.importHours(list).imported.counts == [20_000, 20_000, 0, 0, 0])
    #expect(try store.importHours(list).imported.counts == [20_000, 0, 0, 20_000, 0])
    _ = try store.history.undo()
    #expect(try store.timesheets.all().isEmpty)
  }
}
