internal import Basics
package import Documents
internal import GRDB

/// Where the exchange with a partner stands.
package struct PartnerExchange: Sendable, Equatable {
  package let partner: String
  package let hasKey: Bool
  package let sent: Int?
  /// The last of ours that the partner had applied, as its last parcel says.
  package let seen: Int?
  package let received: Int?
  package let applied: Int?
  /// Numbers before the last one received that did not come.
  package let missing: [String]
  package let open: String?

  package static let fields: [Field<PartnerExchange>] = [
    Field("partner", "Partner", "The partner.", rank: .key) { .text($0.partner) },
    Field("key", "Key", "Whether a key of it is in force here.", kind: .flag) { .flag($0.hasKey) },
    Field("sent", "Sent", "The number of the last parcel for it.", kind: .number) {
      $0.sent.map { .integer($0) } ?? .empty
    },
    Field(
      "seen", "Seen", "The last of them that it had applied when it sent its last one.",
      kind: .number
    ) { $0.seen.map { .integer($0) } ?? .empty },
    Field("received", "Received", "The number of the last parcel of it.", kind: .number) {
      $0.received.map { .integer($0) } ?? .empty
    },
    Field("applied", "Applied", "The last of them that is applied here.", kind: .number) {
      $0.applied.map { .integer($0) } ?? .empty
    },
    Field("missing", "Did not come", "Numbers that are missing.", kind: .list) {
      .list($0.missing)
    },
    Field("open", "To do", "What is to be done next.", rank: .main) { .text(orEmpty: $0.open) },
  ]
}

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
    package let parcels: [ParcelLine]
  }

  package func status() throws -> Status {
    let locked = Set(
      try store.periods.standings().filter(\.state.isLocked).map(\.period.name))
    return try store.read { db in
      let identity = try Sharing.identity(db)
      let coordinator = try Partner.coordinator(db)
      let own = identity.organisation
      let others = own == coordinator ? try Partner.codes(db) : coordinator.map { [$0] } ?? []
      let log = try ParcelLog.all(db)
      return Status(
        organisation: own,
        partners: try others.filter { $0 != own }.map { try Self.exchange(with: $0, db) },
        submissions: SubmissionLine.all(log, locked: locked),
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

  private static func exchange(with partner: String, _ db: Database) throws -> PartnerExchange {
    let sent = try ParcelLog.sent(to: partner, db)
    let received = try ParcelLog.received(from: partner, db).filter { $0.state != .refused }
    let numbers = Set(received.map(\.header.sequence))
    let last = numbers.max()
    let missing = last.map { (1...$0).filter { !numbers.contains($0) } } ?? []
    let hasKey = try MemberKeys.inForce(of: partner, db) != nil
    let applied = received.last { $0.state == .applied }
    let workbooks = try ParcelLog.received(from: partner, form: ParcelHeader.workbook, db)
    let isByWorkbook =
      try !hasKey && !ParcelLog.sent(to: partner, form: ParcelHeader.workbook, db).isEmpty
    let open: String? =
      if received.contains(where: { $0.state == .forked }) {
        "choose one of its parcels"
      } else if (received + workbooks).contains(where: { $0.state == .waiting }) {
        "review and apply"
      } else if (received + workbooks).contains(where: { $0.state == .partly }) {
        "decide the conflicts"
      } else if isByWorkbook {
        nil
      } else if !hasKey {
        "admit its key"
      } else if sent.isEmpty {
        "pack its first parcel"
      } else if applied.map({ $0.id > sent.last?.id ?? 0 }) ?? false {
        "pack a parcel in answer"
      } else {
        nil
      }
    return PartnerExchange(
      partner: partner, hasKey: hasKey, sent: sent.last?.header.sequence,
      seen: received.compactMap(\.header.base).max(), received: last,
      applied: applied?.header.sequence,
      missing: missing.suffix(20).map(String.init), open: open)
  }
}

extension Store {
  package var shareStatus: ShareStatus { ShareStatus(store: self) }
}
