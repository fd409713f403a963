import Basics
import Testing

@testable import BluesCore

@Suite struct `Date expressions` {
  let context: DateContext

  init() throws {
    let start = try #require(Day(iso: "2020-02-01"))
    let end = try #require(Day(iso: "2021-01-31"))
    context = DateContext(
      today: try #require(Day(iso: "2020-11-18")), projectStart: start,
      periods: ["RP1": start...end])
  }

  @Test(arguments: [
    ("2026-06-30", "2026-06-30"), ("today", "2020-11-18"), ("Yesterday", "2020-11-17"),
    ("tomorrow", "2020-11-19"), ("+2w", "2020-12-02"), ("-3d", "2020-11-15"), ("+1m", "2020-12-18"),
    ("+1y", "2021-11-18"), ("eow", "2020-11-22"), ("sow", "2020-11-16"), ("eom", "2020-11-30"),
    ("som", "2020-11-01"), ("eoq", "2020-12-31"), ("soq", "2020-10-01"), ("eoy", "2020-12-31"),
    ("soy", "2020-01-01"), ("eom+2w", "2020-12-14"), ("M18", "2021-07-31"),
    ("m18.start", "2021-07-01"), ("M18.end-1d", "2021-07-30"), ("RP1.end", "2021-01-31"),
    ("rp1.start", "2020-02-01"), ("RP1.end+60d", "2021-04-01"), ("2026-06-30+1m-1d", "2026-07-29"),
  ])
  func `an expression means a day`(text: String, iso: String) throws {
    #expect(try DateExpression(text).resolve(in: context).iso == iso)
  }

  @Test(arguments: [
    ("30.06.2026", DateOrder.dmy, "2026-06-30"), ("06/30/2026", .mdy, "2026-06-30"),
    ("2026.6.30", .ymd, "2026-06-30"), ("2026-06-30", .dmy, "2026-06-30"),
  ])
  func `a numeric date is read in the order that was said`(
    text: String, order: DateOrder, iso: String
  ) throws {
    #expect(try DateExpression(text).resolve(in: context(order)).iso == iso)
  }

  @Test(arguments: [
    ("2026-13-40", DateProblem.noSuchMonth("2026-13-40", month: 13)),
    ("2026-02-30", .noSuchDay("2026-02-30", day: 30, month: 2, year: 2026)),
    ("M0", .noSuchProjectMonth("M0")), ("soon", .notADate("soon")), ("", .notADate("")),
    ("+2", .notADate("+2")), ("eom+2x", .notADate("eom+2x")), ("+999999y", .outOfRange("+999999y")),
  ])
  func `a wrong expression is refused with its reason`(text: String, problem: DateProblem) {
    #expect(throws: problem) { try DateExpression(text) }
  }

  @Test(
    arguments: [
      ("05.06.2026", nil, DateProblem.orderUnknown("05.06.2026", likely: .dmy)),
      ("13/13/2026", nil, .noSuchMonth("13/13/2026", month: 13)),
      ("31.2.2020", nil, .noSuchDay("31.2.2020", day: 31, month: 2, year: 2020)),
      ("2026/06/31", nil, .noSuchDay("2026/06/31", day: 31, month: 6, year: 2026)),
      ("2020/31/05", nil, .noSuchMonth("2020/31/05", month: 31)),
      ("2020/31/05", .ymd, .noSuchMonth("2020/31/05", month: 31)),
      ("30.06.26", nil, .shortYear("30.06.26")),
      ("30.06.26", .dmy, .shortYear("30.06.26")), ("30.06.2026", .ymd, .notADate("30.06.2026")),
      ("2026.06.30", .dmy, .notADate("2026.06.30")),
      ("30.06.2026", .mdy, .noSuchMonth("30.06.2026", month: 30)),
      ("31.06.2026", .dmy, .noSuchDay("31.06.2026", day: 31, month: 6, year: 2026)),
    ] as [(String, DateOrder?, DateProblem)])
  func `a numeric date that is none in that order is refused`(
    text: String, order: DateOrder?, problem: DateProblem
  ) throws {
    let date = try DateExpression(text)
    #expect(throws: problem) { try date.resolve(in: context(order)) }
  }

  private func context(_ order: DateOrder?) -> DateContext {
    DateContext(
      today: context.today, projectStart: context.projectStart, periods: context.periods,
      order: order)
  }

  @Test func `what the project does not know is named`() throws {
    let bare = DateContext(today: context.today)
    #expect(throws: DateProblem.noProjectStart("M18")) {
      try DateExpression("M18").resolve(in: bare)
    }
    #expect(throws: DateProblem.unknownPeriod("RP3", known: ["RP1"])) {
      try DateExpression("RP3.end").resolve(in: context)
    }
    #expect(throws: DateProblem.edgeMissing("RP1")) {
      try DateExpression("RP1").resolve(in: context)
    }
    #expect(throws: DateProblem.outOfRange("+99999y")) {
      try DateExpression("+99999y").resolve(in: context)
    }
  }

  @Test func `problems say what to type`() {
    let month = DateProblem.noSuchMonth("2026-13-40", month: 13)
    #expect(month.message == "Not a date: 2026-13-40. Month 13 does not exist.")
    let day = DateProblem.noSuchDay("2026-02-30", day: 30, month: 2, year: 2026)
    #expect(day.message == "Not a date: 2026-02-30. February 2026 has 28 days.")
    let order = DateProblem.orderUnknown("30.06.2026", likely: .dmy)
    #expect(
      order.hint == "Add --date-order dmy, or write year-month-day instead of 30.06.2026.")
  }

  @Test func `a date in the only order possible is told, one whose order is said is not`() throws {
    let remarks = DayRemarks()
    let context = DateContext(today: "2021-03-31", remarks: remarks)
    for text in ["31.05.2020", "31.05.2020", "05/13/2020", "2020-05-31", "2020/05/31", "today"] {
      _ = try DateExpression(text).resolve(in: context)
    }
    #expect(
      remarks.take() == [
        "31.05.2020 is read as 2020-05-31: day, month, year is the only possible order.",
        "05/13/2020 is read as 2020-05-13: month, day, year is the only possible order.",
      ])
    let said = DateContext(today: "2021-03-31", order: .dmy, remarks: remarks)
    #expect(try DateExpression("31.05.2020").resolve(in: said) == "2020-05-31")
    #expect(remarks.take() == [])
  }
}
