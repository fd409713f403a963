internal import GRDB

/// Applies a change so that a record of which something is kept is kept whole, with its rows in
/// other tables: its links, its story, and the notes of what people changed in it.
struct WholeRecords {
  let change: Changeset
  let db: Database

  func apply() throws -> Changeset.Outcome {
    var outcome = Changeset.Outcome()
    try db.inSavepoint {
      outcome = try change.apply(to: db)
      return outcome.keptRows.isEmpty ? .commit : .rollback
    }
    guard !outcome.keptRows.isEmpty else { return outcome }
    let spared = try belonging(to: outcome.keptRows)
    let kept = outcome.keptRows
    outcome = try change.without(spared).apply(to: db)
    outcome.kept += spared.count
    outcome.keptRows.formUnion(kept)
    return outcome
  }

  /// The rows of the change that belong to the same records as some that are kept.
  private func belonging(to kept: Set<Changeset.Row>) throws -> Set<Changeset.Row> {
    let owners = try OwnedRows(db).owners(in: change)
    // What people changed is noted beside a record, and says nothing of the record itself.
    let records = Set(kept.filter { !$0.table.hasSuffix("_edit") }.map { owners[$0] ?? $0 })
    let parts = owners.filter { records.contains($0.value) }.keys
    return try Set(parts).union(change.rows().intersection(records)).subtracting(kept)
  }
}

/// Which rows of a change belong to a record.
///
/// A table whose rows do is called after the table of the records, and so is its reference to them:
/// `milestone_lead` and `milestone_id`. Where the records can be of any kind, it has the columns
/// `kind`, the table, and `record_id`.
private struct OwnedRows {
  /// How a row says to which record it belongs.
  private struct Owner {
    /// The table of the records; nil where `kind` says it.
    let table: String?
    /// The place of the columns in the row.
    let id: Int
    let kind: Int?
  }

  private let db: Database

  init(_ db: Database) { self.db = db }

  func owners(in change: Changeset) throws -> [Changeset.Row: Changeset.Row] {
    var known: [String: Owner?] = [:]
    var owners: [Changeset.Row: Changeset.Row] = [:]
    try change.forEach { row, value in
      let owner: Owner?
      if let found = known[row.table] {
        owner = found
      } else {
        owner = try self.owner(of: row.table)
        known[row.table] = .some(owner)
      }
      guard let owner else { return }
      var table = owner.table
      if let kind = owner.kind {
        table = try Self.text(value(kind) ?? stored(kind, of: row))
      }
      let id = try value(owner.id) ?? stored(owner.id, of: row)
      guard let table, case .int64(let id) = id?.storage else { return }
      owners[row] = Changeset.Row(table: table, id: id)
    }
    return owners
  }

  /// What the row says in a column that the change leaves as it is.
  private func stored(_ column: Int, of row: Changeset.Row) throws -> DatabaseValue? {
    let name = try db.columns(in: row.table)[column].name
    return try DatabaseValue.fetchOne(
      db, sql: "SELECT \(name) FROM \(row.table) WHERE id = ?", arguments: [row.id])
  }

  private func owner(of table: String) throws -> Owner? {
    let names = try db.columns(in: table).map(\.name)
    if let kind = names.firstIndex(of: "kind"), let id = names.firstIndex(of: "record_id") {
      return Owner(table: nil, id: id, kind: kind)
    }
    for (place, name) in names.enumerated() where name.hasSuffix("_id") {
      let record = String(name.dropLast(3))
      if table.hasPrefix("\(record)_"), try db.tableExists(record) {
        return Owner(table: record, id: place, kind: nil)
      }
    }
    return nil
  }

  private static func text(_ value: DatabaseValue?) -> String? {
    guard case .string(let text) = value?.storage else { return nil }
    return text
  }
}
