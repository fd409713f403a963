package import Basics

/// Why records cannot be merged or told apart.
package enum DuplicatesProblem: Problem, Equatable {
  /// A record and itself.
  case itself(String)
  case alreadyDistinct(String)
  case notDistinct(String)
  /// A person said that they are not the same.
  case saidDistinct(String, command: String)
  /// A record that is no longer one of its own.
  case merged(String, into: String, command: String)
  case bothHaveProfiles(String, String, role: String)
  /// Persons of one exchange, one with the host and one with the visitor.
  case onBothSides(String, String, exchange: String)
  case notAmong(String, known: [String])
  case unknownField(String, known: [String])
  /// What the wanted record does not say.
  case nothingToTake(field: String, code: String)

  package var message: String {
    switch self {
    case .itself(let code): "\(code) is named twice."
    case .alreadyDistinct(let codes): "\(codes) are already marked as distinct."
    case .notDistinct(let codes): "\(codes) are not marked as distinct."
    case .saidDistinct(let codes, _): "\(codes) are marked as distinct."
    case .merged(let code, let survivor, _): "\(code) was merged into \(survivor)."
    case .bothHaveProfiles(let one, let other, let role):
      "\(one) and \(other) both have a profile as \(role)."
    case .onBothSides(let one, let other, let exchange):
      "\(one) and \(other) are on the two sides of \(exchange)."
    case .notAmong(let code, _): "\(code) is not one of the records to merge."
    case .unknownField(let field, _): "Unknown field: \(field)."
    case .nothingToTake(let field, let code): "\(code) has no \(field)."
    }
  }

  package var hint: String? {
    switch self {
    case .itself: "name two different ones"
    case .alreadyDistinct: "--forget removes the mark"
    case .notDistinct: nil
    case .saidDistinct(let codes, let command):
      "\(command) \(codes.replacing(" and ", with: " ")) --forget"
    case .merged(_, let survivor, let command): "\(command) show \(survivor)"
    case .bothHaveProfiles: "an organisation has one profile per role; do not merge the other one"
    case .onBothSides(_, _, let exchange): "blues exchange show \(exchange)"
    case .notAmong(_, let known): "known: \(known.joined(separator: ", "))"
    case .unknownField(let field, let known):
      EditDistance.nearest(to: field, in: known).first.map { "did you mean \($0)?" }
        ?? "known: \(known.joined(separator: ", "))"
    case .nothingToTake: nil
    }
  }

  package var kind: ProblemKind {
    switch self {
    case .itself, .unknownField, .nothingToTake, .notAmong: .usage
    case .alreadyDistinct, .saidDistinct, .bothHaveProfiles, .onBothSides: .conflict
    case .notDistinct, .merged: .notFound
    }
  }
}
