internal import Basics

/// A date in three numbers, such as 30.06.2026, whose order only its writer knows.
struct NumericDate: Hashable, Sendable {
  private let text: String
  private let one: Int
  private let two: Int
  private let three: Int
  private let yearFirst: Bool

  init(text: String, parts: (Int, Int, Int), yearFirst: Bool) {
    self.text = text
    (one, two, three) = parts
    self.yearFirst = yearFirst
  }

  /// The day it means in the order it was written in; one that can be only one day needs none.
  func day(in order: DateOrder?) throws(DateProblem) -> Day {
    guard let order else {
      if let only = WrittenDay(text) { return only.day }
      let likely: DateOrder = yearFirst ? .ymd : two > 12 ? .mdy : .dmy
      // The year stands first, or one part can be no month: the order is known, and there is no such
      // day.
      guard !yearFirst, one <= 12, two <= 12 else { return try day(in: likely) }
      throw .orderUnknown(text, likely: likely)
    }
    guard yearFirst == (order == .ymd) else { throw .notADate(text) }
    guard yearFirst || three > 99 else { throw .shortYear(text) }
    return switch order {
    case .dmy: try Day(checking: text, year: three, month: two, day: one)
    case .mdy: try Day(checking: text, year: three, month: one, day: two)
    case .ymd: try Day(checking: text, year: one, month: two, day: three)
    }
  }
}

extension Day {
  /// The day of a typed date; what there is not is told with the text.
  init(checking text: String, year: Int, month: Int, day: Int) throws(DateProblem) {
    guard (1...9999).contains(year) else { throw .outOfRange(text) }
    guard (1...12).contains(month) else { throw .noSuchMonth(text, month: month) }
    guard let found = Day(year: year, month: month, day: day) else {
      throw .noSuchDay(text, day: day, month: month, year: year)
    }
    self = found
  }
}
