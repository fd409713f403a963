package import Documents

/// Where what a partner submitted for a period stands here.
package struct SubmissionLine: Sendable, Equatable {
  /// How far it is.
  package enum Standing: String, CaseIterable, Sendable {
    case submitted
    /// Conflicts of it are not decided.
    case inReview = "in review"
    /// Applied, but for rows that were refused or parked.
    case inPart = "applied in part"
    /// The partner was sent an answer to that.
    case returned
    case applied
    /// The period is locked: what comes later is an adjustment.
    case locked
  }

  package let partner: String
  package let period: String
  package let sequence: Int
  package let standing: Standing
  package let note: String?

  package static let fields: [Field<SubmissionLine>] = [
    Field("partner", "Partner", "The partner that submitted.", rank: .key) { .text($0.partner) },
    Field("period", "Period", "The reporting period.", rank: .key) { .text($0.period) },
    Field("sequence", "No", "The number of the parcel.", kind: .number) { .integer($0.sequence) },
    Field("standing", "Standing", "How far it is.", kind: .words(of: Standing.self)) {
      .text($0.standing.rawValue)
    },
    Field("note", "Note", "What of it was not applied.") { .text(orEmpty: $0.note) },
  ]

  /// The last submission of each partner for each period.
  static func all(_ log: [ParcelLog.Entry], locked: Set<String>) -> [SubmissionLine] {
    var last: [String: ParcelLog.Entry] = [:]
    let received = log.filter { $0.state != .sent }.sorted { $0.id < $1.id }
    for entry in received where entry.header.purpose == .submit {
      guard let period = entry.header.period,
        ![.forked, .superseded, .refused].contains(entry.state)
      else { continue }
      last["\(entry.header.sender) \(period)"] = entry
    }
    return last.values.sorted {
      ($0.header.sender, $0.header.period ?? "") < ($1.header.sender, $1.header.period ?? "")
    }.map { entry in
      let period = entry.header.period ?? ""
      let isAnswered = log.contains {
        $0.state == .sent && $0.id > entry.id && $0.header.recipient == entry.header.sender
          && $0.header.purpose == .return
      }
      let standing: Standing =
        if locked.contains(period) {
          .locked
        } else if entry.state == .waiting {
          .submitted
        } else if entry.state == .partly {
          .inReview
        } else if entry.reason == nil {
          .applied
        } else {
          isAnswered ? .returned : .inPart
        }
      return SubmissionLine(
        partner: entry.header.sender, period: period, sequence: entry.header.sequence,
        standing: standing, note: entry.reason)
    }
  }
}
