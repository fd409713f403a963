internal import Basics
internal import GRDB

extension Timesheets {
  /// The hours outside the action, which no statement counts: those before it for the days that begin
  /// with it, those after it for the days that end with it.
  func outsideAction(by days: ClosedRange<Day>) throws -> [EffortFinding] {
    try store.read { db in
      let project = try Project.fetch(db)
      var conditions: [String] = []
      var arguments = StatementArguments()
      if days.lowerBound <= project.start {
        conditions.append("worked_on < ?")
        arguments += [project.start.iso]
      }
      if days.upperBound >= project.end {
        conditions.append("worked_on > ?")
        arguments += [project.end.iso]
      }
      guard !conditions.isEmpty else { return [] }
      var checks = try EffortChecks(db)
      return try checks.run(where: conditions.joined(separator: " OR "), arguments).filter {
        $0.breach.rule == "action-dates"
      }
    }
  }
}
