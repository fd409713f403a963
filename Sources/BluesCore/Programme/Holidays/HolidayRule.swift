internal import Basics

/// How one public holiday is found in a year, read from a line such as `05:mon-1~we May Day [2021-]`.
///
/// The first word says when: `12-25` a date; `E+39`, `O-2` days from western or orthodox Easter;
/// `F+0`, `A+0` days from Eid al-Fitr or Eid al-Adha; `05:mon1`, `05:mon-1` the first or last Monday
/// of a month; `06-20>sat` the first Saturday from a date on; `=2022-09-19` single days. `~sun` or
/// `~we` adds the next working day when it falls on a Sunday or on a weekend.
struct HolidayRule: Sendable {
  let name: String
  let moment: Moment
  let substitute: Substitute
  let years: ClosedRange<Int>

  /// When in a year a holiday falls.
  enum Moment: Sendable {
    case date(month: Int, day: Int)
    case fromFeast(Feast, days: Int)
    case weekdayOfMonth(Weekday, month: Int, place: Int)
    case weekdayFrom(Weekday, month: Int, day: Int)
    case days([Day])
  }

  /// The movable feast that days are counted from.
  enum Feast: Character, Sendable {
    case western = "E"
    case orthodox = "O"
    case fitr = "F"
    case adha = "A"
  }

  /// The day off in place of a holiday on a weekend.
  enum Substitute: String, Sendable {
    case none = ""
    case afterSunday = "sun"
    case afterWeekend = "we"
  }

  init?(_ line: String) {
    var words = line.split(separator: " ")
    guard words.count >= 2 else { return nil }
    let when = words.removeFirst().split(separator: "~", maxSplits: 1)
    years = words.last.flatMap(Self.years) ?? 1...9999
    if words.last.flatMap(Self.years) != nil { words.removeLast() }
    name = words.joined(separator: " ")
    guard let moment = Self.moment(when[0]),
      let substitute = Substitute(rawValue: when.count == 2 ? String(when[1]) : "")
    else { return nil }
    self.moment = moment
    self.substitute = substitute
  }

  /// `[2021-]`, `[-2024]` or `[2025-2025]`.
  private static func years(_ word: Substring) -> ClosedRange<Int>? {
    guard word.hasPrefix("["), word.hasSuffix("]") else { return nil }
    let ends = word.dropFirst().dropLast().split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2 else { return nil }
    let from = ends[0].isEmpty ? 1 : Int(ends[0])
    let to = ends[1].isEmpty ? 9999 : Int(ends[1])
    guard let from, let to, from <= to else { return nil }
    return from...to
  }

  private static func moment(_ text: Substring) -> Moment? {
    if text.hasPrefix("=") {
      let days = text.dropFirst().split(separator: ",").map { Day(iso: String($0)) }
      let known = days.compactMap { $0 }
      return known.count == days.count ? .days(known) : nil
    }
    if let feast = text.first.flatMap(Feast.init(rawValue:)) {
      return Int(text.dropFirst()).map { .fromFeast(feast, days: $0) }
    }
    if let colon = text.firstIndex(of: ":") {
      let rest = text[text.index(after: colon)...]
      guard let month = Int(text[..<colon]), let weekday = weekdays[String(rest.prefix(3))],
        let place = Int(rest.dropFirst(3)), place != 0
      else { return nil }
      return .weekdayOfMonth(weekday, month: month, place: place)
    }
    let parts = text.split(separator: ">")
    let numbers = parts[0].split(separator: "-").map { Int($0) }
    guard numbers.count == 2, let month = numbers[0], let day = numbers[1] else { return nil }
    guard parts.count == 2 else { return .date(month: month, day: day) }
    return weekdays[String(parts[1])].map { .weekdayFrom($0, month: month, day: day) }
  }

  private static let weekdays: [String: Weekday] = [
    "mon": .monday, "tue": .tuesday, "wed": .wednesday, "thu": .thursday, "fri": .friday,
    "sat": .saturday, "sun": .sunday,
  ]
}

extension HolidayRule {
  /// The days the holiday falls on in a year, without substitutes.
  func days(in year: Int, fitr: [Day], adha: [Day]) -> [Day] {
    guard years.contains(year) else { return [] }
    switch moment {
    case .date(let month, let day):
      return [Day(year: year, month: month, day: day)].compactMap { $0 }
    case .fromFeast(.western, let days):
      return [Easter.western(year)?.adding(days: days)].compactMap { $0 }
    case .fromFeast(.orthodox, let days):
      return [Easter.orthodox(year)?.adding(days: days)].compactMap { $0 }
    case .fromFeast(.fitr, let days):
      return fitr.map { $0.adding(days: days) }.filter { $0.year == year }
    case .fromFeast(.adha, let days):
      return adha.map { $0.adding(days: days) }.filter { $0.year == year }
    case .weekdayFrom(let weekday, let month, let day):
      return [Day(year: year, month: month, day: day)?.next(weekday)].compactMap { $0 }
    case .weekdayOfMonth(let weekday, let month, let place):
      guard let first = Day(year: year, month: month, day: 1) else { return [] }
      return place > 0
        ? [first.next(weekday).adding(days: 7 * (place - 1))]
        : [first.lastOfMonth.adding(days: -6).next(weekday).adding(days: 7 * (place + 1))]
    case .days(let days): return days.filter { $0.year == year }
    }
  }
}

extension Day {
  /// The first such weekday from this day on, this day included.
  func next(_ weekday: Weekday) -> Day {
    adding(days: (weekday.rawValue - self.weekday.rawValue + 7) % 7)
  }
}
