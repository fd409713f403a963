package import Basics
package import Documents
internal import GRDB

/// Where what a partner submitted for a period stands here.
package struct SubmissionLine: Sendable, Equatable {
  /// How far it is.
  package enum Standing: String, CaseIterable, Sendable {
    /// There are rows of an open period that are not submitted, or were taken back.
    case draft
    case submitted
    /// Conflicts of it are not decided.
    case inReview = "in review"
    /// Applied, but for rows that were refused or parked.
    case inPart = "applied in part"
    /// The partner was sent an answer to that.
    case returned
    case applied
    /// By another key than the one that submitted it.
    case accepted
    /// The period is locked: what comes later is an adjustment.
    case locked
  }

  package let partner: String
  package let period: String
  /// The number of the parcel that submitted; 0 where there is none.
  package let sequence: Int
  package let standing: Standing
  package let note: String?
  /// What of it was not applied.
  package let remainder: String?
  /// The plan that it was made on.
  package let plan: PlanVersion?
  package let acceptedOn: Day?

  package static let fields: [Field<SubmissionLine>] = [
    Field("partner", "Partner", "The partner that submitted.", rank: .key) { .text($0.partner) },
    Field("period", "Period", "The reporting period.", rank: .key) { .text($0.period) },
    Field("sequence", "No", "The number of the parcel.", kind: .number) {
      $0.sequence == 0 ? .empty : .integer($0.sequence)
    },
    Field("standing", "Standing", "How far it is.", kind: .words(of: Standing.self)) {
      switch $0.standing {
      case .returned: .state($0.standing.rawValue, .warning)
      default: .text($0.standing.rawValue)
      }
    },
    Field("note", "Note", "What of it was not applied, or why it was returned or withdrawn.") {
      .text(orEmpty: $0.note)
    },
    Field("plan_warning", "Plan", "That the plan changed after it was made.") {
      .text(orEmpty: $0.plan?.warning)
    },
    Field(
      "plan", "Made on", "The parcel of the coordinator whose plan it was made on.",
      kind: .number, shown: false
    ) { $0.plan.map { .integer($0.parcel) } ?? .empty },
    Field("accepted_on", "Accepted", "The day it was accepted.", kind: .day, shown: false) {
      .day(orEmpty: $0.acceptedOn)
    },
  ]

  /// The last submission of each partner for each period, and the drafts, by partner and period.
  static func all(
    _ identity: CopyIdentity, _ log: [ParcelLog.Entry], _ db: Database
  ) throws -> [SubmissionLine] {
    let own = identity.organisation
    let periods = try ReportingPeriods.of(db).all
    let locked = Set(periods.filter { $0.state != .open }.map(\.name))
    let isCoordinators = try own == Partner.coordinator(db)
    var lines = try Submission.all(db).map { submission in
      let parcels = log.filter {
        isCoordinators
          ? $0.state == .sent && $0.header.recipient == submission.partner : $0.state == .applied
      }.sorted { $0.header.sequence < $1.header.sequence }
      return SubmissionLine(
        submission, isLocked: locked.contains(submission.period),
        plan: PlanVersion.of(base: submission.base, parcels: parcels))
    }
    let known = Set(lines.map { "\($0.partner) \($0.period)" })
    for partner in try OpenSubmissions.sharing(identity, db) {
      for period in periods where period.state == .open {
        guard !known.contains("\(partner) \(period.name)"),
          try OpenSubmissions.hasRows(partner, ofPeriod: period.period.number, db)
        else { continue }
        lines.append(
          SubmissionLine(
            partner: partner, period: period.name, sequence: 0, standing: .draft, note: nil,
            plan: nil, acceptedOn: nil))
      }
    }
    return lines.sorted { ($0.partner, $0.period) < ($1.partner, $1.period) }
  }

  private init(_ submission: Submission, isLocked: Bool, plan: PlanVersion?) {
    partner = submission.partner
    period = submission.period
    sequence = submission.sequence
    self.plan = plan
    acceptedOn = submission.acceptedOn
    let reason = submission.closing?.reason
    var remainder: String?
    if case .applied(let left) = submission.arrival { remainder = left }
    self.remainder = remainder
    standing =
      if isLocked {
        .locked
      } else {
        switch (submission.closing?.kind, submission.arrival) {
        case (.accepted, _): .accepted
        case (.returned, _): .returned
        case (.withdrawn, _): .draft
        case (_, .sent), (_, .waiting): .submitted
        case (_, .partly): .inReview
        case (_, .applied): remainder == nil ? .applied : .inPart
        }
      }
    let notes = [remainder, reason].compactMap(\.self)
    note = notes.isEmpty ? nil : notes.joined(separator: " ")
  }

  private init(
    partner: String, period: String, sequence: Int, standing: Standing, note: String?,
    plan: PlanVersion?, acceptedOn: Day?
  ) {
    self.partner = partner
    self.period = period
    self.sequence = sequence
    self.standing = standing
    self.note = note
    remainder = nil
    self.plan = plan
    self.acceptedOn = acceptedOn
  }
}
