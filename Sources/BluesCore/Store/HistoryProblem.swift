package import Basics

/// Why a change cannot be taken back or brought back.
package enum HistoryProblem: Problem, Equatable {
  case nothingToUndo
  case nothingToRedo
  case unknown(Int64)
  case notAChange(Int64)
  case start(Int64)
  case alreadyUndone(Int64)
  case entangled
  /// A question about a day before the first step.
  case beforeStart(Day, first: Day)
  /// What a step changed is not written in the file as it was.
  case damaged(Int64)

  package var message: String {
    switch self {
    case .nothingToUndo: "There is nothing to undo."
    case .nothingToRedo: "There is nothing to redo: no change was undone since the last one."
    case .unknown(let id): "The history has no step \(id)."
    case .notAChange(let id): "Step \(id) is itself an undo or a redo."
    case .start(let id): "Step \(id) started the project and cannot be undone."
    case .alreadyUndone(let id): "Step \(id) is already undone."
    case .damaged(let id):
      "Step \(id) of the history is damaged: what it changed cannot be read."
    case .beforeStart(let day, let first):
      "Nothing was known on \(day): the history starts on \(first)."
    case .entangled: "Later changes depend on this step, so it cannot be undone alone."
    }
  }

  package var hint: String? {
    switch self {
    case .nothingToUndo, .nothingToRedo, .unknown, .alreadyUndone: "blues history"
    case .notAChange: "blues undo reverses the last change, blues redo restores it"
    case .start: "remove the project file instead"
    case .damaged: StoreProblem.damageHint
    case .beforeStart(_, let first): "--at \(first), or a later date"
    case .entangled: "undo the later steps first: blues history"
    }
  }

  package var kind: ProblemKind {
    switch self {
    case .unknown: .notFound
    case .damaged: .badData
    case .beforeStart: .missingInput
    default: .conflict
    }
  }
}
