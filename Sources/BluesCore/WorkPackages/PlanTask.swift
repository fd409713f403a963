internal import GRDB

/// A task of a work package, such as `T3.2`.
package struct PlanTask: Sendable, Equatable {
  package let code: TaskCode
  package let title: String
  package let lead: String?
  package let startMonth: ProjectMonth
  package let endMonth: ProjectMonth
  package let startsOn: Day
  package let endsOn: Day
}

extension PlanTask {
  init(row: Row, project: Project) throws {
    guard let package = WorkPackageCode(number: row["work_package"]),
      let code = TaskCode(workPackage: package, number: row["number"]),
      let start = ProjectMonth(number: row["start_month"]),
      let end = ProjectMonth(number: row["end_month"])
    else { throw StoreProblem.failed(detail: "a task in it cannot be read") }
    self.code = code
    title = row["title"]
    lead = row["lead"]
    startMonth = start
    endMonth = end
    startsOn = start.firstDay(projectStart: project.start)
    endsOn = end.lastDay(projectStart: project.start)
  }
}
