package import Basics
internal import GRDB

/// The steps of submissions: the coordinator's own, taking back, returning, accepting.
package struct Submissions: Sendable {
  let store: Store

  /// Submits the coordinator's own rows of a period, for a second person to accept.
  package func submit(_ name: String) throws -> SubmissionStep {
    let key = try KeyFile(ofProject: store.path).existing().publicKey
    return try store.write { write in
      let db = write.db
      let identity = try Sharing.identity(db)
      let period = try Self.openPeriod(name, db)
      guard try identity.organisation == Partner.coordinator(db) else {
        throw SubmissionProblem.notOfPartner(copy: identity.organisation, period: period)
      }
      try Self.checkKey(key, of: identity.organisation, db)
      let last = try Submission.one(identity.organisation, period, db)
      if let last, last.isOpen {
        throw SubmissionProblem.submittedAlready(last.partner, period: period)
      }
      try Self.refuseAccepted(last)
      return try Self.save(
        .submitted, of: identity.organisation, period, (last?.sequence ?? 0) + 1, key: key, write)
    }
  }

  /// Takes a submission of this copy back, as long as it is not accepted.
  package func withdraw(_ name: String, because reason: String) throws -> SubmissionStep {
    try store.write { write in
      let db = write.db
      guard !reason.trimmed.isEmpty else { throw SubmissionProblem.reasonMissing }
      let own = try Sharing.identity(db).organisation
      let period = try Self.openPeriod(name, db)
      let last = try Self.standing(own, period, db)
      return try Self.save(
        .withdrawn, of: own, period, last.sequence, because: reason.trimmed, write)
    }
  }

  /// Accepts what a partner submitted, with a key other than the one that submitted.
  ///
  /// The key is that of this copy, unless the file of another one is named. Where there is no second
  /// person for the coordinator's own rows, `isAlone` accepts with the reason.
  package func accept(
    _ partner: String, _ name: String, on day: Day, because reason: String? = nil,
    with file: KeyFile? = nil, isAlone: Bool = false
  ) throws -> SubmissionStep {
    let key = try (file ?? KeyFile(ofProject: store.path)).existing().publicKey
    return try store.write { write in
      let db = write.db
      let identity = try Sharing.identity(db)
      if let coordinator = try Partner.coordinator(db), coordinator != identity.organisation {
        throw SubmissionProblem.notCoordinator(
          copy: identity.organisation, coordinator: coordinator)
      }
      let code = try Sharing.code(of: Partner.id(partner, in: db), db)
      let period = try Self.openPeriod(name, db)
      let last = try Self.standing(code, period, db)
      if let sequence = last.waiting {
        throw SubmissionProblem.notReviewed(code, sequence: sequence)
      }
      try Self.checkKey(key, of: identity.organisation, db)
      let reason = reason?.trimmed
      if last.key == key.text {
        guard isAlone, code == identity.organisation else {
          throw SubmissionProblem.sameKey(code, period: period)
        }
        guard reason?.isEmpty == false else { throw SubmissionProblem.reasonMissing }
      }
      guard day <= write.invocation.today else {
        throw PeriodStepProblem.inTheFuture(period, on: day, today: write.invocation.today)
      }
      return try Self.save(
        .accepted, of: code, period, last.sequence, on: day,
        because: reason?.isEmpty == false ? reason : nil, key: key, write)
    }
  }

  /// What a partner's parcel that submits needs, before it is made.
  static func checkSubmitting(_ period: String?, _ identity: CopyIdentity, _ db: Database) throws {
    guard let period else { throw SubmissionProblem.periodMissing }
    try refuseAccepted(Submission.one(identity.organisation, period, db))
  }

  /// Notes that what a partner submitted goes back to it with a parcel, of one period or of all.
  static func recordReturn(
    to partner: String, _ period: String?, because reason: String?, _ write: Transaction
  ) throws {
    for submission in try Submission.all(write.db)
    where submission.partner == partner && period.map({ $0 == submission.period }) != false {
      if period != nil { try refuseAccepted(submission) }
      guard submission.isOpen else { continue }
      _ = try save(
        .returned, of: partner, submission.period, submission.sequence, because: reason, write)
    }
  }

  private static func save(
    _ kind: SubmissionStep.Kind, of partner: String, _ period: String, _ sequence: Int,
    on day: Day? = nil, because reason: String? = nil, key: PublicKey? = nil, _ write: Transaction
  ) throws -> SubmissionStep {
    let step = SubmissionStep(
      partner: partner, period: period, sequence: sequence, kind: kind,
      on: day ?? write.invocation.today, who: write.invocation.who, reason: reason, key: key)
    try step.save(write)
    write.records("\(kind.verb) \(period) of \(partner)", affecting: [partner, period])
    return step
  }

  /// The last submission, where it stands.
  private static func standing(
    _ partner: String, _ period: String, _ db: Database
  ) throws -> Submission {
    guard let last = try Submission.one(partner, period, db) else {
      throw SubmissionProblem.nothingSubmitted(partner, period: period)
    }
    try refuseAccepted(last)
    switch last.closing?.kind {
    case .returned: throw SubmissionProblem.returned(partner, period: period)
    case .withdrawn: throw SubmissionProblem.withdrawn(partner, period: period)
    default: return last
    }
  }

  private static func refuseAccepted(_ submission: Submission?) throws {
    guard let submission, let day = submission.acceptedOn else { return }
    throw SubmissionProblem.acceptedAlready(
      submission.partner, period: submission.period, on: day)
  }

  private static func openPeriod(_ name: String, _ db: Database) throws -> String {
    let entry = try ReportingPeriods.of(db).named(name)
    guard entry.state == .open else { throw SubmissionProblem.locked(entry.name) }
    return entry.name
  }

  private static func checkKey(_ key: PublicKey, of coordinator: String, _ db: Database) throws {
    guard let known = try MemberKeys.one(key, db), known.isInForce, known.partner == coordinator
    else { throw SubmissionProblem.notOwnKey(key.fingerprint, coordinator: coordinator) }
  }
}

extension SubmissionStep.Kind {
  /// As a step of the history says it.
  fileprivate var verb: String {
    switch self {
    case .submitted: "submitted"
    case .withdrawn: "withdrew"
    case .returned: "returned"
    case .accepted: "accepted"
    }
  }
}

extension Store {
  package var submissions: Submissions { Submissions(store: self) }
}
