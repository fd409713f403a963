package import Basics

/// Days from Monday to Friday that are no public holiday of the country.
package enum WorkingDays {
  package static func isWorkingDay(_ day: Day, in country: CountryCode) -> Bool {
    guard !day.weekday.isWeekend else { return false }
    return !PublicHolidays.holidays(in: day.year, of: country).contains { $0.day == day }
  }

  /// Working days from the first to the last day, both counted; none when the span is reversed.
  ///
  /// For a country without data every Monday to Friday counts; see `PublicHolidays.countries`.
  package static func count(from first: Day, to last: Day, in country: CountryCode) -> Int {
    guard first <= last else { return 0 }
    let length = last - first + 1
    var count = length / 7 * 5
    for offset in 0..<length % 7 where !first.adding(days: offset).weekday.isWeekend { count += 1 }
    var lost: Set<Day> = []
    for year in first.year...last.year {
      for holiday in PublicHolidays.holidays(in: year, of: country)
      where holiday.day >= first && holiday.day <= last && !holiday.day.weekday.isWeekend {
        lost.insert(holiday.day)
      }
    }
    return count - lost.count
  }
}
