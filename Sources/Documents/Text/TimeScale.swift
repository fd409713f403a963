internal import Basics

/// The days of a time chart laid on a line of a given length.
struct TimeScale {
  let first: Day
  let last: Day

  /// Nil when the end is before the start.
  init?(_ gantt: Gantt) {
    guard gantt.start <= gantt.end else { return nil }
    first = gantt.start
    last = gantt.end
  }

  private var days: Int { last - first + 1 }

  /// Where a day begins, as a share of the whole length; outside 0..<1 when it is not shown.
  func share(of day: Day) -> Double { Double(day - first) / Double(days) }

  /// The step of `length` a day falls into; outside the range when it is not shown.
  ///
  /// Each month has steps of its own, so that its last day is not below the label of the next; where
  /// there are more months than steps, days are divided evenly.
  func step(of day: Day, length: Int) -> Int {
    guard day >= first else { return -1 }
    guard day <= last else { return length }
    let count = month(of: last) + 1
    guard count <= length else { return (day - first) * length / days }
    let month = month(of: day)
    let start = first.adding(months: month)
    let end = min(first.adding(months: month + 1), last.adding(days: 1))
    let (from, to) = (month * length / count, (month + 1) * length / count)
    return from + (day - start) * (to - from) / max(1, end - start)
  }

  /// The month that a day is in, counted from 0 at the first day.
  private func month(of day: Day) -> Int {
    let rough = (day.year - first.year) * 12 + day.month - first.month
    return first.adding(months: rough) <= day ? rough : rough - 1
  }

  /// The start of each month counted from the first day, with its label.
  func months(_ labels: [String]) -> [(day: Day, label: String)] {
    labels.enumerated()
      .map { (first.adding(months: $0.offset), $0.element) }
      .filter { $0.0 <= last }
  }

  /// The years on the line with the day each begins at.
  var years: [(day: Day, label: String)] {
    (first.year...last.year).map { year in
      (Day(year: year, month: 1, day: 1).map { max(first, $0) } ?? first, String(year))
    }
  }
}
