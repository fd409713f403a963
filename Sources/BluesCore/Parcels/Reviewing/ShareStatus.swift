internal import Basics
package import Documents
internal import GRDB

/// A parcel of the log.
package struct ParcelLine: Sendable, Equatable {
  package let direction: String
  package let partner: String
  package let sequence: Int
  package let purpose: ParcelPurpose
  package let period: String?
  package let state: ParcelState
  package let madeAt: String
  package let rows: Int
  package let sha256: String
  package let note: String?

  package static let fields: [Field<ParcelLine>] = [
    Field(
      "direction", "Direction", "Whether it was sent or received.",
      kind: .word(["sent", "received"])
    ) { .text($0.direction) },
    Field("partner", "Partner", "The other partner.", rank: .key) { .text($0.partner) },
    Field("sequence", "No", "Its number.", kind: .number, rank: .key) { .integer($0.sequence) },
    Field("purpose", "For", "What it is for.", kind: .words(of: ParcelPurpose.self)) {
      .text($0.purpose.rawValue)
    },
    Field("period", "Period", "The reporting period that it is about.") {
      .text(orEmpty: $0.period)
    },
    Field("state", "State", "What became of it.", kind: .words(of: ParcelState.self)) {
      switch $0.state {
      case .forked: .state($0.state.rawValue, .bad)
      case .waiting, .partly: .state($0.state.rawValue, .warning)
      default: .text($0.state.rawValue)
      }
    },
    Field("made_at", "Made", "When it was made, by the sender's clock.", kind: .time) {
      .text($0.madeAt)
    },
    Field("rows", "Rows", "How many rows it has.", kind: .number) { .integer($0.rows) },
    Field("sha256", "SHA-256", "The beginning of its SHA-256.", rank: .main) { .text($0.sha256) },
    Field("note", "Note", "What of it was not applied, or why it is not.") {
      .text(orEmpty: $0.note)
    },
  ]
}

/// Who has what.
package struct ShareStatus: Sendable {
  let store: Store

  /// The state of all exchanges of a copy.
  package struct Status: Sendable, Equatable {
    package let organisation: String
    package let partners: [PartnerExchange]
    package let submissions: [SubmissionLine]
    package let comments: [ShareComment]
    package let parcels: [ParcelLine]
  }

  package func status() throws -> Status {
    try store.read { db in
      let identity = try Sharing.identity(db)
      let coordinator = try Partner.coordinator(db)
      let log = try ParcelLog.all(db)
      return Status(
        organisation: identity.organisation,
        partners: try PartnerExchange.all(identity, coordinator: coordinator, db),
        submissions: try SubmissionLine.all(identity, log, db),
        comments: try ShareComment.all(identity, log, store, db),
        parcels: log.map { entry in
          let isSent = entry.state == .sent
          return ParcelLine(
            direction: isSent ? "sent" : "received",
            partner: isSent ? entry.header.recipient : entry.header.sender,
            sequence: entry.header.sequence, purpose: entry.header.purpose,
            period: entry.header.period, state: entry.state, madeAt: entry.header.madeAt,
            rows: entry.header.tables.values.reduce(0) { $0 + $1.rows },
            sha256: String(entry.sha256.prefix(12)), note: entry.reason?.replacing("\n", with: " "))
        })
    }
  }
}

extension Store {
  package var shareStatus: ShareStatus { ShareStatus(store: self) }
}
