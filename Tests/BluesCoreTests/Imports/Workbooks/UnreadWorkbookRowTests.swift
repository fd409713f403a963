import Basics
import Testing

@testable import BluesCore

/// Rows of a workbook that cannot be read are named, and hinder no other; other sheets than costs.
@Suite struct `The rows of a workbook` {
  private let shared: SharedProject

  init() throws { shared = try SharedProject() }

  @Test func `a cell that cannot be read is named with its place, and the others are staged`()
    throws
  {
    _ = try shared.open("bnpt").costs.add(.init("K2"), SharedProject.cost("AV", 500, of: "AV"))
    let path = try FilledWorkbook(shared.workbook()).costs([
      ["K1", "First ticket", "a lot"], ["K3500001", "Hotel", "90"], ["", "Bar", "8"],
      ["K17", "Boat", "5"], ["K2", "Theirs", "5"],
    ]).write("np.xlsx", in: shared)
    let unread = try shared.take(path).unread
    #expect(
      unread.map { "\($0.sheet) \($0.row) \($0.column): \($0.value)" } == [
        "Costs 2 Amount *: a lot", "Costs 4 No *: ", "Costs 5 No *: K17", "Costs 6 No *: K2",
      ])
    #expect(
      unread.dropFirst().map(\.reason) == [
        "The number is missing: give the row a free number of the sheet.",
        "K17 may be given by another partner: give the row a free number of the sheet.",
        "K2 may be given by another partner: give the row a free number of the sheet.",
      ])
    #expect(try shared.review().rows.map(\.what) == ["K3500001"])
  }

  @Test func `a sheet without its headings is named, and the other sheets are taken`() throws {
    let path = try FilledWorkbook(shared.workbook()).with("Activities", ["x", "y"]) {
      [["1", "2"]]
    }
    .costs([["K1", "First ticket", "11"]]).write("np.xlsx", in: shared)
    let unread = try shared.take(path).unread
    #expect(unread.map(\.sheet) == ["Activities"])
    #expect(unread.map(\.row) == [0])
    #expect(try shared.review().rows.map(\.what) == ["K1"])
  }

  @Test func `hours are added, changed and taken away`() throws {
    _ = try shared.open("bnpt").persons.add(.init("NP-1"), ["partner": "NP"])
    for (day, hours) in [("2020-06-02", "7.5"), ("2020-06-03", "8")] {
      _ = try shared.open("bnpt").timesheets.add(
        .init(
          person: "NP-1", worked: #require(WorkDate(stored: day)),
          workPackage: WorkPackageCode("WP1")), #require(Hours(hours)))
    }
    let path = try FilledWorkbook(shared.workbook()).with(
      "Hours", ["Person *", "Date", "Month", "WP *", "Task", "Hours *", "Activity", "Remove"]
    ) {
      [
        ["NP-1", "2020-06-02", "", "WP1", "", "6"],
        ["NP-1", "2020-06-03", "", "WP1", "", "8", "", "x"],
        ["NP-1", "2020-06-04", "", "WP1", "", "4", "Minutes"],
        ["AV-1", "2020-06-04", "", "WP1", "", "4"],
      ]
    }.write("np.xlsx", in: shared)
    let unread = try shared.take(path).unread
    #expect(
      unread.map { "\($0.sheet) \($0.row) \($0.column): \($0.value)" } == [
        "Hours 5 Person *: AV-1"
      ])
    #expect(
      try shared.review().rows.map(\.standing).sorted { $0.rawValue < $1.rawValue }
        == [.changed, .deleted, .new])
    #expect(try shared.apply().isWhole)
    #expect(
      try shared.open("bnpt").timesheets.all().map { "\($0.worked.text) \($0.hours.text)" }
        == ["2020-06-02 6.00", "2020-06-04 4.00"])
  }

  @Test func `activities keep their partners, and the first of them owns a new one`() throws {
    _ = try shared.open("bnpt").activities.add(
      .init("A1"), Changes(["title": ["Workshop"], "partners": ["NP", "AV"]]))
    let path = try FilledWorkbook(shared.workbook()).with(
      "Activities", ["No *", "Activity *", "Type", "Partners", "From", "Remove"]
    ) {
      [
        ["A1", "Workshop on fish", "", "NP; AV"],
        ["A3500001", "Visit", "mission", "", "2020-05-04"],
        ["A3500002", "Fair", "meeting", "AV; NP"], ["A3500003"],
      ]
    }.write("np.xlsx", in: shared)
    let unread = try shared.take(path).unread
    #expect(
      unread.map { "\($0.row) \($0.column): \($0.reason)" } == [
        "4 Partners: Only rows of NP are taken here, and this one is of AV."
      ])
    #expect(try shared.apply().isWhole)
    #expect(
      try shared.open("bnpt").activities.all().map {
        "\($0.code) \($0.title) \($0.partners.joined(separator: "+"))"
      } == ["A1 Workshop on fish NP+AV", "A3500001 Visit NP"])
  }

  @Test func `texts that are asked come back below their keys`() throws {
    let path = try FilledWorkbook(shared.workbook(period: "RP1")).with(
      "Texts", ["Key", "Heading", "What belongs into it", "Text", "Remove"]
    ) {
      [
        ["progress.WP1.RP1.NP", "", "", "We met twice.\n\nIt went well."],
        ["progress.WP1.RP1.AV", "", "", "Not mine"], ["progress.WP2.RP1.NP", "", "", ""],
      ]
    }.write("np.xlsx", in: shared)
    let unread = try shared.take(path).unread
    #expect(
      unread.map { "\($0.row) \($0.reason)" } == [
        "3 Expected the key of a text of NP."
      ])
    #expect(try shared.apply().added == 1)
    #expect(
      try shared.open("bnpt").reportTexts.all().map { "\($0.key): \($0.text)" }
        == ["progress.WP1.RP1.NP: We met twice.\n\nIt went well."])
  }

  @Test func `numbers of a copy of a partner can be typed for activities as well`() throws {
    #expect(try ActivityCode("A3000001").number == 3_000_001)
    #expect(ActivityCode(number: 9_999_999)?.description == "A9999999")
    #expect(throws: CodeProblem.self) { try WorkPackageCode("WP10000") }
    _ = try shared.open("np").activities.add(
      .init("A3000001"), ["title": "Visit", "partners": "NP"])
    try shared.exchange(from: "np")
    #expect(try shared.open("bnpt").activities.all().map(\.title) == ["Visit"])
  }
}
