package import Basics

/// A day as a cell of a list says it: with the year first, or in an order of day and month that was
/// told or that the numbers leave no doubt of; a time of day may stand behind it.
package struct WrittenDay: Equatable, Sendable {
  package let day: Day
  /// The order that the numbers told, where nobody had said one; nil for a year in front.
  package let told: DateOrder?
  /// Whether a time that is not midnight stood behind it, and is left out.
  let hasTime: Bool

  package init?(_ text: String, order: DateOrder? = nil) {
    let bytes = Self.joined(text.trimmedBytes)
    let date = bytes.prefix { $0.isDigit || Self.separators.contains($0) }
    let rest = bytes[date.endIndex...]
    let groups = date.split(omittingEmptySubsequences: false) { !$0.isDigit }
    guard Set(date.filter { !$0.isDigit }).count == 1, groups.count == 3,
      let one = wholeNumber(groups[0]), let two = wholeNumber(groups[1]),
      let three = wholeNumber(groups[2]), groups[1].count <= 2, let hasTime = Self.time(rest)
    else { return nil }
    let isYearFirst = groups[0].count == 4 && groups[2].count <= 2
    guard isYearFirst || groups[2].count == 4 && groups[0].count <= 2 else { return nil }
    self.hasTime = hasTime
    if isYearFirst {
      guard let day = Day(year: one, month: two, day: three) else { return nil }
      (self.day, told) = (day, nil)
      return
    }
    let asDayFirst = Day(year: three, month: two, day: one)
    let asMonthFirst = Day(year: three, month: one, day: two)
    switch order {
    case .dmy:
      guard let day = asDayFirst else { return nil }
      (self.day, told) = (day, nil)
    case .mdy:
      guard let day = asMonthFirst else { return nil }
      (self.day, told) = (day, nil)
    case .ymd: return nil
    case nil:
      guard let day = asDayFirst ?? asMonthFirst,
        asDayFirst == nil || asMonthFirst == nil || asDayFirst == asMonthFirst
      else { return nil }
      (self.day, told) = (day, asDayFirst != nil ? .dmy : .mdy)
    }
  }

  /// Whether the text is a date of which nobody can say which part is the day.
  static func isEitherWay(_ text: String) -> Bool {
    WrittenDay(text) == nil && WrittenDay(text, order: .dmy) != nil
  }

  /// The order that a date leaves no doubt of: day first in `31.05.2020`; nil for one that can be
  /// two days, that is the same day in both orders, or that has the year first.
  static func order(of text: String) -> DateOrder? {
    guard let found = WrittenDay(text), let order = found.told else { return nil }
    let other = WrittenDay(text, order: order == .dmy ? .mdy : .dmy)
    return other == nil ? order : nil
  }

  /// A date with its points next to its numbers, as `4.5.2020` for `4. 5. 2020`.
  private static func joined(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(0x2E), bytes.contains(0x20) else { return bytes }
    let kept = bytes.indices.filter { at in
      bytes[at] != 0x20 || at == 0 || bytes[at - 1] != 0x2E
    }
    return kept.map { bytes[$0] }
  }

  private static let separators: Set<UInt8> = [0x2D, 0x2E, 0x2F]

  /// Whether what stands behind a date is a time other than midnight; nil where it is no time.
  private static func time(_ rest: ArraySlice<UInt8>) -> Bool? {
    guard let mark = rest.first else { return false }
    let time = rest.dropFirst().drop { $0 == 0x20 }
    guard mark == 0x20 || mark == 0x2C || mark.raised == 0x54, time.count >= 4, time.count <= 32,
      time.first?.isDigit == true, time.contains(0x3A),
      time.allSatisfy({ $0.isDigit || "+-:., ZzAaPpMm".utf8.contains($0) })
    else { return nil }
    return time.prefix { $0.isDigit || $0 == 0x3A || $0 == 0x2E }.contains {
      (0x31...0x39).contains($0)
    }
  }
}
