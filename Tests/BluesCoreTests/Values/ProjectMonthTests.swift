import Basics
import Testing

@testable import BluesCore

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
