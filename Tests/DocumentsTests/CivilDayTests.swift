import Testing

@testable import Documents

@Suite struct `Days and formats` {
  @Test(arguments: [
    ("1970-01-01", 0), ("2020-02-29", 18_321), ("2000-03-01", 11_017), ("1969-12-31", -1),
  ])
  func `days are counted from 1970`(iso: String, number: Int) throws {
    let day = try #require(CivilDay(iso))
    #expect(day.number == number)
  }

  @Test(arguments: ["2021-02-29", "2020-13-01", "2020-00-10", "2020-1-01", "2020-01-32", "x", ""])
  func `days that do not exist are not read`(iso: String) {
    #expect(CivilDay(iso) == nil)
  }

  @Test func `every day goes back to its parts`() {
    for number in stride(from: -150_000, to: 150_000, by: 97) {
      let (year, month, day) = CivilDay(number: number).parts
      #expect(CivilDay(year: year, month: month, day: day).number == number)
    }
  }

  @Test func `a month later is the same day or the month's last`() throws {
    let day = try #require(CivilDay("2020-01-31"))
    #expect(day.adding(months: 1).written == "29 February 2020")
    #expect(day.adding(months: 12).written == "31 January 2021")
  }

  @Test func `a file's ending picks the format`() {
    let names = [
      "a.CSV", "b.md", "c.tar.jsonl", "d.htm", "e.txt", "f.ndjson", "g.xlsx", "g.xls", "csv", "h.",
    ]
    let formats: [Format?] = [
      .csv, .markdown, .jsonl, .html, .text, .jsonl, .xlsx, nil, nil, nil,
    ]
    #expect(names.map { Format(fileName: $0) } == formats)
  }
}
