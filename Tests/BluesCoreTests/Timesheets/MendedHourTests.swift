import Basics
import Testing

@testable import BluesCore

@Suite struct `Mended rows of hours` {
  let store: Store

  private static let headings = ["person", "date", "work_package", "hours"]
  private static let rejects = Mapping.ownHeadings + headings
  private static let list = csv([
    headings, ["NP-1", "2020-05-04", "WP1", "4"], ["NP-1", "2020-05-04", "WP1", "3,x"],
    ["AV-1", "2020-05-04", "WP1", "2"],
  ])

  init() throws { store = try Store.withStaff() }

  private func mended(_ rows: [[String]], _ name: String = "hours.rejects.csv", keep: Bool = false)
    throws -> Imported
  {
    var options = TimesheetImport.Options()
    options.keepsRepeats = keep
    let list = csv([Self.rejects] + rows.map { ["3", "4", "3,x", "hours", ""] + $0 })
    return try store.importHours(list, ImportRequest(fileName: name), options).imported
  }

  private func hours(_ person: String = "NP-1") throws -> [String] {
    try store.timesheets.all(.init(person: person)).map(\.hours.text)
  }

  @Test func `stand beside what their list gave, and that is told`() throws {
    #expect(try store.importHours(Self.list).imported.counts == [3, 2, 0, 0, 1])
    let taken = try mended([["NP-1", "2020-05-04", "WP1", "3"]])
    #expect(taken.counts == [1, 1, 0, 0, 0])
    #expect(
      taken.outcome.firstDoubts == [
        PlacedDoubt(
          line: 2,
          sentence: "The hours stand beside 4.00 of the same person, date and work.")
      ])
    #expect(try hours() == ["4.00", "3.00"])
    #expect(try hours("AV-1") == ["2.00"])
  }

  @Test(arguments: ["hours.rejects.csv", "hours.rejects-2.csv", "mended.csv"])
  func `again change nothing, whatever their file is called`(name: String) throws {
    try store.importHours(Self.list)
    let row = ["NP-1", "2020-05-04", "WP1", "3"]
    #expect(try mended([row], name).counts == [1, 1, 0, 0, 0])
    #expect(try mended([row], name).counts == [1, 0, 0, 1, 0])
    #expect(try hours() == ["4.00", "3.00"])
  }

  @Test func `are one with a row that is the same`() throws {
    try store.importHours(Self.list)
    let row = ["NP-1", "2020-05-04", "WP1", "4"]
    #expect(try mended([row]).counts == [1, 0, 0, 1, 0])
    #expect(try hours() == ["4.00"])
    #expect(try mended([row, row], keep: true).counts == [2, 2, 0, 0, 0])
    #expect(try mended([row, row], keep: true).counts == [2, 0, 0, 2, 0])
    #expect(try hours() == ["4.00", "4.00", "4.00"])
  }

  @Test func `of one day stand beside each other, and their list again changes nothing`() throws {
    let list = csv([
      Self.headings, ["NP-1", "2020-05-04", "WP1", "4"], ["NP-1", "2020-05-04", "WP1", "3"],
      ["NP-1", "2020-05-04", "WP1", "2"],
    ])
    #expect(try store.importHours(list).imported.counts == [3, 1, 0, 0, 2])
    let rows = [["NP-1", "2020-05-04", "WP1", "3"], ["NP-1", "2020-05-04", "WP1", "2"]]
    #expect(try mended(rows).counts == [2, 2, 0, 0, 0])
    #expect(try hours() == ["4.00", "3.00", "2.00"])
    #expect(try store.importHours(list).imported.counts == [3, 0, 0, 3, 0])
    #expect(try hours() == ["4.00", "3.00", "2.00"])
  }

  @Test func `do not take the place of hours that their list did not bring`() throws {
    _ = try store.timesheets.add(
      .init(
        person: "NP-1", worked: WorkDate(day: .of("2020-05-05")),
        workPackage: WorkPackageCode(number: 1)),
      Hours(hundredths: 500))
    try store.importHours(Self.list)
    let row = ["NP-1", "2020-05-05", "WP1", "3"]
    let refused = try mended([row])
    #expect(refused.counts == [1, 0, 0, 0, 1])
    #expect(
      refused.rejected.map(\.reason) == [
        "For the same person, date and work, 5.00 hours are recorded that this list did not bring, "
          + "this row has 3.00. --repeats keep takes both."
      ])
    #expect(try hours() == ["4.00", "5.00"])
    #expect(try mended([row], keep: true).counts == [1, 1, 0, 0, 0])
    #expect(try hours() == ["4.00", "5.00", "3.00"])
  }

  @Test func `of a monthly sheet stand beside its other rows, and empty days change nothing`()
    throws
  {
    let headings = ["person", "month", "wp", "4", "5"]
    let sheet = csv([
      headings, ["NP-1", "2020-05", "WP1", "4", "1"], ["NP-1", "2020-05", "WP1", "3", "x"],
    ])
    #expect(try store.importHours(sheet).imported.counts == [2, 1, 0, 0, 1])
    let list = csv([
      Mapping.ownHeadings + headings,
      ["3", "5", "x", "hours", ""] + ["NP-1", "2020-05", "WP1", "3", "0"],
    ])
    let request = ImportRequest(fileName: "hours.rejects.csv")
    #expect(try store.importHours(list, request).imported.counts == [1, 1, 0, 0, 0])
    #expect(try hours() == ["4.00", "3.00", "1.00"])
  }
}
