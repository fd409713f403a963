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

  package var message: String {
    switch self {
    case .notOwn(let row, let copy, let coordinator):
      "This is the copy of \(copy), and \(row) does not belong to \(copy): \(coordinator) changes it."
    case .ownerless(let row, let copy):
      "This is the copy of \(copy), and \(row) would not be of \(copy)."
    case .nameInUse(let name):
      "\(name) has this short name in parcels that were sent, and keeps it."
    case .otherNumber(let noun, let number, let copy, _):
      "The number \(number) of a \(noun) may be given by another partner: "
        + "this is the copy of \(copy)."
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
    case .otherNumber(_, _, let copy, let next): "numbers of \(copy) begin here: use \(next)"
    }
  }

  package var kind: ProblemKind { .notPermitted }
}
