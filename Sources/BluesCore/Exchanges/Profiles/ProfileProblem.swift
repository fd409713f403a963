package import Basics

/// Why a host or visitor cannot be found, registered, changed or removed.
package enum ProfileProblem: Problem, Equatable {
  case noProfile(String, role: Profile.Role)
  case profileTaken(String, role: Profile.Role)
  case unknownCategory(String, known: [String])
  case unreadable(ProfileField, found: String, expected: String)
  case windowEndsBeforeStart(Day, Day)
  case twoPartnerships(String, String)
  case nothingToSet
  case noOrganisation(contact: String)
  case takesPart(String, role: Profile.Role, exchanges: [String])
  case reasonMissing
  case inTheFuture(Day, today: Day)

  package var message: String {
    switch self {
    case .noProfile(let name, let role): "\(name) is not registered as a \(role.rawValue)."
    case .profileTaken(let name, let role):
      "\(name) is already registered as a \(role.rawValue)."
    case .unknownCategory(let text, _): "Unknown category: \(text)."
    case .unreadable(let field, let found, let expected):
      "\(field.name): found \"\(found)\", expected \(expected)."
    case .windowEndsBeforeStart(let first, let last):
      "The days available end on \(last), before they start on \(first)."
    case .twoPartnerships(let partner, let other):
      "Two managing partnerships are given, \(partner) and \(other); one manages a profile."
    case .nothingToSet: "There is nothing to change."
    case .noOrganisation(let contact): "\(contact) has no organisation."
    case .takesPart(let name, let role, let exchanges):
      "\(name) is the \(role.rawValue) of \(exchanges.joined(separator: ", "))."
    case .reasonMissing: "A rejection needs a reason."
    case .inTheFuture(let day, let today):
      "An assessment cannot be dated \(day): today is \(today)."
    }
  }

  package var hint: String? {
    switch self {
    case .noProfile(_, let role):
      "blues exchange profile add ORGANISATION --role \(role.rawValue) --category sme"
    case .profileTaken: "blues exchange profile list"
    case .unknownCategory(_, let known): "known: \(known.joined(separator: ", "))"
    case .unreadable, .windowEndsBeforeStart: nil
    case .twoPartnerships: "give --partner for a partner of this project, else --partnership"
    case .nothingToSet: "see blues exchange profile set --help"
    case .noOrganisation(let contact): "blues partner contact set \(contact) --organisation NAME"
    case .takesPart: "a profile that an exchange uses cannot be removed"
    case .reasonMissing: "give the reason with --because"
    case .inTheFuture: "give the day it happened with --on"
    }
  }

  package var kind: ProblemKind {
    switch self {
    case .noProfile: .notFound
    case .profileTaken, .takesPart: .conflict
    default: .usage
    }
  }
}
