import Basics
import Testing

@Suite struct `Days` {
  @Test func `a day is counted from 1970`() {
    #expect(Day(iso: "1970-01-01")?.number == 0)
    #expect(Day(iso: "2020-02-29")?.number == 18_321)
    #expect(Day(iso: "0001-01-01")?.number == -719_162)
    #expect(Day(iso: "9999-12-31")?.number == 2_932_896)
    #expect(Day(iso: "2000-03-01")?.number == 11_017)
    #expect(Day(iso: "1969-12-31")?.number == -1)
  }

  @Test(arguments: [
    "2020-2-29", "2021-02-29", "2020-13-01", "20200101", "2020-00-10", "+020-01-01",
    "2020-1-01", "2020-01-32", "x", "", "0000-01-01", "2020-07-3\u{661}",
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

  @Test func `every day goes back to its year, month and day`() {
    for number in stride(from: -150_000, to: 150_000, by: 97) {
      let (year, month, day) = Day(number: number).civil
      #expect(Day(year: year, month: month, day: day)?.number == Int32(number))
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
