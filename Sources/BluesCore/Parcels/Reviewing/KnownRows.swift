internal import GRDB

/// What two copies had in common: the rows of parcels that both know.
///
/// The last parcel from the partner that was applied here, and the one from here that the partner had
/// applied when it made the parcel. Where one of the two was made with the other in it, it alone counts;
/// else both do. What the partner alone sends says nothing of the rows of others.
struct KnownRows {
  private let receivedContent: Store?
  private let sentContent: Store?
  private let isSentLater: Bool
  private let isSentKnown: Bool
  /// A parcel of which a part is applied: what it says is no change made here.
  private let partly: Store?
  private let isOfCoordinator: Bool
  /// Whether nothing is known that both have in common.
  let isEmpty: Bool

  /// Where the parcel is the coordinator's this is a partner's copy, whose own parcels have its own rows
  /// alone.
  init(
    of header: ParcelHeader, current: ParcelLog.Entry, isOfCoordinator: Bool, _ store: Store,
    _ db: Database
  ) throws {
    self.isOfCoordinator = isOfCoordinator
    let partner = header.sender
    let received = try ParcelLog.received(from: partner, db)
    let last = received.last { $0.state == .applied }
    let lastContent = try last.flatMap { try ParcelLog.content(of: $0, store, db) }
    let sent = try header.base.flatMap { base in
      try ParcelLog.sent(to: partner, db).last { $0.header.sequence == base }
    }
    sentContent = try sent.flatMap { try ParcelLog.content(of: $0, store, db) }
    isSentLater =
      sentContent != nil && (sent?.header.base ?? 0) >= (last?.header.sequence ?? 0)
    let isReceivedLater =
      lastContent != nil && (last?.header.base ?? 0) >= (sent?.header.sequence ?? 0)
    isSentKnown = sentContent != nil && (isSentLater || !isReceivedLater)
    receivedContent = lastContent
    isEmpty = receivedContent == nil && sentContent == nil
    let open = current.state == .partly ? current : received.last { $0.state == .partly }
    partly = try open.flatMap { try ParcelLog.content(of: $0, store, db) }
  }

  /// The values that both copies know of a row, where an inner nil says that a parcel lacks it; and
  /// those that are no change made here.
  func values(
    _ table: ScopedTable, _ id: Int64, _ selection: String
  ) throws -> (common: [[DatabaseValue]?], unchanged: [[DatabaseValue]?]) {
    var common: [[DatabaseValue]?] = []
    let sent = try isSentKnown ? sentContent.map { try Self.row(id, selection, in: $0) } : nil
    let received = try receivedContent.map { try Self.row(id, selection, in: $0) }
    if isOfCoordinator {
      // A partner's own parcel says something of the rows alone that it has.
      if let own = sent ?? nil, !table.isOfCoordinator {
        common = isSentLater ? [own] : [received ?? nil, own]
      } else if let received {
        common = [received]
      }
    } else {
      if let received, !isSentLater { common.append(received) }
      if let sent { common.append(sent) }
    }
    guard let partly else { return (common, common) }
    return (common, common + [try Self.row(id, selection, in: partly)])
  }

  private static func row(
    _ id: Int64, _ selection: String, in content: Store
  ) throws -> [DatabaseValue]? {
    try content.read { db in
      try Row.fetchOne(
        db.cachedStatement(sql: "\(selection) WHERE id = ?"), arguments: [id]
      ).map { Array($0.databaseValues) }
    }
  }
}
