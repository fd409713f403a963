extension Deliverable {
  /// States are taken from a list only with the day they happened.
  ///
  /// The day it was sent, told again, says nothing against a decision made since.
  static func checkState(
    _ deliverable: inout Deliverable, _ was: Deliverable?, _ said: Changes
  ) throws {
    let earlier = was?.submittedOn
    let sent = said.says("submitted_on") ? deliverable.submittedOn : nil
    let decided = said.says("decided_on") ? deliverable.decidedOn : nil
    guard said.says("state") || sent != nil, said.says("state") || sent != earlier else {
      deliverable.state = was?.state ?? .pending
      deliverable.submittedOn = earlier
      deliverable.decidedOn = was?.decidedOn
      return
    }
    let settled = said.says("state") ? deliverable.state : .submitted
    if settled == .pending {
      guard earlier == nil else {
        throw Refusal(
          "state", rule: "state",
          expected: "submitted or a decision, because a submission cannot be withdrawn")
      }
      deliverable.submittedOn = nil
      deliverable.decidedOn = nil
      return
    }
    guard let day = sent ?? earlier else {
      throw Refusal(
        "submitted_on", rule: "date", expected: "the day \(settled.rawValue) work was sent")
    }
    if settled != .submitted, decided == nil {
      throw Refusal(
        "decided_on", rule: "date", expected: "the day it was \(settled.rawValue)")
    }
    deliverable.state = settled
    deliverable.submittedOn = day
    deliverable.decidedOn = settled == .submitted ? nil : decided
  }

  /// What a list says to have happened leaves its line in the story, and so does another due date.
  static func follow(
    _ was: Deliverable?, _ now: Deliverable, _ id: Int64, _ write: Transaction
  ) throws {
    let today = write.invocation.today
    if let was, was.due != now.due {
      try record(
        "postponed", of: id, on: today, note: now.dueReason, from: was.due, to: now.due, write)
    }
    if let reason = now.justification, reason != was?.justification {
      try record("justified", of: id, on: today, note: reason, write)
    }
    if let sent = now.submittedOn, sent != was?.submittedOn {
      try record("submitted", of: id, on: sent, note: nil, write)
    }
    if let ruling = now.decidedOn, now.state != was?.state || ruling != was?.decidedOn {
      try record(now.state.rawValue, of: id, on: ruling, note: nil, write)
    }
  }
}
