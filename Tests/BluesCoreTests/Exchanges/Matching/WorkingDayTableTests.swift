import Basics
import Testing

@testable import BluesCore

@Suite struct `The calendar of stays` {
  @Test func `its working days are those counted one by one`() throws {
    let days = try Day.of("2020-02-01")...Day.of("2022-12-31")
    var calendar = WorkingDayTable(days: days)
    var chance = SplitMix64(seed: 11)
    for country in RuleBook.standard.participatingCountries {
      let row = calendar.add(country)
      for _ in 0..<20 {
        let first = chance.upTo(calendar.last + 1)
        let last = min(calendar.last, first + chance.upTo(40))
        let begin = days.lowerBound
        let counted = WorkingDays.count(
          from: begin.adding(days: first), to: begin.adding(days: last), in: country)
        #expect(calendar.workingDays(from: first, to: last, row: row) == counted, "\(country)")
        let stay = calendar.stay(from: first, to: last, workingDays: 5, row: row)
        #expect((stay != nil) == (counted >= 5))
        guard let stay else { continue }
        #expect(WorkingDays.count(from: stay.lowerBound, to: stay.upperBound, in: country) == 5)
        #expect(WorkingDays.isWorkingDay(stay.lowerBound, in: country))
        #expect(WorkingDays.isWorkingDay(stay.upperBound, in: country))
        let before = WorkingDays.count(
          from: begin.adding(days: first), to: stay.upperBound, in: country)
        #expect(before == 5)
      }
    }
    #expect(calendar.workingDays(from: 5, to: 4, row: 0) == 0)
    #expect(calendar.workingDays(from: 0, to: 6, row: 0) == 5)
  }
}
