/// Why part of the plan cannot be found, added or moved on.
package enum PlanProblem: Problem, Equatable {
  case unknown(String, noun: String, near: [String], add: String)
  case taken(String)
  case endsBeforeStart(String)
  case alreadySubmitted(DeliverableCode, on: Day)
  case notSubmitted(DeliverableCode)
  case alreadyDecided(DeliverableCode, state: String, on: Day)
  case decidedBeforeSubmitted(DeliverableCode, on: Day, submitted: Day)
  case inTheFuture(String, on: Day, today: Day)
  case justificationMissing(String)
  case sameDue(DeliverableCode, due: String)
  case alreadyAchieved(MilestoneCode, on: Day)
  case unknownValue(String, of: String, known: [String])
  case nothingToSet(String)
  case hasParts(String, count: Int)

  package var message: String {
    switch self {
    case .unknown(let code, let noun, _, _): "There is no \(noun) \(code)."
    case .taken(let code): "There is already \(code)."
    case .endsBeforeStart(let code): "\(code) would end before it starts."
    case .alreadySubmitted(let code, let day): "\(code) was submitted on \(day)."
    case .notSubmitted(let code): "\(code) is not submitted, so it cannot be decided on."
    case .alreadyDecided(let code, let state, let day): "\(code) was \(state) on \(day)."
    case .decidedBeforeSubmitted(let code, let day, let submitted):
      "\(code) cannot be decided on \(day), before it was submitted on \(submitted)."
    case .inTheFuture(let code, let day, let today):
      "\(code) cannot have happened on \(day): today is \(today)."
    case .justificationMissing(let code): "Postponing \(code) needs its justification."
    case .sameDue(let code, let due): "\(code) is already due \(due)."
    case .alreadyAchieved(let code, let day): "\(code) was achieved on \(day)."
    case .unknownValue(let value, let field, _): "\"\(value)\" is no \(field)."
    case .nothingToSet: "Nothing was given to change."
    case .hasParts(let code, let count):
      "\(code) still has tasks, deliverables or milestones: \(count)."
    }
  }

  package var hint: String? {
    switch self {
    case .unknown(_, _, let near, let add):
      near.isEmpty ? add : "did you mean \(near.joined(separator: " or "))?"
    case .taken(let code): "change it with set \(code), or choose another number"
    case .endsBeforeStart: "give --start and --end as project months, such as M1 and M12"
    case .alreadySubmitted(let code, _):
      "a submission cannot be withdrawn; blues undo takes back a slip, "
        + "blues workpackage deliverable show \(code) tells the story"
    case .notSubmitted(let code): "blues workpackage deliverable submit \(code) --on DATE"
    case .alreadyDecided(let code, _, _): "blues workpackage deliverable show \(code)"
    case .decidedBeforeSubmitted, .inTheFuture: "give the day it happened with --on"
    case .justificationMissing: "add --because \"…\"; it goes to the Agency with the report"
    case .sameDue: "give another month or day with --to"
    case .alreadyAchieved: "blues undo takes back a slip"
    case .unknownValue(let value, _, let known):
      if let near = EditDistance.nearest(to: value, in: known).first {
        "did you mean \(near)? known: \(known.joined(separator: ", "))"
      } else {
        "known: \(known.joined(separator: ", "))"
      }
    case .nothingToSet(let command): "see \(command) --help"
    case .hasParts: "remove those first"
    }
  }

  package var kind: ProblemKind {
    switch self {
    case .unknown: .notFound
    case .taken, .alreadySubmitted, .alreadyDecided, .alreadyAchieved, .notSubmitted, .sameDue,
      .hasParts:
      .conflict
    default: .usage
    }
  }
}
