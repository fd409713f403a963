internal import GRDB

/// A point the project reaches or misses, such as `MS2`.
package struct Milestone: Sendable, Equatable {
  package let code: MilestoneCode
  package let title: String
  package let workPackages: [WorkPackageCode]
  package let leads: [String]
  package let due: Due
  package let dueOn: Day
  package let verification: String?
  package let achievedOn: Day?
  package let forecastOn: Day?
  package let standing: Standing
}

extension Milestone {
  init(row: Row, project: Project, today: Day) throws {
    guard let code = MilestoneCode(number: row["number"]), let due = Due(row: row) else {
      throw StoreProblem.failed(detail: "a milestone in it cannot be read")
    }
    self.code = code
    title = row["title"]
    workPackages =
      (row["work_packages"] as String?)?.split(separator: " ")
      .compactMap { Int($0).flatMap { WorkPackageCode(number: $0) } } ?? []
    leads = (row["leads"] as String?)?.split(separator: "\n").map(String.init) ?? []
    self.due = due
    dueOn = due.day(projectStart: project.start)
    verification = row["verification"]
    achievedOn = row["achieved_on"]
    forecastOn = row["forecast_on"]
    standing = Standing(due: dueOn, doneOn: achievedOn, today: today)
  }
}
