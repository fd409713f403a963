internal import Basics

/// The days on which a cost can be incurred: those of the action, travel to the kick-off shortly before
/// it, and the final report shortly after it.
struct EligibleDays: Sendable {
  private let action: ClosedRange<Day>
  /// The days after the end on which costs of the final report are eligible.
  private let daysAfterEnd: Int
  /// The days before the start on which travel to the kick-off is eligible, and its category.
  private let daysBeforeStart: Int
  private let travel: String

  init(_ project: Project, _ book: RuleBook) throws {
    action = project.start...project.end
    daysAfterEnd = try book.rule("costs-after-end").whole("days")
    let kickOff = try book.rule("travel-before-start")
    (daysBeforeStart, travel) = (try kickOff.whole("days"), try kickOff.text("category"))
  }

  /// Whether a cost of a category can be incurred on a day.
  func contain(_ day: Day, _ category: String) -> Bool {
    if day < action.lowerBound {
      return category == travel && day >= action.lowerBound.adding(days: -daysBeforeStart)
    }
    return day <= action.upperBound.adding(days: daysAfterEnd)
  }
}

/// A cost outside the action, which no statement counts.
struct OutsideCost: Sendable, Equatable {
  let source: String
  let partner: String
  /// The period that would declare it.
  let period: String
}
