internal import GRDB

/// A part of the work, led by one partner, from one project month to another.
package struct WorkPackage: Sendable, Equatable {
  package let code: WorkPackageCode
  package let title: String
  package let lead: String?
  package let startMonth: ProjectMonth
  package let endMonth: ProjectMonth
  package let participants: String?
  package let objectives: String?
  package let deliverables: Int
  package let delivered: Int
  package let late: Int
  package let startsOn: Day
  package let endsOn: Day
}

extension WorkPackage {
  init(row: Row, project: Project, deliverables: Int, delivered: Int, late: Int) throws {
    guard let code = WorkPackageCode(number: row["number"]),
      let start = ProjectMonth(number: row["start_month"]),
      let end = ProjectMonth(number: row["end_month"])
    else { throw StoreProblem.failed(detail: "a work package in it cannot be read") }
    self.code = code
    title = row["title"]
    lead = row["lead"]
    startMonth = start
    endMonth = end
    participants = row["participants"]
    objectives = row["objectives"]
    self.deliverables = deliverables
    self.delivered = delivered
    self.late = late
    startsOn = start.firstDay(projectStart: project.start)
    endsOn = end.lastDay(projectStart: project.start)
  }
}
