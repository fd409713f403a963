package import Basics

/// Why a person does not belong to an exchange; persons are named by the ids of their contacts.
package enum PersonProblem: Problem, Equatable {
  case ofNeither(
    String, ExchangeCode, host: String, visitor: String, side: Profile.Role?)
  case sideUnknown(String, ExchangeCode)
  case thereAlready(String, ExchangeCode)
  case notThere(String, ExchangeCode)

  package var message: String {
    switch self {
    case .ofNeither(let contact, let code, let host, let visitor, let side):
      switch side {
      case .host: "\(contact) does not belong to \(host), the host of \(code)."
      case .visitor: "\(contact) does not belong to \(visitor), the visitor of \(code)."
      case nil: "\(contact) belongs neither to \(host) nor to \(visitor), the two sides of \(code)."
      }
    case .sideUnknown(let contact, _): "\(contact) has no organisation, so its side is not known."
    case .thereAlready(let contact, let code): "\(contact) already takes part in \(code)."
    case .notThere(let contact, let code): "\(contact) does not take part in \(code)."
    }
  }

  package var hint: String? {
    switch self {
    case .ofNeither(let contact, _, let host, let visitor, let side):
      "blues partner contact set \(contact) --organisation \"\(side == .visitor ? visitor : host)\", or "
        + "choose another contact"
    case .sideUnknown: "give --side host or --side visitor"
    case .thereAlready(_, let code), .notThere(_, let code): "blues exchange show \(code)"
    }
  }

  package var kind: ProblemKind {
    switch self {
    case .ofNeither, .thereAlready: .conflict
    case .sideUnknown: .usage
    case .notThere: .notFound
    }
  }
}
