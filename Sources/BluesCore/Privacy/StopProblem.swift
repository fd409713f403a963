package import Basics

/// Why somebody cannot be put on the stop list or taken off it, without repeating personal data.
package enum StopProblem: Problem, Equatable {
  case thereAlready(String)
  /// A contact with neither an address nor a name at an organisation.
  case unknowable(String)
  case unknown(String)
  case notAForm
  case notListed

  package var message: String {
    switch self {
    case .thereAlready(let code): "\(code) is on the stop list already."
    case .unknowable(let code):
      "\(code) has no e-mail address, no telephone number and no name with an organisation, so no "
        + "list can be searched for it."
    case .unknown(let code): "The stop list has no \(code)."
    case .notAForm: "The stop list is asked by a number such as S3, or by an e-mail address."
    case .notListed: "The stop list does not have that e-mail address."
    }
  }

  package var hint: String? {
    switch self {
    case .unknowable: nil
    default: "blues partner contact stop list"
    }
  }

  package var kind: ProblemKind {
    switch self {
    case .thereAlready: .conflict
    case .unknowable, .notAForm: .usage
    case .unknown, .notListed: .notFound
    }
  }
}
