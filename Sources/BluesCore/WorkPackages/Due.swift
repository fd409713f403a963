package import Basics

/// When something is due: in a project month, which an amendment moves, or on a fixed day.
package enum Due: Sendable, Hashable {
  case month(ProjectMonth)
  case day(Day)

  /// A due month is over on its last day.
  package func day(projectStart: Day) -> Day {
    switch self {
    case .month(let month): month.lastDay(projectStart: projectStart)
    case .day(let day): day
    }
  }

  /// Reads `M18`, `18`, `month 18` or an ISO date, as the tables of a grant agreement write it.
  package init?(_ text: String) {
    if let month = ProjectMonth(listed: text) {
      self = .month(month)
    } else if let day = Day(iso: text.trimmed) {
      self = .day(day)
    } else {
      return nil
    }
  }

  package var text: String {
    switch self {
    case .month(let month): month.description
    case .day(let day): day.iso
    }
  }

  /// What is told of it: a month with the day that it means.
  package func told(_ day: Day) -> String { text == day.iso ? text : "\(text) (\(day))" }

  /// The sentence about a due date outside the project; nil inside it.
  ///
  /// The last month of the project may go on after its end.
  func doubt(of code: some RecordCode, in project: Project) -> String? {
    switch self {
    case .month(let month) where month.number > project.months:
      "\(code) is due in \(month), after the project's end on \(project.end)."
    case .day(let day) where day > project.end:
      "\(code) is due on \(day), after the project's end on \(project.end)."
    case .day(let day) where day < project.start:
      "\(code) is due on \(day), before the project's start on \(project.start)."
    case .month, .day: nil
    }
  }

  var monthNumber: Int? {
    guard case .month(let month) = self else { return nil }
    return month.number
  }

  var fixedDay: Day? {
    guard case .day(let day) = self else { return nil }
    return day
  }
}
