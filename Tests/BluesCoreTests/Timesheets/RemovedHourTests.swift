import Testing

@testable import BluesCore

@Suite struct `Hours that are removed` {
  let store: Store

  init() throws {
    store = try Store.withStaff()
    try store.importHours(
      """
      Person,Date,Work package,Hours
      NP-1,2020-05-04,WP1,7.5
      NP-1,2020-05-04,WP5,1
      NP-1,2020-05-05,WP1,8
      NP-1,2020-06-02,WP1,6
      AV-1,2020-05-04,WP1,4
      """)
    try store.importHours("Person,Month,Work package,Hours\nNP-1,2020-05,WP2,20\n")
  }

  private func left() throws -> [String] {
    try store.timesheets.all(.init()).map { "\($0.person) \($0.worked) \($0.hours.text)" }.sorted()
  }

  @Test func `of a whole month are those of its days and of the month`() throws {
    let removed = try store.timesheets.removeAll(
      of: "np-1", on: #require(WorkDate(stored: "2020-05")))
    #expect(removed.person == "NP-1")
    #expect(removed.entries == 4)
    #expect(removed.hours.text == "36.50")
    #expect(try left() == ["AV-1 2020-05-04 4.00", "NP-1 2020-06-02 6.00"])
    _ = try store.history.undo()
    #expect(try left().count == 6)
  }

  @Test func `of a day are those of all work of that day`() throws {
    let removed = try store.timesheets.removeAll(
      of: "NP-1", on: #require(WorkDate(stored: "2020-05-04")))
    #expect(removed.entries == 2)
    #expect(try left().count == 4)
  }

  @Test func `are refused where there are none`() throws {
    #expect(throws: TimesheetProblem.self) {
      try store.timesheets.removeAll(of: "NP-1", on: #require(WorkDate(stored: "2020-07")))
    }
    #expect(try left().count == 6)
  }
}
