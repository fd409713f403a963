package import Basics
internal import GRDB

extension Records where R == Deliverable {
  /// Records that the coordinator submitted deliverables; also again after a rejection.
  ///
  /// What is late may be justified at once.
  package func submit(
    _ codes: [DeliverableCode], on day: Day, note: String? = nil, because reason: String? = nil,
    evidence: EvidenceFile? = nil
  ) throws -> [Deliverable] {
    try refuseEmpty(reason, codes)
    return try happened(
      codes, on: day, evidence: evidence, told: { "submitted \($0) on \(day)" }
    ) { write, id, now in
      switch now.state {
      case .pending, .rejected: break
      case .submitted, .accepted:
        throw PlanProblem.alreadySubmitted(now.code, on: now.submittedOn ?? day)
      }
      try write.db.execute(
        sql: """
          UPDATE deliverable SET state = 'submitted', submitted_on = ?, decided_on = NULL
          WHERE id = ?
          """,
        arguments: [day, id])
      try Deliverable.record("submitted", of: id, on: day, note: note, write)
      guard let reason else { return }
      guard day > now.dueOn else { throw PlanProblem.notLate(now.code, due: now.dueOn) }
      try Deliverable.justify(id, reason, on: day, write)
    }
  }

  /// Keeps why deliverables are late, or were submitted late, as the Agency is told.
  package func justify(
    _ codes: [DeliverableCode], because reason: String, on day: Day
  ) throws -> [Deliverable] {
    try refuseEmpty(reason, codes)
    return try happened(codes, on: day, told: { "justified \($0)" }) { write, id, now in
      guard now.standing.daysLate != nil else {
        throw PlanProblem.notLate(now.code, due: now.dueOn)
      }
      try PeriodLock(write.db).refuse("the justification of \(now.code)", on: now.dueOn)
      try Deliverable.justify(id, reason, on: day, write)
    }
  }

  /// What was due by the end of some days, is or was late, and has no justification yet.
  ///
  /// A reporting period asks for it before it is locked.
  package func unjustified(by day: Day) throws -> [Deliverable] {
    try all().filter {
      $0.dueOn <= day && $0.standing.daysLate != nil && $0.justification == nil
    }
  }

  private func refuseEmpty(_ reason: String?, _ codes: [DeliverableCode]) throws {
    guard let reason, CellText.trimmed(reason).isEmpty else { return }
    throw PlanProblem.latenessReasonMissing(codes.map(\.description).joined(separator: ", "))
  }

  /// Records the Agency's acceptance.
  package func accept(
    _ codes: [DeliverableCode], on day: Day, note: String? = nil
  ) throws -> [Deliverable] {
    try decide(codes, .accepted, on: day, note: note)
  }

  /// Records that the Agency asks for a revision.
  package func reject(
    _ codes: [DeliverableCode], on day: Day, because note: String
  ) throws -> [Deliverable] {
    try decide(codes, .rejected, on: day, note: note)
  }

  private func decide(
    _ codes: [DeliverableCode], _ verdict: Deliverable.State, on day: Day, note: String?
  ) throws -> [Deliverable] {
    try happened(codes, on: day, told: { "\(verdict.rawValue) \($0) on \(day)" }) {
      write, id, now in
      switch now.state {
      case .submitted: break
      case .pending: throw PlanProblem.notSubmitted(now.code)
      case .accepted, .rejected:
        throw PlanProblem.alreadyDecided(
          now.code, state: now.state.rawValue, on: now.decidedOn ?? day)
      }
      if let submitted = now.submittedOn, day < submitted {
        throw PlanProblem.decidedBeforeSubmitted(now.code, on: day, submitted: submitted)
      }
      try write.db.execute(
        sql: "UPDATE deliverable SET state = ?, decided_on = ? WHERE id = ?",
        arguments: [verdict.rawValue, day, id])
      try Deliverable.record(verdict.rawValue, of: id, on: day, note: note, write)
    }
  }

  /// Moves the due date of what is still owed, with the justification the Agency is given.
  package func postpone(
    _ codes: [DeliverableCode], to due: Due, because justification: String, on day: Day
  ) throws -> [Deliverable] {
    guard !justification.trimmed.isEmpty else {
      throw PlanProblem.justificationMissing(
        codes.map(\.description).joined(separator: ", "))
    }
    var old: [String] = []
    return try happened(
      codes, on: day,
      told: { "postponed \($0) from \(old.joined(separator: ", ")) to \(due.text)" }
    ) { write, id, now in
      if now.state == .submitted || now.state == .accepted {
        throw PlanProblem.alreadySubmitted(now.code, on: now.submittedOn ?? day)
      }
      guard due != now.due else { throw PlanProblem.sameDue(now.code, due: due.text) }
      try write.db.execute(
        sql: "UPDATE deliverable SET due_month = ?, due_day = ? WHERE id = ?",
        arguments: [due.monthNumber, due.fixedDay, id])
      try Deliverable.record(
        "postponed", of: id, on: day, note: justification, from: now.due, to: due, write)
      if !old.contains(now.due.text) { old.append(now.due.text) }
    }
  }

  private func happened(
    _ codes: [DeliverableCode], on day: Day, evidence: EvidenceFile? = nil,
    told: (String) -> String, _ change: (Transaction, Int64, Deliverable) throws -> Void
  ) throws -> [Deliverable] {
    if let code = codes.first { try store.checkHappened(code.description, on: day) }
    return try step(codes, evidence: evidence, told: told, change)
  }
}

extension Deliverable {
  fileprivate static func justify(
    _ id: Int64, _ reason: String, on day: Day, _ write: Transaction
  ) throws {
    let reason = CellText.trimmed(reason)
    try write.db.execute(
      sql: "UPDATE deliverable SET justification = ? WHERE id = ?", arguments: [reason, id])
    try record("justified", of: id, on: day, note: reason, write)
  }

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
