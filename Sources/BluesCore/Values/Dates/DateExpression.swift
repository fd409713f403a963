package import Basics

/// A day as people type it: a date, a word, an offset, a project month or the edge of a period.
///
/// Any of them may be followed by offsets: `eom+2w`, `M18.start-1d`, `RP1.end+60d`. A project
/// month alone means its last day, as due months do.
package struct DateExpression: Hashable, Sendable {
  /// The text as it was typed.
  package let text: String
  let anchor: Anchor
  let offsets: [Offset]

  /// The first or the last day of something.
  enum Edge: Hashable, Sendable { case start, end }
  /// A stretch of the calendar around today.
  enum Span: Hashable, Sendable { case week, month, quarter, year }
  /// What an offset is counted in.
  enum Unit: Hashable, Sendable { case day, week, month, year }

  /// A step forward, or back when negative.
  struct Offset: Hashable, Sendable {
    let count: Int
    let unit: Unit
  }

  /// What the offsets count from.
  enum Anchor: Hashable, Sendable {
    case day(Day)
    case numeric(NumericDate)
    case fromToday(Int)
    case edge(Edge, Span)
    case projectMonth(ProjectMonth, Edge)
    case period(String, Edge?)
  }

  /// Reads an expression; the order of numeric dates other than ISO is asked when it is resolved.
  package init(_ text: String) throws(DateProblem) {
    self.text = text.trimmed
    (anchor, offsets) = try DateReading(text: self.text).read()
  }
}

/// What a date expression is counted from.
package struct DateContext: Sendable {
  package let today: Day
  package let projectStart: Day?
  /// The reporting periods by name, such as `RP1`.
  package let periods: [String: ClosedRange<Day>]
  /// How numeric dates other than ISO are written; nil where nobody said.
  package let order: DateOrder?
  /// Takes what is to be told of days that are a date in one order alone.
  let remarks: DayRemarks?

  package init(
    today: Day, projectStart: Day? = nil, periods: [String: ClosedRange<Day>] = [:],
    order: DateOrder? = nil, remarks: DayRemarks? = nil
  ) {
    self.remarks = remarks
    self.today = today
    self.projectStart = projectStart
    self.periods = periods
    self.order = order
  }
}

extension DateExpression {
  /// The day the expression means.
  package func resolve(in context: DateContext) throws(DateProblem) -> Day {
    var day = try start(in: context)
    for offset in offsets {
      switch offset.unit {
      case .day: day = day.adding(days: offset.count)
      case .week: day = day.adding(days: offset.count * 7)
      case .month: day = day.adding(months: offset.count)
      case .year: day = day.adding(months: offset.count * 12)
      }
    }
    guard offsets.isEmpty || (day > Day(number: .min) && day < Day(number: .max)) else {
      throw .outOfRange(text)
    }
    return day
  }

  private func start(in context: DateContext) throws(DateProblem) -> Day {
    switch anchor {
    case .day(let day): return day
    case .numeric(let date):
      let day = try date.day(in: context.order)
      if context.order == nil, let order = WrittenDay(text)?.told {
        context.remarks?.add(
          "\(text) is read as \(day): \(order.words) is the only possible order.")
      }
      return day
    case .fromToday(let days): return context.today.adding(days: days)
    case .edge(let edge, let span): return context.today.edge(edge, of: span)
    case .projectMonth(let month, let edge):
      guard let start = context.projectStart else { throw .noProjectStart(text) }
      return edge == .start
        ? month.firstDay(projectStart: start) : month.lastDay(projectStart: start)
    case .period(let name, let edge):
      let periods = context.periods
      guard let period = periods.first(where: { $0.key.asciiRaised == name })?.value else {
        throw .unknownPeriod(name, known: periods.keys.sorted())
      }
      guard let edge else { throw .edgeMissing(name) }
      return edge == .start ? period.lowerBound : period.upperBound
    }
  }
}

extension Day {
  /// The first or last day of the week, month, quarter or year around this day.
  func edge(_ edge: DateExpression.Edge, of span: DateExpression.Span) -> Day {
    let months: Int
    switch span {
    case .week:
      return adding(days: edge == .start ? 1 - weekday.rawValue : 7 - weekday.rawValue)
    case .month: months = 1
    case .quarter: months = 3
    case .year: months = 12
    }
    let first = firstOfMonth.adding(months: -((month - 1) % months))
    return edge == .start ? first : first.adding(months: months - 1).lastOfMonth
  }
}
