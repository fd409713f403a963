internal import Basics

/// The working days of each country, counted once, so that those of any window are one
/// subtraction.
///
/// Days are counted from the first on which countries take part in the programme.
struct WorkingDayTable: Sendable {
  let days: ClosedRange<Day>
  /// For each country the working days before each day; the first row is that of countries
  /// unknown, where every Monday to Friday counts.
  private var sums: ContiguousArray<Int32>
  private let stride: Int

  init(days: ClosedRange<Day>) {
    self.days = days
    stride = days.upperBound - days.lowerBound + 2
    sums = []
    _ = add(nil)
  }

  /// The last day, counted from the first.
  var last: Int { stride - 2 }

  /// Counts the working days of a country, and says in which row.
  mutating func add(_ country: CountryCode?) -> Int {
    var isOff = [Bool](repeating: false, count: stride - 1)
    if let country {
      for year in days.lowerBound.year...days.upperBound.year {
        for holiday in PublicHolidays.holidays(in: year, of: country)
        where days.contains(holiday.day) {
          isOff[holiday.day - days.lowerBound] = true
        }
      }
    }
    let row = sums.count / stride
    var sum: Int32 = 0
    sums.append(0)
    for offset in 0..<stride - 1 {
      let isWeekend = days.lowerBound.adding(days: offset).weekday.isWeekend
      sum += isWeekend || isOff[offset] ? 0 : 1
      sums.append(sum)
    }
    return row
  }

  /// Working days from one day to another, both counted; none when the span is reversed.
  func workingDays(from first: Int, to last: Int, row: Int) -> Int {
    guard first <= last else { return 0 }
    return Int(sums[row * stride + last + 1] - sums[row * stride + first])
  }

  /// The first stay of so many working days that begins and ends with one; nil if none fits.
  func stay(from first: Int, to last: Int, workingDays days: Int, row: Int) -> ClosedRange<Day>? {
    guard workingDays(from: first, to: last, row: row) >= days, days > 0 else { return nil }
    let start = row * stride
    let before = sums[start + first]
    func place(of count: Int) -> Int {
      var low = first
      var high = last
      while low < high {
        let middle = (low + high) / 2
        if Int(sums[start + middle + 1] - before) >= count {
          high = middle
        } else {
          low = middle + 1
        }
      }
      return low
    }
    let begin = self.days.lowerBound
    return begin.adding(days: place(of: 1))...begin.adding(days: place(of: days))
  }
}
