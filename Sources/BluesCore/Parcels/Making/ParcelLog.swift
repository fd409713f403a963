internal import Basics
internal import Foundation
internal import GRDB

/// The parcels that this copy sent and received, and the rows of those that later ones build on.
enum ParcelLog {
  /// One line of the log.
  struct Entry: Sendable {
    let id: Int64
    let header: ParcelHeader
    let sha256: String
    let state: ParcelState
    /// What is to be known of its state.
    let reason: String?
  }

  private static let selection = "SELECT * FROM parcel"

  /// Those of one partner, in the order in which they came; parcels, or workbooks.
  static func received(
    from partner: String, form: Int = ParcelHeader.form, _ db: Database
  ) throws -> [Entry] {
    try entries(
      db, "\(selection) WHERE direction = 'received' AND sender = ? ORDER BY id", partner
    ).filter { $0.header.form == form }
  }

  static func sent(
    to partner: String, form: Int = ParcelHeader.form, _ db: Database
  ) throws -> [Entry] {
    try entries(
      db, "\(selection) WHERE direction = 'sent' AND recipient = ? ORDER BY sequence, id", partner
    ).filter { $0.header.form == form }
  }

  static func all(_ db: Database) throws -> [Entry] {
    try Row.fetchAll(db, sql: "\(selection) ORDER BY made_at, id").map { try entry($0) }
  }

  private static func entries(_ db: Database, _ sql: String, _ partner: String) throws -> [Entry] {
    try Row.fetchAll(db, sql: sql, arguments: [partner]).map { try entry($0) }
  }

  private static func entry(_ row: Row) throws -> Entry {
    Entry(
      id: try row.value("id"), header: try ParcelHeader(row: row),
      sha256: try row.value("sha256", as: String?.self) ?? "", state: try row.value("state"),
      reason: try row.value("reason"))
  }

  /// The last parcel of a partner that was applied.
  static func lastApplied(from partner: String, _ db: Database) throws -> Entry? {
    try received(from: partner, db).last { $0.state == .applied }
  }

  static func setState(_ state: ParcelState, of id: Int64, _ db: Database) throws {
    try db.execute(
      sql: "UPDATE parcel SET state = ? WHERE id = ?", arguments: [state.rawValue, id])
  }

  /// Says what became of a parcel that was reviewed, and what of it was not applied.
  static func setApplied(
    _ state: ParcelState, of id: Int64, remainder: String?, _ db: Database
  ) throws {
    try db.execute(
      sql: "UPDATE parcel SET state = ?, reason = ? WHERE id = ?",
      arguments: [state.rawValue, remainder, id])
  }

  static func keep(_ content: [UInt8], of id: Int64, _ db: Database) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO parcel_content (id, bytes) VALUES (?, ?)",
      arguments: [id, Data(content)])
  }

  /// The rows of a parcel, in memory; none where they are no longer kept.
  static func content(
    of entry: Entry, _ store: Store, _ db: Database
  ) throws -> Store? {
    let row = try Row.fetchOne(
      db, sql: "SELECT bytes FROM parcel_content WHERE id = ?", arguments: [entry.id])
    guard let data: Data = try row?.value("bytes") else { return nil }
    return try Store.ofBytes(
      [UInt8](data), named: "parcel \(entry.header.sender) \(entry.header.sequence)",
      invocation: store.invocation, hooks: StoreHooks())
  }

  /// Lets go of rows that no later parcel is compared with: of those received all but what is open and
  /// the last two applied; of those sent what can no longer be what a parcel in answer was made on.
  static func prune(_ partner: String, _ db: Database) throws {
    let received = try received(from: partner, db)
    let open: Set<ParcelState> = [.waiting, .partly, .forked]
    let opened = received.filter { open.contains($0.state) }
    let applied = received.filter { $0.state == .applied }
    let sent = try sent(to: partner, db)
    let bases = KeptBases(
      open: opened.compactMap(\.header.base), applied: applied.compactMap(\.header.base))
    let kept = opened + applied.suffix(2) + bases.all(of: sent)
    try keep(Set(kept.map(\.id)), of: received + sent, db)
  }

  /// The same for workbooks: the last ten that were made stay, and of those that came the last two that
  /// were applied, and what is open.
  static func pruneWorkbooks(_ partner: String, _ db: Database) throws {
    let received = try received(from: partner, form: ParcelHeader.workbook, db)
    let sent = try sent(to: partner, form: ParcelHeader.workbook, db)
    let open = received.filter { $0.state == .waiting || $0.state == .partly }
    let kept = open + received.filter { $0.state == .applied }.suffix(2) + sent.suffix(10)
    try keep(Set(kept.map(\.id)), of: received + sent, db)
  }

  private static func keep(_ ids: Set<Int64>, of entries: [Entry], _ db: Database) throws {
    for entry in entries where !ids.contains(entry.id) {
      try db.execute(sql: "DELETE FROM parcel_content WHERE id = ?", arguments: [entry.id])
    }
  }
}
