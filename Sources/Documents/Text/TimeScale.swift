/// The days of a time chart laid on a line of a given length.
struct TimeScale {
  let first: CivilDay
  let last: CivilDay

  /// Nil when a day does not exist or the end is before the start.
  init?(_ gantt: Gantt) {
    guard let first = CivilDay(gantt.start), let last = CivilDay(gantt.end), first <= last else {
      return nil
    }
    self.first = first
    self.last = last
  }

  private var days: Int { last.number - first.number + 1 }

  /// Where a day begins, as a share of the whole length; outside 0..<1 when it is not shown.
  func share(of day: CivilDay) -> Double { Double(day.number - first.number) / Double(days) }

  /// The step of `length` a day falls into; outside the range when it is not shown.
  func step(of day: CivilDay, length: Int) -> Int {
    let days = day.number - first.number
    return days < 0 ? -1 : days * length / self.days
  }

  /// The start of each month counted from the first day, with its label.
  func months(_ labels: [String]) -> [(day: CivilDay, label: String)] {
    labels.enumerated()
      .map { (first.adding(months: $0.offset), $0.element) }
      .filter { $0.0 <= last }
  }

  /// The years on the line with the day each begins at.
  var years: [(day: CivilDay, label: String)] {
    (first.parts.year...last.parts.year).map { year in
      (max(first, CivilDay(year: year, month: 1, day: 1)), String(year))
    }
  }
}
