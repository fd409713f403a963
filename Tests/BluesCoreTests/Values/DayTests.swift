import Testing

@testable import BluesCore

@Suite struct `Days` {
  @Test func `a day is counted from 1970`() {
    #expect(Day(iso: "1970-01-01")?.number == 0)
    #expect(Day(iso: "2020-02-29")?.number == 18_321)
    #expect(Day(iso: "0001-01-01")?.number == -719_162)
    #expect(Day(iso: "9999-12-31")?.number == 2_932_896)
  }

  @Test(arguments: [
    "2020-2-29", "2021-02-29", "2020-13-01", "20200101", "2020-00-10", "+020-01-01",
  ])
  func `what is no ISO day is refused`(text: String) {
    #expect(Day(iso: text) == nil)
  }

  @Test func `every fortieth day of a thousand years prints and parses`() {
    for number in stride(from: 0, to: 365_000, by: 40) {
      let day = Day(number: number)
      #expect(Day(iso: day.iso) == day)
    }
  }

  @Test func `months are added and shortened at their end`() throws {
    let day = try #require(Day(iso: "2020-01-31"))
    #expect(day.adding(months: 1).iso == "2020-02-29")
    #expect(day.adding(months: -2).iso == "2019-11-30")
    #expect(day.adding(months: 12).iso == "2021-01-31")
    #expect(day.adding(days: 60).iso == "2020-03-31")
  }

  @Test func `arithmetic stops at the ends of the calendar`() throws {
    let day = try #require(Day(iso: "9999-12-01"))
    #expect(day.adding(days: .max).iso == "9999-12-31")
    #expect(day.adding(months: .max).iso == "9999-12-31")
    #expect(day.adding(days: .min).iso == "0001-01-01")
    #expect(day.adding(months: .min).iso == "0001-01-01")
  }

  @Test func `a day knows its weekday, its month and its words`() throws {
    let day = try #require(Day(iso: "2020-07-31"))
    #expect(day.weekday == .friday)
    #expect(day.firstOfMonth.iso == "2020-07-01")
    #expect(day.lastOfMonth.iso == "2020-07-31")
    #expect(day.spoken == "31 July 2020")
    #expect(day.portal == "31/07/2020")
    #expect(try #require(Day(iso: "2020-08-02")) - day == 2)
  }

  @Test func `the report of a period ending on 31 January 2021 is due on 1 April`() throws {
    #expect(try #require(Day(iso: "2021-01-31")).adding(days: 60).iso == "2021-04-01")
    #expect(try #require(Day(iso: "2022-01-31")).adding(days: 60).iso == "2022-04-01")
  }
}

@Suite struct `Project months` {
  @Test func `M10 of a start on 1 October ends on the last of July`() throws {
    let start = try #require(Day(iso: "2019-10-01"))
    let month = try #require(ProjectMonth("M10"))
    #expect(month.firstDay(projectStart: start).iso == "2020-07-01")
    #expect(month.lastDay(projectStart: start).iso == "2020-07-31")
  }

  @Test func `a start in mid-month steps by calendar months`() throws {
    let start = try #require(Day(iso: "2020-02-15"))
    let month = try #require(ProjectMonth("m2"))
    #expect(month.firstDay(projectStart: start).iso == "2020-03-15")
    #expect(month.lastDay(projectStart: start).iso == "2020-04-14")
  }

  @Test func `a day is found in its project month`() throws {
    let start = try #require(Day(iso: "2020-02-01"))
    let last = try #require(Day(iso: "2022-01-31"))
    #expect(ProjectMonth.containing(last, projectStart: start)?.number == 24)
    #expect(ProjectMonth.containing(start, projectStart: start)?.number == 1)
    #expect(ProjectMonth.containing(start.adding(days: -1), projectStart: start) == nil)
  }

  @Test(arguments: ["2020-02-01", "2020-02-15", "2020-01-31"])
  func `first and last day of every month lie in it`(text: String) throws {
    let start = try #require(Day(iso: text))
    for number in 1...36 {
      let month = try #require(ProjectMonth(number: number))
      let first = month.firstDay(projectStart: start)
      let last = month.lastDay(projectStart: start)
      #expect(ProjectMonth.containing(first, projectStart: start) == month)
      #expect(ProjectMonth.containing(last, projectStart: start) == month)
    }
  }

  @Test(arguments: ["M0", "M", "18", "M1.5", "M1000", "MS2"])
  func `what is no project month is refused`(text: String) {
    #expect(ProjectMonth(text) == nil)
  }
}
