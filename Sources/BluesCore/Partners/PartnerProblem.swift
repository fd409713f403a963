package import Basics

/// Why a partner cannot be added or changed.
package enum PartnerProblem: Problem, Equatable {
  case hasCoordinator(String)
  /// A number that another partner has, and the short name that asks for it.
  case numberTaken(Int, by: String, new: String)

  package var message: String {
    switch self {
    case .hasCoordinator(let code): "The project already has a coordinator, \(code)."
    case .numberTaken(let number, let other, _): "\(number) is the number of \(other)."
    }
  }

  package var hint: String? {
    switch self {
    case .hasCoordinator(let code): "blues partner set \(code) --role beneficiary first"
    case .numberTaken(_, let other, let new):
      "if it was renamed, blues partner rename \(other) \(new)"
    }
  }

  package var kind: ProblemKind { .conflict }
}

extension RecordProblem {
  /// A short name that no partner has.
  static func unknownPartner(_ code: String, known: [String]) -> RecordProblem {
    .unknown(code, noun: "partner", known: known, command: "partner")
  }
}
