internal import Basics

/// Reads the dates of a column in the one order that the whole column is written in.
package struct DateColumn: Sendable, Equatable {
  /// Nil until the cells have told it; then only dates with the year first are read.
  package let order: DateOrder?

  package init(order: DateOrder?) {
    self.order = order
  }

  /// Why the cells do not tell the order of day and month.
  enum Undecided: Error, Equatable {
    /// Every date can be read either way.
    case either
    /// Some can only be read one way, and some only the other.
    case both

    var sentence: String {
      switch self {
      case .either:
        "each of the first dates can be read as day, month, year and as month, day, year."
      case .both:
        "of the first dates some can only be day, month, year and some only month, day, year."
      }
    }

    var hint: String {
      switch self {
      case .either: "write dates = \"dmy\" or dates = \"mdy\""
      case .both: "write the order of most; rows with other dates go to the rejects file"
      }
    }
  }

  /// The date in ISO form; nil when the text is no date in this order.
  ///
  /// A year of four digits in front is read as such whatever the order.
  func iso(_ text: String) -> String? {
    guard let parts = Self.parts(text) else { return nil }
    let day: Day?
    if parts.isYearFirst {
      day = Day(year: parts.first, month: parts.second, day: parts.third)
    } else {
      switch order {
      case .dmy: day = Day(year: parts.third, month: parts.second, day: parts.first)
      case .mdy: day = Day(year: parts.third, month: parts.first, day: parts.second)
      case .ymd, nil: day = nil
      }
    }
    return day.map { "\($0)" }
  }

  /// The order that a part beyond twelve fixes; nil when no date has its year at the end.
  static func order(of cells: [String]) throws(Undecided) -> DateOrder? {
    let dates = cells.compactMap(parts).filter { !$0.isYearFirst }
    guard !dates.isEmpty else { return nil }
    let dayFirst = dates.contains { $0.first > 12 }
    let monthFirst = dates.contains { $0.second > 12 }
    if dayFirst, monthFirst { throw .both }
    if !dayFirst, !monthFirst { throw .either }
    return dayFirst ? .dmy : .mdy
  }

  /// Three numbers of a date with what stands between them: a year of four digits is at one end.
  private struct Parts {
    let first, second, third: Int
    let isYearFirst: Bool
  }

  private static func parts(_ text: String) -> Parts? {
    let bytes = text.utf8.filter { !$0.isBlank }
    let groups = bytes.split(omittingEmptySubsequences: false) { separators.contains($0) }
    guard groups.count == 3, let first = wholeNumber(groups[0]),
      let second = wholeNumber(groups[1]), let third = wholeNumber(groups[2])
    else { return nil }
    let isYearFirst = groups[0].count == 4
    guard isYearFirst != (groups[2].count == 4), groups[1].count <= 2,
      groups[isYearFirst ? 2 : 0].count <= 2
    else { return nil }
    return Parts(first: first, second: second, third: third, isYearFirst: isYearFirst)
  }

  private static let separators: Set<UInt8> = [0x2D, 0x2E, 0x2F]
}
