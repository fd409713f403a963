internal import GRDB

/// The project months that a work package or a task runs through.
struct MonthSpan {
  let first: Int
  let last: Int

  /// What was given, and what stood before where nothing was.
  init(
    _ start: ProjectMonth?, _ end: ProjectMonth?, before: Row?, of code: String
  ) throws {
    let earlierFirst: Int? = before?["start_month"]
    let earlierLast: Int? = before?["end_month"]
    first = start?.number ?? earlierFirst ?? 1
    last = end?.number ?? earlierLast ?? first
    guard first <= last else { throw PlanProblem.endsBeforeStart(code) }
  }
}
