package import Basics

/// Why a change cannot be taken back or brought back.
package enum HistoryProblem: Problem, Equatable {
  case nothingToUndo
  case nothingToRedo
  case unknown(Int64)
  case notAChange(Int64)
  case start(Int64)
  /// An erasure, or a step of which it left nothing.
  case final(Int64)
  /// A step, and a later one that erased a person.
  case beforeErasure(Int64, by: Int64)
  /// Data of persons went out by it.
  case givenOut(Int64)
  /// Parcels were sent or received by it, or a project was shared.
  case shared(Int64)
  case alreadyUndone(Int64)
  /// A question about a day before the first step.
  case beforeStart(Day, first: Day)
  /// The later steps that depend on it, as far as they are found; else the step that was undone after
  /// it, which a redo brings back.
  case entangled(by: [Int64], undone: Int64? = nil)
  /// Everything that the step changed was changed again, by later steps.
  case nothingUndone(LaterChanges)
  /// What a step changed is not written in the file as it was.
  case damaged(Int64)

  package var message: String {
    switch self {
    case .nothingToUndo: "There is nothing to undo."
    case .nothingToRedo: "There is nothing to redo: no change was undone since the last one."
    case .unknown(let id): "The history has no step \(id)."
    case .notAChange(let id): "Step \(id) is itself an undo or a redo."
    case .start(let id): "Step \(id) started the project and cannot be undone."
    case .final(let id): "Step \(id) cannot be undone: a person was erased."
    case .beforeErasure(let id, let erasure):
      "Step \(id) cannot be undone or redone: step \(erasure) erased a person after it, and what an "
        + "erasure took cannot be undone."
    case .givenOut(let id): "Step \(id) cannot be undone: the data were given out."
    case .shared(let id):
      "Step \(id) cannot be undone: other copies of the project know of it."
    case .alreadyUndone(let id): "Step \(id) is already undone."
    case .damaged(let id):
      "Step \(id) of the history is damaged: what it changed cannot be read."
    case .beforeStart(let day, let first):
      "Nothing was known on \(day): the history starts on \(first)."
    case .entangled(_, let undone?):
      "What this step changed needs step \(undone), which was undone after it."
    case .entangled(let steps, nil):
      "Later changes depend on this step, so it cannot be undone alone"
        + (steps.isEmpty ? "." : ": \(LaterChanges.words(steps)).")
    case .nothingUndone(let later): "Nothing was undone: \(later.sentence)."
    }
  }

  package var hint: String? {
    switch self {
    case .nothingToUndo, .nothingToRedo, .unknown, .alreadyUndone: "blues history"
    case .notAChange: "blues undo reverses the last change, blues redo restores it"
    case .final, .beforeErasure, .givenOut, .shared:
      "blues history shows the steps that can be undone"
    case .start: "remove the project file instead"
    case .damaged: StoreProblem.damageHint
    case .beforeStart(_, let first): "--at \(first), or a later date"
    case .entangled(_, let undone?): "bring step \(undone) back first: blues redo"
    case .entangled(let steps, nil):
      steps.last.map { "undo the later steps first: blues undo \($0)" }
        ?? "undo the later steps first: blues history"
    case .nothingUndone(let later):
      later.steps.last.map { "undo the later steps first: blues undo \($0)" } ?? "blues history"
    }
  }

  package var kind: ProblemKind {
    switch self {
    case .unknown, .beforeStart: .notFound
    case .damaged: .badData
    default: .conflict
    }
  }
}
