package import Basics

/// Why a partner cannot be added or changed.
package enum PartnerProblem: Problem, Equatable {
  case hasCoordinator(String)
  /// A number that another partner has, and the short name that asks for it.
  case numberTaken(Int, by: String, new: String)
  /// A former short name, and the partner that had it.
  case formerName(String, of: String)
  case sameName(String)
  /// A partner that would take its own place, at once or through others.
  case ownSuccessor(String)

  package var message: String {
    switch self {
    case .hasCoordinator(let code): "The project already has a coordinator, \(code)."
    case .numberTaken(let number, let other, _): "\(number) is the number of \(other)."
    case .formerName(let name, let other):
      "\(name) was the short name of \(other), which lists still find by it."
    case .sameName(let code): "\(code) has this short name already."
    case .ownSuccessor(let code): "\(code) would be its own successor."
    }
  }

  package var hint: String? {
    switch self {
    case .hasCoordinator(let code): "blues partner set \(code) --role beneficiary first"
    case .numberTaken(_, let other, let new):
      "if it was renamed, blues partner rename \(other) \(new)"
    case .formerName, .sameName: "choose another short name"
    case .ownSuccessor: "name the partner that took its place, or none: --successor \"\""
    }
  }

  package var kind: ProblemKind {
    switch self {
    case .hasCoordinator, .numberTaken, .formerName: .conflict
    case .sameName, .ownSuccessor: .usage
    }
  }
}

extension RecordProblem {
  /// A short name that no partner has.
  static func unknownPartner(_ code: String, known: [String]) -> RecordProblem {
    .unknown(code, noun: "partner", known: known, command: "partner")
  }
}
