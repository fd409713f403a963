package import Basics

/// Why an organisation cannot be found or added.
package enum OrganisationProblem: Problem, Equatable {
  case unknown(String, near: [String])
  case ambiguous(String, candidates: [String])
  case alreadyThere(String, code: String)
  case nothingToSet

  package var message: String {
    switch self {
    case .unknown(let text, _): "Unknown organisation: \(text)."
    case .ambiguous(let text, let candidates):
      "\"\(text)\" matches \(candidates.count) organisations."
    case .alreadyThere(let name, let code): "\(name) already exists as \(code)."
    case .nothingToSet: "There is nothing to change."
    }
  }

  package var hint: String? {
    switch self {
    case .unknown(_, let near):
      near.isEmpty
        ? "blues partner organisation add NAME --country CODE"
        : "did you mean \(near.joined(separator: " or "))?"
    case .ambiguous(_, let candidates): candidates.joined(separator: "; ")
    case .alreadyThere(_, let code): "blues partner organisation set \(code) …"
    case .nothingToSet: "see blues partner organisation set --help"
    }
  }

  package var kind: ProblemKind {
    switch self {
    case .unknown: .notFound
    case .ambiguous: .ambiguous
    case .alreadyThere: .conflict
    case .nothingToSet: .usage
    }
  }
}
