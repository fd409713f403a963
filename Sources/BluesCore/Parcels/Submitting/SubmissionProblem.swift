package import Basics

/// Why a row of a submission is not changed, or a submission cannot take a step.
package enum SubmissionProblem: Problem, Equatable {
  /// A row of what was submitted from here; no coordinator where this is the coordinator's copy.
  case submitted(String, period: String, sequence: Int, coordinator: String?)
  case accepted(String, partner: String, period: String, on: Day, coordinator: String?)
  case periodMissing
  case notOfPartner(copy: String, period: String)
  case notCoordinator(copy: String, coordinator: String)
  case nothingSubmitted(String, period: String)
  case submittedAlready(String, period: String)
  case acceptedAlready(String, period: String, on: Day)
  case returned(String, period: String)
  case withdrawn(String, period: String)
  case locked(String)
  /// A parcel of the partner that is not applied.
  case notReviewed(String, sequence: Int)
  /// The key that accepts is the one that submitted.
  case sameKey(String, period: String)
  case notOwnKey(String, coordinator: String)
  case reasonMissing
  /// The period cannot be locked: partners whose submissions are not accepted.
  case notAccepted(period: String, partners: [String])

  package var message: String {
    switch self {
    case .submitted(let row, let period, let sequence, let coordinator?):
      "This copy submitted \(period) with parcel \(sequence): \(row) cannot change "
        + "until \(coordinator) returns it."
    case .submitted(let row, let period, _, nil):
      "\(period) is submitted: \(row) cannot change until that is withdrawn."
    case .accepted(let row, let partner, let period, let day, _):
      "\(period) of \(partner) was accepted on \(day): \(row) cannot change."
    case .periodMissing: "A submission is for a reporting period."
    case .notOfPartner(let copy, let period):
      "This is the copy of \(copy), which submits \(period) with a parcel."
    case .notCoordinator(let copy, let coordinator):
      "This is the copy of \(copy): \(coordinator) accepts."
    case .nothingSubmitted(let partner, let period): "\(partner) did not submit \(period)."
    case .submittedAlready(let partner, let period): "\(period) of \(partner) is submitted already."
    case .acceptedAlready(let partner, let period, let day):
      "\(period) of \(partner) was accepted on \(day)."
    case .returned(let partner, let period):
      "\(period) was returned to \(partner), who has not submitted it again."
    case .withdrawn(let partner, let period): "\(partner) withdrew its submission of \(period)."
    case .locked(let period): "\(period) is locked."
    case .notReviewed(let partner, let sequence):
      "Parcel \(sequence) of \(partner) is not applied yet."
    case .sameKey(let partner, let period):
      "The key of this copy submitted \(period) of \(partner); another one has to accept."
    case .notOwnKey(let fingerprint, let coordinator):
      "The key \(fingerprint) is not in force as a key of \(coordinator)."
    case .reasonMissing: "A reason is missing."
    case .notAccepted(let period, let partners):
      "\(period) cannot be locked yet: not accepted of \(partners.joined(separator: ", "))."
    }
  }

  package var hint: String? {
    switch self {
    case .submitted(_, let period, _, let coordinator):
      (coordinator.map { "ask \($0) to return it, or withdraw it" } ?? "withdraw it")
        + ": blues share withdraw \(period) --because \"…\""
    case .accepted(_, _, let period, _, let coordinator?):
      "a change is an adjustment once \(period) is locked; ask \(coordinator)"
    case .accepted(_, _, let period, _, nil):
      "a change is an adjustment once \(period) is locked: blues report period lock \(period); "
        + "undo an acceptance by mistake: blues history"
    case .periodMissing: "name it: --period RP1"
    case .notOfPartner(_, let period):
      "blues share pack coordinator -o out --purpose submit --period \(period)"
    case .notCoordinator: "blues share status"
    case .nothingSubmitted, .submittedAlready, .returned, .withdrawn: "blues share status"
    case .acceptedAlready(_, let period, _), .locked(let period):
      "what changes now is an adjustment once \(period) is locked; "
        + "undo an acceptance by mistake: blues history"
    case .notReviewed(let partner, _):
      "blues share review --from \(partner), then blues share apply --from \(partner)"
    case .sameKey(let partner, let period):
      "a second person accepts with another key: blues share accept \(partner) \(period) "
        + "--key FILE; where there is none: --alone --because \"…\""
    case .notOwnKey(_, let coordinator):
      "admit it first: blues share key admit \(coordinator) KEY --because \"Second person\""
    case .reasonMissing: "say why: --because \"A receipt was missing\""
    case .notAccepted(let period, let partners):
      "blues share accept \(partners.first ?? "PARTNER") \(period); to lock in spite of it: "
        + "blues report period lock \(period) --because \"…\""
    }
  }

  package var kind: ProblemKind {
    switch self {
    case .submitted, .accepted, .notCoordinator, .notOfPartner, .sameKey, .notOwnKey:
      .notPermitted
    case .periodMissing, .reasonMissing: .usage
    case .nothingSubmitted: .notFound
    case .submittedAlready, .acceptedAlready, .returned, .withdrawn, .locked, .notReviewed:
      .conflict
    case .notAccepted: .refusedByRule
    }
  }
}
