internal import Foundation
internal import GRDB

/// Rows that an undo took back after the other side was told that they are applied.
///
/// They count as not yet decided, as those that were parked: the next parcel says so, and what is here
/// again is no change and no deletion that could go over the sender's own rows.
enum UndoneRows {
  static let hooks: StoreHooks = {
    var hooks = StoreHooks()
    hooks.afterTakingBack.append { write, step in try park(step, write) }
    return hooks
  }()

  private static func park(_ step: Int64, _ write: Transaction) throws {
    let db = write.db
    guard try CopyIdentity.fetch(db) != nil else { return }
    let change = try Changeset(of: step, in: db)
    let parcels = try change.rows().filter { $0.table == "parcel" }.map(\.id)
    guard let sender = try sender(ofWaiting: parcels, db), try isAnswered(sender, since: step, db)
    else { return }
    try change.forEachChange { values in
      guard let row = try undone(values, db) else { return }
      try DecidedRow.save(
        .park, on: row, of: sender, because: "Applied, and then undone.", write)
    }
  }

  /// Whose parcel it is that an undo made one that waits.
  private static func sender(ofWaiting parcels: [Int64], _ db: Database) throws -> String? {
    for id in parcels {
      let sender = try String.fetchOne(
        db,
        sql: """
          SELECT sender FROM parcel
          WHERE id = ? AND direction = 'received' AND form = ? AND state IN ('waiting', 'partly')
          """, arguments: [id, ParcelHeader.form])
      if let sender { return sender }
    }
    return nil
  }

  /// Whether a parcel was packed for a partner after a step.
  private static func isAnswered(
    _ partner: String, since step: Int64, _ db: Database
  ) throws -> Bool {
    let sent = try Set(ParcelLog.sent(to: partner, db).map(\.id))
    return try Int64.fetchAll(
      db,
      sql: """
        SELECT id FROM operation
        WHERE id > ? AND kind = 'change' AND is_final = 1 AND length(changeset) > 0
        """, arguments: [step]
    ).contains { later in
      try Changeset(of: later, in: db).rows().contains { row in
        row.table == "parcel" && sent.contains(row.id)
      }
    }
  }

  /// A row as it was applied, and as it is here again; nil for what is not a partner's, and for a row
  /// that stayed since it was changed later.
  private static func undone(_ change: ChangedValues, _ db: Database) throws -> RowChange? {
    guard let table = SharedScope.table(change.table), !table.isOfCoordinator else { return nil }
    let names = try db.columns(in: change.table).map(\.name)
    let now = try Row.fetchOne(
      db, sql: "SELECT \(names.joined(separator: ", ")) FROM \(change.table) WHERE id = ?",
      arguments: [change.id]
    ).map { Array($0.databaseValues) }
    var applied: [DatabaseValue]?
    switch (change.kind, now) {
    case (.insert, nil): applied = change.new.map { $0.stored ?? .null }
    case (.delete, _?): applied = nil
    case (.update, let now?):
      for (place, value) in change.old.enumerated() {
        if let before = value.stored, before != now[place] { return nil }
      }
      applied = now
      for (place, value) in change.new.enumerated() {
        if let value = value.stored { applied?[place] = value }
      }
    default: return nil
    }
    let places = names.indices.filter { names[$0] != "batch" }
    return RowChange(
      table: change.table, id: change.id, kind: .changed, base: nil,
      theirs: applied.map { values in places.map { values[$0] } },
      ours: now.map { values in places.map { values[$0] } }, columns: places.map { names[$0] })
  }
}

extension ChangedValues.Value {
  /// As SQLite stores it; nil where the change leaves the column as it is.
  fileprivate var stored: DatabaseValue? {
    switch self {
    case .none: nil
    case .null: .null
    case .integer(let number): number.databaseValue
    case .real(let bits): Double(bitPattern: bits).databaseValue
    case .text(let text): text.databaseValue
    case .blob(let bytes): Data(bytes).databaseValue
    }
  }
}
