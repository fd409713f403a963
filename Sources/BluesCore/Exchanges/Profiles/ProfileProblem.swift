/// Why a profile cannot be taken, changed or removed.
package enum ProfileProblem: Problem, Equatable {
  case unknownActivity(String, known: [String])
  case unknownCountry(String)
  case noCoordinates(String)
  case noCapacity(String)
  case nothingToSet
  case inUse(String, role: Profile.Role, exchanges: [String])
  case windowEndsFirst(from: Day, to: Day)

  package var message: String {
    switch self {
    case .unknownActivity(let text, _): "\"\(text)\" is no activity of the scheme."
    case .unknownCountry(let text): "\"\(text)\" is no country that blues knows."
    case .noCoordinates(let text): "\"\(text)\" is no place on the map."
    case .noCapacity(let text): "\"\(text)\" is no number of visitors."
    case .nothingToSet: "Nothing was given to change."
    case .inUse(let name, let role, let exchanges):
      "\(name) is the \(role.rawValue) of \(exchanges.joined(separator: ", "))."
    case .windowEndsFirst(let from, let to):
      "The time it is available would end on \(to), before it starts on \(from)."
    }
  }

  package var hint: String? {
    switch self {
    case .unknownActivity(_, let known): "known: \(known.joined(separator: ", "))"
    case .unknownCountry: "write a code such as DE, or the country's name"
    case .noCoordinates: "write latitude and longitude in degrees, as in 43.6109,3.8772"
    case .noCapacity: "write a whole number"
    case .nothingToSet: "see blues exchange profile set --help"
    case .inUse: "a profile without exchanges can be removed; others can be rejected"
    case .windowEndsFirst: "give the first and the last day"
    }
  }

  package var kind: ProblemKind {
    switch self {
    case .inUse: .conflict
    default: .usage
    }
  }
}
