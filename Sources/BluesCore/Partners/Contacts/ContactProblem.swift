package import Basics

/// Why a contact cannot be found, added or changed, without repeating personal data.
package enum ContactProblem: Problem, Equatable {
  case unknown(String)
  case ambiguous(String, candidates: [String])
  case refused(field: String, rule: String, reason: String)
  case nothingToSet

  package var message: String {
    switch self {
    case .unknown(let text): "Unknown contact: \(text)."
    case .ambiguous(let text, let candidates):
      "\"\(text)\" matches \(candidates.count) contacts."
    case .refused(_, _, let reason): reason
    case .nothingToSet: "There is nothing to change."
    }
  }

  package var hint: String? {
    switch self {
    case .unknown: "blues partner contact search WORDS"
    case .ambiguous(_, let candidates): candidates.joined(separator: "; ")
    case .refused: nil
    case .nothingToSet: "see blues partner contact set --help"
    }
  }

  package var kind: ProblemKind {
    switch self {
    case .unknown: .notFound
    case .ambiguous: .ambiguous
    case .refused: .usage
    case .nothingToSet: .usage
    }
  }
}
