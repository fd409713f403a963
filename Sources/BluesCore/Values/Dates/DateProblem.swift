package import Basics

/// Why a text names no day.
package enum DateProblem: Problem, Equatable {
  case notADate(String)
  case noSuchMonth(String, month: Int)
  case noSuchDay(String, day: Int, month: Int, year: Int)
  /// A numeric date whose order of day and month nobody has said.
  case orderUnknown(String, likely: DateOrder)
  case shortYear(String)
  case noProjectStart(String)
  case noSuchProjectMonth(String)
  case unknownPeriod(String, known: [String])
  /// A period where its start or its end was meant.
  case edgeMissing(String)
  case outOfRange(String)

  package var message: String {
    switch self {
    case .notADate(let text): "Not a date: \(text)."
    case .noSuchMonth(let text, let month): "Not a date: \(text). Month \(month) does not exist."
    case .noSuchDay(let text, let day, let month, let year):
      day < 1
        ? "Not a date: \(text). Day \(day) does not exist."
        : "Not a date: \(text). \(Day.monthNames[month - 1]) \(year) has "
          + "\(Day.length(ofMonth: month, year: year)) days."
    case .orderUnknown(let text, _): "\(text) does not say which part is the day."
    case .shortYear(let text): "\(text) does not say the century."
    case .noProjectStart(let text): "\(text) counts from the project's start, which is not set."
    case .noSuchProjectMonth(let text): "Not a project month: \(text). They run from M1 to M999."
    case .unknownPeriod(let text, _): "Unknown reporting period: \(text)."
    case .edgeMissing(let text): "\(text) is a span of days, not one day."
    case .outOfRange(let text): "\(text) is outside the years 1 to 9999."
    }
  }

  package var hint: String? {
    switch self {
    case .notADate: "Write 2026-06-30, today, +2w, eom, M18 or RP1.end."
    case .noSuchMonth, .noSuchDay: "Write year-month-day, such as 2026-06-30."
    case .orderUnknown(let text, let likely):
      "Add --date-order \(likely.rawValue), or write year-month-day instead of \(text)."
    case .shortYear: "Write the year with four digits."
    case .noProjectStart: "Set the project's start first, or write year-month-day."
    case .noSuchProjectMonth: "Write M1 for the first month of the project."
    case .unknownPeriod(_, let known):
      known.isEmpty
        ? "No reporting periods are set." : "Known periods: \(known.joined(separator: ", "))."
    case .edgeMissing(let text): "Write \(text).start or \(text).end."
    case .outOfRange: nil
    }
  }

  package var kind: ProblemKind { .usage }
}

/// The order in which a numeric date such as 30.06.2026 is written.
package enum DateOrder: String, Sendable, CaseIterable {
  case dmy, mdy, ymd

  /// The order in words, as it follows "read as".
  package var words: String {
    switch self {
    case .dmy: "day, month, year"
    case .mdy: "month, day, year"
    case .ymd: "year, month, day"
    }
  }
}
