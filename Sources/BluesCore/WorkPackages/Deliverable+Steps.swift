package import Basics
internal import GRDB

extension Records where R == Deliverable {
  /// Records that the coordinator submitted a deliverable; also again after a rejection.
  package func submit(_ code: DeliverableCode, on day: Day, note: String? = nil) throws
    -> Deliverable
  {
    try happened(code, on: day) { write, id, now in
      switch now.state {
      case .pending, .rejected: break
      case .submitted, .accepted:
        throw PlanProblem.alreadySubmitted(code, on: now.submittedOn ?? day)
      }
      try write.db.execute(
        sql: """
          UPDATE deliverable SET state = 'submitted', submitted_on = ?, decided_on = NULL
          WHERE id = ?
          """,
        arguments: [day, id])
      try Deliverable.record("submitted", of: id, on: day, note: note, write)
      return "submitted \(code) on \(day)"
    }
  }

  /// Records the Agency's acceptance.
  package func accept(_ code: DeliverableCode, on day: Day, note: String? = nil) throws
    -> Deliverable
  {
    try decide(code, .accepted, on: day, note: note)
  }

  /// Records that the Agency asks for a revision.
  package func reject(_ code: DeliverableCode, on day: Day, note: String) throws -> Deliverable {
    try decide(code, .rejected, on: day, note: note)
  }

  private func decide(
    _ code: DeliverableCode, _ verdict: Deliverable.State, on day: Day, note: String?
  ) throws -> Deliverable {
    try happened(code, on: day) { write, id, now in
      switch now.state {
      case .submitted: break
      case .pending: throw PlanProblem.notSubmitted(code)
      case .accepted, .rejected:
        throw PlanProblem.alreadyDecided(
          code, state: now.state.rawValue, on: now.decidedOn ?? day)
      }
      if let submitted = now.submittedOn, day < submitted {
        throw PlanProblem.decidedBeforeSubmitted(code, on: day, submitted: submitted)
      }
      try write.db.execute(
        sql: "UPDATE deliverable SET state = ?, decided_on = ? WHERE id = ?",
        arguments: [verdict.rawValue, day, id])
      try Deliverable.record(verdict.rawValue, of: id, on: day, note: note, write)
      return "\(verdict.rawValue) \(code) on \(day)"
    }
  }

  /// Moves the due date of what is still owed, with the justification the Agency is given.
  package func postpone(
    _ code: DeliverableCode, to due: Due, because justification: String, on day: Day
  ) throws -> Deliverable {
    guard !justification.trimmed.isEmpty else {
      throw PlanProblem.justificationMissing(code.description)
    }
    return try happened(code, on: day) { write, id, now in
      if now.state == .submitted || now.state == .accepted {
        throw PlanProblem.alreadySubmitted(code, on: now.submittedOn ?? day)
      }
      guard due != now.due else { throw PlanProblem.sameDue(code, due: due.text) }
      try write.db.execute(
        sql: "UPDATE deliverable SET due_month = ?, due_day = ? WHERE id = ?",
        arguments: [due.monthNumber, due.fixedDay, id])
      try Deliverable.record(
        "postponed", of: id, on: day, note: justification, from: now.due, to: due, write)
      return "postponed \(code) from \(now.due.text) to \(due.text)"
    }
  }

  private func happened(
    _ code: DeliverableCode, on day: Day,
    _ change: (Transaction, Int64, Deliverable) throws -> String
  ) throws -> Deliverable {
    let today = store.invocation.today
    guard day <= today else {
      throw RecordProblem.inTheFuture(code.description, on: day, today: today)
    }
    return try step(code, change)
  }
}

extension Deliverable {
  /// Adds a line to what happened to a deliverable.
  static func record(
    _ step: String, of id: Int64, on day: Day, note: String?, from: Due? = nil, to: Due? = nil,
    _ write: Transaction
  ) throws {
    try write.db.execute(
      sql: """
        INSERT INTO deliverable_step
          (id, deliverable_id, step, happened_on, old_due, new_due, note)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [write.nextID("deliverable_step"), id, step, day, from?.text, to?.text, note])
  }
}
