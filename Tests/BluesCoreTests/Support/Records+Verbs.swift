import Basics

@testable import BluesCore

/// The verbs of one record, which the program takes for several.
extension Records where R == Deliverable {
  func submit(_ code: DeliverableCode, on day: Day, note: String? = nil) throws -> Deliverable {
    try submit([code], on: day, note: note)[0]
  }

  func accept(_ code: DeliverableCode, on day: Day, note: String? = nil) throws -> Deliverable {
    try accept([code], on: day, note: note)[0]
  }

  func reject(_ code: DeliverableCode, on day: Day, note: String) throws -> Deliverable {
    try reject([code], on: day, because: note)[0]
  }

  func postpone(
    _ code: DeliverableCode, to due: Due, because reason: String, on day: Day
  ) throws -> Deliverable {
    try postpone([code], to: due, because: reason, on: day)[0]
  }
}

extension Records where R == Milestone {
  func achieve(_ code: MilestoneCode, on day: Day) throws -> Milestone {
    try achieve([code], on: day)[0]
  }

  func forecast(_ code: MilestoneCode, for day: Day) throws -> Milestone {
    try forecast([code], to: day)[0]
  }
}

extension Records where R: StatefulRecord {
  func move(_ code: R.Code, to state: R.State, on day: Day, note: String?) throws -> R {
    try move([code], to: state, on: day, note: note)[0]
  }
}
