/// Why a partner cannot be found, added or changed.
package enum PartnerProblem: Problem, Equatable {
  case unknown(String, known: [String])
  case codeTaken(String)
  case hasCoordinator(String)
  case nothingToSet

  package var message: String {
    switch self {
    case .unknown(let code, _): "There is no partner \(code)."
    case .codeTaken(let code): "There is already a partner \(code)."
    case .hasCoordinator(let code): "The project already has a coordinator, \(code)."
    case .nothingToSet: "Nothing was given to change."
    }
  }

  package var hint: String? {
    switch self {
    case .unknown(let code, let known):
      if let near = EditDistance.nearest(to: code, in: known).first {
        "did you mean \(near)? known: \(known.joined(separator: ", "))"
      } else if known.isEmpty {
        "blues partner add CODE NAME"
      } else {
        "known: \(known.joined(separator: ", "))"
      }
    case .codeTaken(let code): "blues partner set \(code) …"
    case .hasCoordinator(let code): "blues partner set \(code) --role beneficiary first"
    case .nothingToSet: "see blues partner set --help"
    }
  }

  package var kind: ProblemKind {
    switch self {
    case .unknown: .notFound
    case .codeTaken, .hasCoordinator: .conflict
    case .nothingToSet: .usage
    }
  }
}
