internal import GRDB

/// A document or thing owed to the Agency, such as `D3.1`.
package struct Deliverable: Sendable, Equatable {
  /// What was recorded of it; never inferred from the calendar.
  package enum State: String, Sendable, CaseIterable {
    case pending, submitted, accepted, rejected
  }

  package let code: DeliverableCode
  package let title: String
  package let description: String?
  package let lead: String?
  package let type: String?
  package let level: String?
  package let due: Due
  package let dueOn: Day
  package let state: State
  package let submittedOn: Day?
  package let decidedOn: Day?
  package let standing: Standing

  package var isLate: Bool { standing.isLate }
}

extension Deliverable {
  init(row: Row, project: Project, today: Day) throws {
    guard let package = WorkPackageCode(number: row["work_package"]),
      let code = DeliverableCode(workPackage: package, number: row["number"]),
      let due = Due(row: row), let state = State(rawValue: row["state"])
    else { throw StoreProblem.failed(detail: "a deliverable in it cannot be read") }
    self.code = code
    title = row["title"]
    description = row["description"]
    lead = row["lead"]
    type = row["type"]
    level = row["level"]
    self.due = due
    dueOn = due.day(projectStart: project.start)
    self.state = state
    submittedOn = row["submitted_on"]
    decidedOn = row["decided_on"]
    let isOwed = state == .pending || state == .rejected
    standing = Standing(due: dueOn, doneOn: isOwed ? nil : submittedOn, today: today)
  }
}

/// One thing that happened to a deliverable.
package struct DeliverableStep: Sendable, Equatable {
  package let step: String
  package let on: Day
  package let oldDue: String?
  package let newDue: String?
  package let note: String?
}
