package import Documents
internal import GRDB

/// What is to be done next for the exchange with a partner.
package enum ExchangeDuty: Sendable, Equatable {
  case choose, review, decide, admit, packFirst, answer
  /// An erasure took the rows of what waits.
  case receiveAgain

  package var words: String {
    switch self {
    case .choose: "choose one of its parcels"
    case .review: "review and apply"
    case .decide: "decide the conflicts"
    case .admit: "admit its key"
    case .packFirst: "pack its first parcel"
    case .answer: "pack a parcel in answer"
    case .receiveAgain: "receive its last file again: an erasure here took its rows"
    }
  }

  /// The command that does it.
  func command(_ partner: String) -> String {
    switch self {
    case .choose: "blues share status"
    case .review, .decide: "blues share review --from \(partner)"
    case .admit: "blues share key admit \(partner) KEY --because \"Read out by phone\""
    case .receiveAgain: "blues share receive FILE"
    case .packFirst, .answer: "blues share pack \(partner) -o out"
    }
  }

  /// Whether somebody waits for it.
  var isUrgent: Bool { self != .admit && self != .packFirst }
}

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
  package let duty: ExchangeDuty?

  package var open: String? { duty?.words }

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

extension PartnerExchange {
  static func all(
    _ identity: CopyIdentity, coordinator: String?, _ db: Database
  ) throws -> [PartnerExchange] {
    let own = identity.organisation
    let others = own == coordinator ? try Partner.codes(db) : coordinator.map { [$0] } ?? []
    return try others.filter { $0 != own }.map { try exchange(with: $0, db) }
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
    let open: Set<ParcelState> = [.waiting, .partly, .forked]
    let duty: ExchangeDuty? =
      if try received.last(where: { open.contains($0.state) })?.lacksRows(db) == true {
        .receiveAgain
      } else if received.contains(where: { $0.state == .forked }) {
        .choose
      } else if (received + workbooks).contains(where: { $0.state == .waiting }) {
        .review
      } else if (received + workbooks).contains(where: { $0.state == .partly }) {
        .decide
      } else if isByWorkbook {
        nil
      } else if !hasKey {
        .admit
      } else if sent.isEmpty {
        .packFirst
      } else if applied.map({ $0.id > sent.last?.id ?? 0 }) ?? false {
        .answer
      } else {
        nil
      }
    return PartnerExchange(
      partner: partner, hasKey: hasKey, sent: sent.last?.header.sequence,
      seen: received.compactMap(\.header.base).max(), received: last,
      applied: applied?.header.sequence,
      missing: missing.suffix(20).map(String.init), duty: duty)
  }
}
