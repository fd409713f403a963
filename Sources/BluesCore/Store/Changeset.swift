import CSQLite
internal import Foundation
internal import GRDB

/// The recorded effect of one change: which rows were added, altered and removed.
struct Changeset {
  /// A row by its table and id.
  struct Row: Hashable {
    let table: String
    let id: Int64
  }

  /// What came of applying a changeset to a project that may have moved on.
  struct Outcome: Equatable {
    var reversed = 0
    /// Rows left as they are, because someone changed them since.
    var kept = 0
    /// Rows that could not be reversed, because other rows now depend on them.
    var failed = 0
    /// The rows that were kept, as far as a change was to be applied to them.
    var keptRows: Set<Row> = []
  }

  let bytes: Data

  init(_ bytes: Data) { self.bytes = bytes }

  /// What a step of the history recorded, looked over before anything is made of it.
  ///
  /// - Throws: `HistoryProblem.damaged` when it cannot be what the step recorded.
  init(of step: Int64, in db: Database) throws {
    let row = try GRDB.Row.fetchOne(
      db, sql: "SELECT kind, batch_rows, changeset FROM operation WHERE id = ?", arguments: [step])
    guard let row else { throw HistoryProblem.unknown(step) }
    let bytes: Data = try row.value("changeset")
    guard let form = ChangesetForm(bytes), bytes.isEmpty || form.changes > 0 else {
      throw HistoryProblem.damaged(step)
    }
    // A step records the project's own tables alone, never the history or what SQLite keeps.
    let recorded = form.tables.isEmpty ? [] : try Set(ChangeRecorder.tables(db))
    for table in form.tables {
      guard recorded.contains(table.name),
        try db.columns(in: table.name).count >= table.columns
      else { throw HistoryProblem.damaged(step) }
    }
    // A change that changed nothing is not written down, and an undo may have kept everything.
    let isEmpty = try bytes.isEmpty && row.value("batch_rows", as: Int.self) == 0
    if isEmpty, try row.value("kind", as: HistoryEntry.Kind.self) == .change {
      throw HistoryProblem.damaged(step)
    }
    self.bytes = bytes
  }

  func inverted() throws -> Changeset {
    guard !bytes.isEmpty else { return self }
    var size: Int32 = 0
    var inverse: UnsafeMutableRawPointer?
    let code = bytes.withUnsafeBytes {
      sqlite3changeset_invert(Int32($0.count), $0.baseAddress, &size, &inverse)
    }
    defer { sqlite3_free(inverse) }
    guard code == SQLITE_OK, let inverse else {
      throw StoreProblem.failed(detail: "a change in its history cannot be read")
    }
    return Changeset(Data(bytes: inverse, count: Int(size)))
  }

  /// Applies the change; rows that moved on since are left alone and counted.
  func apply(to db: Database) throws -> Outcome {
    guard !bytes.isEmpty else { return Outcome() }
    let tally = Tally()
    var data = bytes
    let code = data.withUnsafeMutableBytes { buffer in
      sqlite3changeset_apply(
        db.sqliteConnection, Int32(buffer.count), buffer.baseAddress, nil,
        { context, conflict, change in
          guard let context else { return SQLITE_CHANGESET_ABORT }
          let tally = Unmanaged<Tally>.fromOpaque(context).takeUnretainedValue()
          switch conflict {
          case SQLITE_CHANGESET_DATA, SQLITE_CHANGESET_NOTFOUND:
            tally.kept += 1
            guard let row = Row(at: change) else { break }
            tally.keptRows.insert(row)
            if conflict == SQLITE_CHANGESET_NOTFOUND { tally.missing.insert(row) }
          case SQLITE_CHANGESET_CONFLICT, SQLITE_CHANGESET_CONSTRAINT: tally.failed += 1
          default: return SQLITE_CHANGESET_ABORT
          }
          return SQLITE_CHANGESET_OMIT
        }, Unmanaged.passUnretained(tally).toOpaque())
    }
    switch code {
    case SQLITE_OK: break
    case SQLITE_ABORT, SQLITE_CONSTRAINT: throw HistoryProblem.entangled(by: [])
    default: throw DatabaseError(resultCode: ResultCode(rawValue: code))
    }
    let all = try rows().count
    let gone = try goneAlong(tally.missing, in: db)
    let kept = tally.kept - gone.count
    return Outcome(
      reversed: all - kept - tally.failed, kept: kept, failed: tally.failed,
      keptRows: tally.keptRows.subtracting(gone))
  }

  /// Counts conflicts while SQLite applies a changeset.
  private final class Tally {
    var kept = 0
    var failed = 0
    var keptRows: Set<Row> = []
    /// Those of the kept rows that are not there.
    var missing: Set<Row> = []
  }
}
