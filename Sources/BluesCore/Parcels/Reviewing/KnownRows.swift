internal import GRDB

/// What two copies had in common: the rows of parcels that both know.
///
/// The last parcel from the partner that was applied here, and the one from here that the partner had
/// applied when it made the parcel. Where one of the two was made with the other in it, it alone counts;
/// else both do. What the partner alone sends says nothing of the rows of others.
struct KnownRows {
  private let receivedContent: KnownParcel?
  private let sentContent: KnownParcel?
  private let isSentLater: Bool
  private let isSentKnown: Bool
  /// A parcel of which a part is applied: what it says is no change made here.
  private let partly: KnownParcel?
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
    let lastContent = try last.flatMap { try KnownParcel(of: $0, store, db) }
    let sent = try ParcelLog.sent(to: partner, db).last {
      header.wasMade(on: $0.header.sequence, sha256: $0.sha256)
    }
    sentContent = try sent.flatMap { try KnownParcel(of: $0, store, db) }
    isSentLater =
      sentContent != nil && (sent?.header.base ?? 0) >= (last?.header.sequence ?? 0)
    let isReceivedLater =
      lastContent != nil && (last?.header.base ?? 0) >= (sent?.header.sequence ?? 0)
    isSentKnown = sentContent != nil && (isSentLater || !isReceivedLater)
    // What the sender had applied later than that is not kept any more: then the two say too little.
    let isBaseLost = sent != nil && sentContent == nil && !isReceivedLater
    receivedContent = isBaseLost ? nil : lastContent
    isEmpty = receivedContent == nil && sentContent == nil
    let open = current.state == .partly ? current : received.last { $0.state == .partly }
    partly = try open.flatMap { try KnownParcel(of: $0, store, db) }
  }

  /// What a workbook and this copy had in common: the state that the workbook was made from, or what came
  /// back in it before and was applied, which is that state and more.
  init(ofWorkbook current: ParcelLog.Entry, _ store: Store, _ db: Database) throws {
    let header = current.header
    let form = ParcelHeader.workbook
    let received = try ParcelLog.received(from: header.sender, form: form, db)
      .filter { $0.header.base == header.base && header.base != nil && $0.id != current.id }
    let last = received.last { $0.state == .applied }
    let lastContent = try last.flatMap { try KnownParcel(of: $0, store, db) }
    let sent = try header.base.flatMap { base in
      try ParcelLog.sent(to: header.sender, form: form, db).last { $0.header.sequence == base }
    }
    sentContent = try lastContent ?? sent.flatMap { try KnownParcel(of: $0, store, db) }
    receivedContent = nil
    isSentLater = true
    isSentKnown = sentContent != nil
    isOfCoordinator = false
    isEmpty = sentContent == nil
    let open = current.state == .partly ? current : received.last { $0.state == .partly }
    partly = try open.flatMap { try KnownParcel(of: $0, store, db) }
  }

  /// The values that both copies know of a row, where an inner nil says that there was none; and those
  /// that are no change made here.
  ///
  /// A parcel that lacks a row which another one has does not say that it was removed, unless it says so.
  func values(
    _ table: ScopedTable, _ id: Int64, _ selection: String
  ) throws -> (common: [[DatabaseValue]?], unchanged: [[DatabaseValue]?]) {
    var common: [KnownValue] = []
    let sent = try isSentKnown ? sentContent.map { try $0.row(id, of: table.name, selection) } : nil
    let received = try receivedContent.map { try $0.row(id, of: table.name, selection) }
    if isOfCoordinator {
      // A partner's own parcel says something of the rows alone that it has.
      if let sent, sent.values != nil, !table.isOfCoordinator {
        common = isSentLater ? [sent] : [received ?? .unsaid, sent]
      } else if let received {
        common = [received]
      }
    } else {
      if let received, !isSentLater { common.append(received) }
      if let sent { common.append(sent) }
    }
    var unchanged = common
    if let partly { unchanged.append(try partly.row(id, of: table.name, selection)) }
    return (KnownValue.said(common), KnownValue.said(unchanged))
  }
}

/// What a parcel says of a row.
private struct KnownValue {
  /// Nil where the parcel lacks it.
  let values: [DatabaseValue]?
  /// Whether the parcel has it, or says that it was removed.
  let isSaid: Bool

  static let unsaid = KnownValue(values: nil, isSaid: false)

  /// The values, without those of parcels that say nothing where another one has the row.
  static func said(_ all: [KnownValue]) -> [[DatabaseValue]?] {
    let isKnown = all.contains { $0.values != nil }
    return all.filter { !isKnown || $0.isSaid }.map(\.values)
  }
}

/// The rows of a parcel, asked for by their numbers.
private final class KnownParcel {
  private let content: Store
  /// The numbers of the rows of each table that was asked for: most rows that differ are in no parcel.
  private var ids: [String: Set<Int64>] = [:]
  private var removed: [String: Set<Int64>] = [:]

  init?(of entry: ParcelLog.Entry, _ store: Store, _ db: Database) throws {
    guard let content = try ParcelLog.content(of: entry, store, db) else { return nil }
    self.content = content
  }

  /// What it says of a row.
  func row(_ id: Int64, of table: String, _ selection: String) throws -> KnownValue {
    try content.read { db in
      let known = try ids[table] ?? Int64.fetchSet(db, sql: "SELECT id FROM \(table)")
      ids[table] = known
      if known.contains(id) {
        let row = try Row.fetchOne(
          db.cachedStatement(sql: "\(selection) WHERE id = ?"), arguments: [id])
        return KnownValue(values: row.map { Array($0.databaseValues) }, isSaid: true)
      }
      let gone =
        try removed[table]
        ?? Int64.fetchSet(
          db, sql: "SELECT row_id FROM removed_row WHERE table_name = ?", arguments: [table])
      removed[table] = gone
      return KnownValue(values: nil, isSaid: gone.contains(id))
    }
  }
}
