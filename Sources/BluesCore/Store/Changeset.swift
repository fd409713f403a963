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
  }

  let bytes: Data

  init(_ bytes: Data) { self.bytes = bytes }

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

  /// Every row the change touched, by the integer key that all recorded tables have first.
  func rows() throws -> Set<Row> {
    guard !bytes.isEmpty else { return [] }
    var rows: Set<Row> = []
    var data = bytes
    try data.withUnsafeMutableBytes { buffer in
      var iterator: OpaquePointer?
      guard
        sqlite3changeset_start(&iterator, Int32(buffer.count), buffer.baseAddress) == SQLITE_OK
      else { throw StoreProblem.failed(detail: "a change in its history cannot be read") }
      defer { sqlite3changeset_finalize(iterator) }
      while sqlite3changeset_next(iterator) == SQLITE_ROW {
        var table: UnsafePointer<CChar>?
        var columns: Int32 = 0
        var kind: Int32 = 0
        sqlite3changeset_op(iterator, &table, &columns, &kind, nil)
        var key: OpaquePointer?
        if kind == SQLITE_INSERT {
          sqlite3changeset_new(iterator, 0, &key)
        } else {
          sqlite3changeset_old(iterator, 0, &key)
        }
        guard let table, let key else { continue }
        rows.insert(Row(table: String(cString: table), id: sqlite3_value_int64(key)))
      }
    }
    return rows
  }

  /// Applies the change; rows that moved on since are left alone and counted.
  func apply(to db: Database) throws -> Outcome {
    guard !bytes.isEmpty else { return Outcome() }
    let tally = Tally()
    var data = bytes
    let code = data.withUnsafeMutableBytes { buffer in
      sqlite3changeset_apply(
        db.sqliteConnection, Int32(buffer.count), buffer.baseAddress, nil,
        { context, conflict, _ in
          guard let context else { return SQLITE_CHANGESET_ABORT }
          let tally = Unmanaged<Tally>.fromOpaque(context).takeUnretainedValue()
          switch conflict {
          case SQLITE_CHANGESET_DATA, SQLITE_CHANGESET_NOTFOUND: tally.kept += 1
          case SQLITE_CHANGESET_CONFLICT, SQLITE_CHANGESET_CONSTRAINT: tally.failed += 1
          default: return SQLITE_CHANGESET_ABORT
          }
          return SQLITE_CHANGESET_OMIT
        }, Unmanaged.passUnretained(tally).toOpaque())
    }
    switch code {
    case SQLITE_OK: break
    case SQLITE_ABORT, SQLITE_CONSTRAINT: throw HistoryProblem.entangled
    default: throw DatabaseError(resultCode: ResultCode(rawValue: code))
    }
    let all = try rows().count
    return Outcome(
      reversed: all - tally.kept - tally.failed, kept: tally.kept, failed: tally.failed)
  }

  /// Counts conflicts while SQLite applies a changeset.
  private final class Tally {
    var kept = 0
    var failed = 0
  }
}
