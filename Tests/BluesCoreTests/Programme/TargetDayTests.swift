import Testing

@testable import BluesCore

@Suite struct `Open days of TARGET` {
  @Test(arguments: [
    ("2021-01-01", "New Year's Day", "2021-01-04"), ("2021-04-02", "Good Friday", "2021-04-06"),
    ("2021-04-03", "a Saturday", "2021-04-06"), ("2021-04-04", "a Sunday", "2021-04-06"),
    ("2021-04-05", "Easter Monday", "2021-04-06"), ("2020-05-01", "Labour Day", "2020-05-04"),
    ("2019-12-25", "Christmas Day", "2019-12-27"), ("2019-12-26", "26 December", "2019-12-27"),
    ("2024-03-29", "Good Friday", "2024-04-02"),
  ])
  func `a closed day has its reason and the next open day`(
    day: String, reason: String, next: String
  ) throws {
    #expect(try TargetDays.closure(on: .of(day)) == reason)
    #expect(try TargetDays.next(from: .of(day)) == .of(next))
  }

  // Holidays of countries do not count: TARGET is open on 6 January, Ascension and 1 November.
  @Test(arguments: ["2021-01-06", "2021-05-13", "2021-11-01", "2021-04-01", "2021-12-24"])
  func `other days are open`(day: String) throws {
    #expect(try TargetDays.closure(on: .of(day)) == nil)
    #expect(try TargetDays.next(from: .of(day)) == .of(day))
  }
}
