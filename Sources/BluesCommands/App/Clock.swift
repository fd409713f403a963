internal import Basics
internal import BluesCore
internal import Glibc

/// The machine's clock and zone, which only this file asks.
///
/// It is read once: what a command does at midnight is all of one day.
enum Clock {
  /// Seconds since 1970 in UTC.
  static let now = Int(time(nil))

  /// The day of an instant where the user is.
  static func localDay(_ seconds: Int) -> Day {
    var seconds = time_t(seconds)
    var parts = tm()
    localtime_r(&seconds, &parts)
    let day = Day(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
    return day ?? Day(number: 0)
  }

  /// The last second of a day where the user is.
  ///
  /// It is looked for, because a zone can leave out or repeat midnight, or a whole day: Samoa had
  /// no 30 December 2011.
  static func end(of day: Day) -> Int {
    // No zone is a whole day away from Greenwich.
    var last = (Int(day.number) - 1) * secondsOfDay
    var next = (Int(day.number) + 3) * secondsOfDay
    while next - last > 1 {
      let middle = last + (next - last) / 2
      if localDay(middle) > day { next = middle } else { last = middle }
    }
    return last
  }

  /// The user's days, for the core.
  static let days = LocalDays(
    end: { text(end(of: $0)) }, day: { seconds(of: $0).map(localDay) })

  /// An instant as ISO 8601 UTC text.
  static func text(_ seconds: Int) -> String {
    // Rounded down, also before 1970.
    let days = (seconds - (seconds < 0 ? secondsOfDay - 1 : 0)) / secondsOfDay
    let second = seconds - days * secondsOfDay
    let clock = [second / 3600, second / 60 % 60, second % 60].map { padded($0, to: 2) }
    return "\(Day(number: days))T\(clock.joined(separator: ":"))Z"
  }

  /// The instant that such a text means.
  private static func seconds(of text: String) -> Int? {
    let parts = text.split(separator: "T")
    guard parts.count == 2, parts[1].last == "Z", let day = Day(iso: String(parts[0])) else {
      return nil
    }
    let clock = parts[1].dropLast().split(separator: ":").compactMap { Int($0) }
    guard clock.count == 3 else { return nil }
    return Int(day.number) * secondsOfDay + clock[0] * 3600 + clock[1] * 60 + clock[2]
  }

  private static let secondsOfDay = 86_400
}
