import Basics
import Testing

@testable import BluesCore

@Suite struct `Public holidays` {
  @Test(arguments: [
    (2020, "2020-04-12", "2020-04-19"), (2021, "2021-04-04", "2021-05-02"),
    (2022, "2022-04-17", "2022-04-24"), (2025, "2025-04-20", "2025-04-20"),
    (2030, "2030-04-21", "2030-04-28"),
  ])
  func `Easter falls on its two days`(year: Int, western: String, orthodox: String) {
    #expect(Easter.western(year)?.iso == western)
    #expect(Easter.orthodox(year)?.iso == orthodox)
  }

  func days(_ year: Int, _ code: String) throws -> [String] {
    let country = try #require(CountryCode(code))
    return PublicHolidays.holidays(in: year, of: country).map(\.day.iso)
  }

  @Test func `Germany has nine nationwide`() throws {
    let expected = [
      "2021-01-01", "2021-04-02", "2021-04-05", "2021-05-01", "2021-05-13", "2021-05-24",
      "2021-10-03", "2021-12-25", "2021-12-26",
    ]
    #expect(try days(2021, "DE") == expected)
  }

  @Test func `France, Poland and Czechia have theirs`() throws {
    let france = [
      "2020-01-01", "2020-04-13", "2020-05-01", "2020-05-08", "2020-05-21", "2020-06-01",
      "2020-07-14", "2020-08-15", "2020-11-01", "2020-11-11", "2020-12-25",
    ]
    #expect(try days(2020, "FR") == france)
    #expect(try days(2024, "PL").contains("2024-12-24") == false)
    #expect(try days(2025, "PL").contains("2025-12-24"))
    #expect(try days(2020, "CZ").count == 13)
    #expect(try days(2021, "ES").count == 10)
  }

  @Test func `a weekend is made good in the United Kingdom`() throws {
    let christmas = try days(2021, "UK").filter { $0 > "2021-12" }
    #expect(christmas == ["2021-12-25", "2021-12-26", "2021-12-27", "2021-12-28"])
    #expect(
      try days(2022, "UK").filter { $0.hasPrefix("2022-06") } == ["2022-06-02", "2022-06-03"])
  }

  @Test func `every rule in the data is understood`() {
    for file in [HolidayFile.east, .north, .south, .west] {
      #expect(file.fitr.count == file.adha.count)
      for (code, rules) in file.rules { #expect(rules.count == file.lines[code]) }
    }
    #expect(HolidayFile.south.fitr.count == 11)
  }

  @Test func `every country of the programme has holidays in every year`() {
    for country in RuleBook.standard.participatingCountries where country.code != "UA" {
      for year in PublicHolidays.years {
        #expect(PublicHolidays.holidays(in: year, of: country).count >= 4, "\(country) \(year)")
      }
    }
  }
}

@Suite struct `Working days` {
  @Test(arguments: [
    ("2020-11-09", "2020-11-13", "FR", 4), ("2020-11-09", "2020-11-13", "DE", 5),
    ("2020-11-14", "2020-11-15", "DE", 0), ("2020-11-13", "2020-11-09", "DE", 0),
    ("2020-12-21", "2021-01-03", "CZ", 7), ("2021-01-01", "2021-12-31", "DE", 256),
    ("2020-11-09", "2020-11-13", "CH", 5),
  ])
  func `days off are left out`(first: String, last: String, code: String, count: Int) throws {
    let from = try #require(Day(iso: first))
    let to = try #require(Day(iso: last))
    let country = try #require(CountryCode(code))
    #expect(WorkingDays.count(from: from, to: to, in: country) == count)
    let oneByOne = (0..<max(0, to - from + 1)).filter {
      WorkingDays.isWorkingDay(from.adding(days: $0), in: country)
    }
    #expect(oneByOne.count == count)
  }
}
