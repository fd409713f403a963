internal import Basics

/// How the reporting periods lie in the project: what no period holds, and what is past its end.
package struct PeriodSpans: Sendable {
  private let project: Project
  private let periods: [Period]

  package init(_ periods: [Period], in project: Project) {
    self.project = project
    self.periods = periods.sorted { $0.startMonth < $1.startMonth }
  }

  /// What may be a slip in the months, a sentence each with the days.
  ///
  /// The days behind the last period are no slip while its successor may still be added.
  package func doubts(isComplete: Bool = false) -> [String] {
    holes(isComplete: isComplete).map { "No period holds \($0.lowerBound) to \($0.upperBound)." }
      + pastEnd
  }

  /// The days of the project that are in no period.
  private func holes(isComplete: Bool) -> [ClosedRange<Day>] {
    var holes: [ClosedRange<Day>] = []
    var next = project.start
    for period in periods {
      let days = period.days(in: project)
      if days.lowerBound > next { holes.append(next...days.lowerBound.adding(days: -1)) }
      next = max(next, days.upperBound.adding(days: 1))
    }
    if isComplete, !periods.isEmpty, next <= project.end { holes.append(next...project.end) }
    return holes
  }

  /// The periods with whole months that the project no longer has.
  private var pastEnd: [String] {
    periods.filter { $0.endMonth.number > project.months }.map { period in
      "\(period.name) ends on \(period.days(in: project).upperBound), after the project ends on "
        + "\(project.end)."
    }
  }
}
