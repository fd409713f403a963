internal import Basics

extension Store {
  /// Checks the day on which something is said to have happened to a record: it is not to come, and
  /// a day before the project starts is told.
  ///
  /// - Throws: `RecordProblem.inTheFuture`.
  func checkHappened(_ code: String, on day: Day) throws {
    let today = invocation.today
    guard day <= today else { throw RecordProblem.inTheFuture(code, on: day, today: today) }
    let start = try project.overview().project.start
    guard day < start else { return }
    invocation.remarks.add(
      "Warning: \(code): \(day) is before the project starts on \(start).")
  }
}
