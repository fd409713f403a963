package import Basics
internal import GRDB

/// The days of the reporting periods that are locked: what their reports say is not changed any
/// more.
struct PeriodLock {
  private let locked: [(period: Period, state: PeriodState, days: ClosedRange<Day>)]

  init(_ db: Database) throws {
    let project = try Project.fetch(db)
    let story = try PeriodStory(db)
    locked = try Period.all(db).compactMap { period in
      let state = story.state(of: period)
      return state.isLocked ? (period, state, period.days(in: project)) : nil
    }
  }

  /// Whether a day is in a locked period.
  func holds(_ day: Day) -> Bool { locked.contains { $0.days.contains(day) } }

  /// Refuses a change of what the report of a locked period says of a day.
  func refuse(_ what: String, on day: Day) throws {
    guard let found = locked.first(where: { $0.days.contains(day) }) else { return }
    throw PeriodLockProblem(what: what, period: found.period.name, state: found.state)
  }

  /// Refuses a change of what the report of a locked period says.
  func refuse(_ what: String, in period: Period) throws {
    guard let found = locked.first(where: { $0.period == period }) else { return }
    throw PeriodLockProblem(what: what, period: found.period.name, state: found.state)
  }
}

/// The refusal of a change, because the report of the period is locked.
package struct PeriodLockProblem: Problem, Equatable {
  /// What would change, such as `the state of R1`.
  package let what: String
  package let period: String
  package let state: PeriodState

  package var message: String {
    "\(period) is \(state.rawValue): \(what) cannot change."
  }

  package var hint: String? { "blues report period reopen \(period) --because \"…\"" }
  package var kind: ProblemKind { .conflict }
}
