package import Basics

/// Why a contact cannot be found, added or changed, without repeating personal data.
package enum ContactProblem: Problem, Equatable {
  case unknown(String)
  case ambiguous(String, candidates: [String])
  case refused(field: String, rule: String, reason: String)
  case nameless
  case nothingToSet
  /// A fact that is kept with the organisation, of a contact that has none.
  case noOrganisation(ContactField)

  package var message: String {
    switch self {
    case .unknown(let text): "Unknown contact: \(text)."
    case .ambiguous(let text, let candidates):
      "\"\(text)\" matches \(candidates.count) contacts."
    case .refused(_, _, let reason): reason
    case .nameless: "A contact needs an organisation, a name or an e-mail address."
    case .nothingToSet: "There is nothing to change."
    case .noOrganisation(let field):
      "The contact has no organisation, with which this is kept: \(field.heading)."
    }
  }

  package var hint: String? {
    switch self {
    case .unknown: "blues partner contact search WORDS"
    case .ambiguous(_, let candidates): candidates.joined(separator: "; ")
    case .refused, .nameless: nil
    case .noOrganisation: "Add --organisation NAME."
    case .nothingToSet: "see blues partner contact set --help"
    }
  }

  package var kind: ProblemKind {
    switch self {
    case .unknown: .notFound
    case .ambiguous: .ambiguous
    case .refused, .nameless: .usage
    case .nothingToSet, .noOrganisation: .usage
    }
  }
}
