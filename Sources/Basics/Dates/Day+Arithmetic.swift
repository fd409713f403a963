/// The days of the week, Monday first as ISO 8601 counts them.
package enum Weekday: Int, Sendable, CaseIterable {
  case monday = 1, tuesday, wednesday, thursday, friday, saturday, sunday

  /// Saturday or Sunday.
  package var isWeekend: Bool { self == .saturday || self == .sunday }
}

extension Day {
  /// The day of the week.
  package var weekday: Weekday {
    let fromMonday = ((Int(number) + 3) % 7 + 7) % 7
    return Weekday(rawValue: fromMonday + 1) ?? .monday
  }

  /// The day so many days later, or earlier when negative.
  package func adding(days: Int) -> Day {
    let (sum, over) = Int(number).addingReportingOverflow(days)
    return Day(number: over ? (days < 0 ? Self.firstNumber : Self.lastNumber) : sum)
  }

  /// The same day of the month so many months later; the last of the month when it is shorter.
  package func adding(months: Int) -> Day {
    let (year, month, day) = civil
    let limited = min(max(months, -120_000), 120_000)
    let count = year * 12 + month - 1 + limited
    guard count >= 12 else { return Day(number: Self.firstNumber) }
    guard count < 120_000 else { return Day(number: Self.lastNumber) }
    let newYear = count / 12
    let newMonth = count % 12 + 1
    let newDay = min(day, Self.length(ofMonth: newMonth, year: newYear))
    return Day(year: newYear, month: newMonth, day: newDay) ?? self
  }

  /// The first day of its month.
  package var firstOfMonth: Day { adding(days: 1 - dayOfMonth) }

  /// The last day of its month.
  package var lastOfMonth: Day {
    let (year, month, day) = civil
    return adding(days: Self.length(ofMonth: month, year: year) - day)
  }

  /// Days from the other day to this one; negative when this one is earlier.
  @inlinable package static func - (day: Day, other: Day) -> Int {
    Int(day.number) - Int(other.number)
  }
}

extension Day: CustomStringConvertible {
  /// The day as ISO 8601 has it, `2020-07-31`.
  package var iso: String {
    let (year, month, day) = civil
    return String(unsafeUninitializedCapacity: 10) { bytes in
      var rest = year * 10_000 + month * 100 + day
      for place in [9, 8, 6, 5, 3, 2, 1, 0] {
        bytes[place] = UInt8(ascii: "0") + UInt8(rest % 10)
        rest /= 10
      }
      bytes[4] = UInt8(ascii: "-")
      bytes[7] = UInt8(ascii: "-")
      return 10
    }
  }

  package var description: String { iso }

  /// The day as a report says it, `31 July 2020`.
  package var spoken: String {
    let (year, month, day) = civil
    return "\(day) \(Self.monthNames[month - 1]) \(year)"
  }

  /// The day as the portal prints it, `31/07/2020`.
  package var portal: String {
    let (year, month, day) = civil
    return "\(padded(day, to: 2))/\(padded(month, to: 2))/\(padded(year, to: 4))"
  }

  /// The names of the months in English, January first.
  package static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
