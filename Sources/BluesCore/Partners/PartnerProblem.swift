package import Basics

/// Why a partner cannot be added or changed.
package enum PartnerProblem: Problem, Equatable {
  case hasCoordinator(String)

  package var message: String {
    switch self {
    case .hasCoordinator(let code): "The project already has a coordinator, \(code)."
    }
  }

  package var hint: String? {
    switch self {
    case .hasCoordinator(let code): "blues partner set \(code) --role beneficiary first"
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
