package import Basics

/// Why part of the plan cannot be moved on.
package enum PlanProblem: Problem, Equatable {
  case endsBeforeStart(String)
  case alreadySubmitted(DeliverableCode, on: Day)
  case notSubmitted(DeliverableCode)
  case alreadyDecided(DeliverableCode, state: String, on: Day)
  case decidedBeforeSubmitted(DeliverableCode, on: Day, submitted: Day)
  case justificationMissing(String)
  case latenessReasonMissing(String)
  case notLate(DeliverableCode, due: Day)
  case nothingMoved(DeliverableCode)
  case sameDue(DeliverableCode, due: String)
  case alreadyAchieved(MilestoneCode, on: Day)
  /// Tasks that would each begin after the next one, the first named again at the end.
  case ring([TaskCode])

  package var message: String {
    switch self {
    case .endsBeforeStart(let code): "\(code) would end before it starts."
    case .alreadySubmitted(let code, let day): "\(code) was submitted on \(day)."
    case .notSubmitted(let code): "\(code) is not submitted, so it cannot be decided on."
    case .alreadyDecided(let code, let state, let day): "\(code) was \(state) on \(day)."
    case .decidedBeforeSubmitted(let code, let day, let submitted):
      "\(code) cannot be decided on \(day), before it was submitted on \(submitted)."
    case .justificationMissing(let code): "Postponing \(code) needs its justification."
    case .latenessReasonMissing(let code): "Justifying \(code) needs the reason."
    case .notLate(let code, let day): "\(code) is not late: it is due on \(day)."
    case .nothingMoved(let code):
      "--because says why a due date changes, but that of \(code) stays as it is."
    case .sameDue(let code, let due): "\(code) is already due \(due)."
    case .alreadyAchieved(let code, let day): "\(code) was achieved on \(day)."
    case .ring(let codes):
      "\(codes.first.map { "\($0)" } ?? "A task") would begin after itself: "
        + zip(codes, codes.dropFirst()).map { "\($0) after \($1)" }.joined(separator: ", ") + "."
    }
  }

  package var hint: String? {
    switch self {
    case .endsBeforeStart: "give --start and --end as project months, such as M1 and M12"
    case .alreadySubmitted(let code, _):
      "a submission cannot be withdrawn; blues undo reverses a mistake, blues workpackage deliverable show \(code) shows its history"
    case .notSubmitted(let code): "blues workpackage deliverable submit \(code) --on DATE"
    case .alreadyDecided(let code, _, _): "blues workpackage deliverable show \(code)"
    case .decidedBeforeSubmitted: "give the day it happened with --on"
    case .justificationMissing: "add --because \"…\"; it goes to the Agency with the report"
    case .latenessReasonMissing: "add --because \"…\"; it goes to the Agency with the report"
    case .notLate: "leave out --because, or check the day"
    case .nothingMoved: "add --due with the new month or date"
    case .sameDue: "give another month or day with --to"
    case .alreadyAchieved: "blues undo reverses a mistake"
    case .ring(let codes):
      "leave one of them out: blues workpackage task set \(codes.dropLast().last.map { "\($0)" } ?? "T1.1") --after \"\""
    }
  }

  package var kind: ProblemKind {
    switch self {
    case .alreadySubmitted, .alreadyDecided, .alreadyAchieved, .notSubmitted, .sameDue, .notLate,
      .ring:
      .conflict
    case .endsBeforeStart, .decidedBeforeSubmitted, .justificationMissing, .latenessReasonMissing,
      .nothingMoved:
      .usage
    }
  }
}
