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
    if let problem = problem(what, on: day) { throw problem }
  }

  /// Refuses a change of what the report of a locked period says.
  func refuse(_ what: String, in period: Period) throws {
    if let problem = problem(what, in: period.number) { throw problem }
  }

  /// Why what a report says of a day cannot change; nil where its period is open.
  func problem(_ what: String, on day: Day) -> PeriodLockProblem? {
    locked.first { $0.days.contains(day) }.map {
      PeriodLockProblem(what: what, period: $0.period.name, state: $0.state)
    }
  }

  /// Why what the report of the period of a number says cannot change; nil where it is open.
  func problem(_ what: String, in number: Int) -> PeriodLockProblem? {
    locked.first { $0.period.number == number }.map {
      PeriodLockProblem(what: what, period: $0.period.name, state: $0.state)
    }
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
