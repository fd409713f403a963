package import Basics

/// Why a partner's copy does not change something.
package enum ScopeProblem: Problem, Equatable {
  /// A row of the coordinator or of another partner.
  case notOwn(String, copy: String, coordinator: String)
  /// A row that was made here, and is of no partner or of another one.
  case ownerless(String, copy: String)
  /// The short name of a partner that parcels have.
  case nameInUse(String)
  /// A number that another copy gives.
  case otherNumber(String, number: Int64, copy: String, next: Int64)
  /// A joint activity in which another partner is named first.
  case firstPartner(String, copy: String, owner: String)
  /// The code of a new person, which another copy may give as well.
  case personCode(String, partner: String)

  package var message: String {
    switch self {
    case .notOwn(let row, let copy, let coordinator):
      "This is the copy of \(copy), and \(row) does not belong to \(copy): \(coordinator) changes it."
    case .ownerless(let row, let copy):
      "This is the copy of \(copy), and \(row) would not be of \(copy)."
    case .nameInUse(let name):
      "\(name) has this short name in parcels that were sent, and keeps it."
    case .otherNumber(let noun, let number, let copy, _):
      "The number \(number) of \(indefinite(noun)) may be given by another partner: "
        + "this is the copy of \(copy)."
    case .firstPartner(let activity, let copy, let owner):
      "This is the copy of \(copy), and \(activity) would be of \(owner): "
        + "the partner that is named first owns it."
    case .personCode(let code, let partner):
      "The code \(code) may be given by another partner: in a shared project the code of a person "
        + "begins with the partner's short name, \(partner)."
    }
  }

  package var hint: String? {
    switch self {
    case .notOwn(let row, _, let coordinator):
      "ask \(coordinator) to change \(row), and take it from the next parcel; "
        + "who changes what: blues share scope"
    case .ownerless(_, let copy):
      "say that it is: --partner \(copy), of an organisation --cluster \(copy); "
        + "who changes what: blues share scope"
    case .nameInUse: "change its full name instead: blues partner set PARTNER --name NAME"
    case .otherNumber(let noun, _, let copy, let next):
      "numbers of \(copy) begin here: use \(Self.letters[noun] ?? "")\(next)"
    case .firstPartner(_, let copy, let owner):
      "name \(copy) first: --partner \(copy) --partner \(owner); "
        + "who changes what: blues share scope"
    case .personCode(let code, let partner): "use \(partner)-\(Self.rest(of: code))"
    }
  }

  package var kind: ProblemKind { .notPermitted }

  /// The letters of codes by what they name, so that the hint can be typed.
  private static let letters = [
    "cost": "K", "activity": ActivityCode.form.prefix,
    "action": ActionCode.form.prefix, "estimate": EstimateCode.form.prefix,
    "label": LabelCode.form.prefix, "strategy": StrategyCode.form.prefix,
  ]

  /// What of a person's code can stand after the partner's short name and a hyphen.
  private static func rest(of code: String) -> String {
    let rest = code.drop { !$0.isLetter && !$0.isNumber }
    return rest.isEmpty ? "1" : String(rest)
  }
}
