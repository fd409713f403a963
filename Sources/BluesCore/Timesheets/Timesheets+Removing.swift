internal import Basics
internal import GRDB

extension Timesheets {
  /// What was removed at once: entries of one person.
  package struct Removed: Sendable, Equatable {
    package let person: String
    package let entries: Int
    package let hours: Hours
  }

  /// Removes all entries of a person on a day, or on the days of a month and of the month itself.
  ///
  /// - Throws: `TimesheetProblem.missing` where there is none.
  package func removeAll(of person: String, on worked: WorkDate) throws -> Removed {
    try store.write { write in
      let context = try RecordContext(write.db, write.invocation, write.hooks)
      let person = try context.code(person, in: Person.target)
      let condition = "person_id = ? AND (worked_on = ? OR substr(worked_on, 1, 7) = ?)"
      let arguments: StatementArguments = [
        try context.id(person, in: Person.target), worked.text, worked.text,
      ]
      let entries = try TimesheetEntry.fetch(write.db, where: condition, arguments)
      let words = "\(person), \(worked.text)"
      guard !entries.isEmpty else { throw TimesheetProblem.missing(words) }
      try write.db.execute(
        sql: "DELETE FROM timesheet WHERE \(condition)", arguments: arguments)
      write.records("removed all hours of \(words)", affecting: [person])
      return Removed(
        person: person, entries: entries.count, hours: entries.map(\.hours).reduce(.zero, +))
    }
  }
}
