import CSQLite
internal import Foundation
internal import GRDB

extension Changeset.Row {
  /// The row of the change at which SQLite stands.
  init?(at iterator: OpaquePointer?) {
    var table: UnsafePointer<CChar>?
    var columns: Int32 = 0
    var kind: Int32 = 0
    guard sqlite3changeset_op(iterator, &table, &columns, &kind, nil) == SQLITE_OK else {
      return nil
    }
    var key: OpaquePointer?
    if kind == SQLITE_INSERT {
      sqlite3changeset_new(iterator, 0, &key)
    } else {
      sqlite3changeset_old(iterator, 0, &key)
    }
    guard let table, let key else { return nil }
    self.init(table: String(cString: table), id: sqlite3_value_int64(key))
  }
}

extension Changeset {
  /// Every row the change touched, by the integer key that all recorded tables have first.
  func rows() throws -> Set<Row> {
    var rows: Set<Row> = []
    try forEach { row, _ in rows.insert(row) }
    return rows
  }

  /// Goes through the changed rows, each with its values by column.
  ///
  /// A value is the one that the change finds, or of a row that it adds the one that it gives; there
  /// is none of a column that it leaves as it is.
  ///
  /// A column that was empty has a value with `withNulls` alone, which is null.
  func forEach(
    withNulls: Bool = false, _ body: (Row, (Int) -> DatabaseValue?) throws -> Void
  ) throws {
    guard !bytes.isEmpty else { return }
    let changes = ChangesetForm(bytes)?.changes ?? 0
    var data = bytes
    try data.withUnsafeMutableBytes { buffer in
      var iterator: OpaquePointer?
      guard
        sqlite3changeset_start(&iterator, Int32(buffer.count), buffer.baseAddress) == SQLITE_OK
      else { throw StoreProblem.failed(detail: "a change in its history cannot be read") }
      defer { sqlite3changeset_finalize(iterator) }
      var left = changes
      while left > 0, sqlite3changeset_next(iterator) == SQLITE_ROW {
        left -= 1
        guard let row = Row(at: iterator) else { continue }
        try body(row) { Self.value($0, withNull: withNulls, at: iterator) }
      }
    }
  }

  /// Those of some missing rows that went with the row they are a part of, which the change removed
  /// before it came to them.
  func goneAlong(_ missing: Set<Row>, in db: Database) throws -> Set<Row> {
    guard !missing.isEmpty else { return [] }
    let touched = try rows()
    var wholes: [String: [(column: Int, table: String)]] = [:]
    for (table, columns) in try References.all(in: db) {
      for column in columns where column.isPart {
        let place = try db.columns(in: column.table).firstIndex { $0.name == column.name }
        if let place { wholes[column.table, default: []].append((place, table)) }
      }
    }
    var gone: Set<Row> = []
    try forEach { row, value in
      guard missing.contains(row) else { return }
      for whole in wholes[row.table] ?? [] {
        guard case .int64(let id) = value(whole.column)?.storage,
          touched.contains(Row(table: whole.table, id: id)),
          try Int.fetchOne(
            db, sql: "SELECT 1 FROM \"\(whole.table)\" WHERE id = ?", arguments: [id]) == nil
        else { continue }
        gone.insert(row)
      }
    }
    return gone
  }

  private static func value(
    _ column: Int, withNull: Bool, at iterator: OpaquePointer?
  ) -> DatabaseValue? {
    var kind: Int32 = 0
    var columns: Int32 = 0
    var table: UnsafePointer<CChar>?
    sqlite3changeset_op(iterator, &table, &columns, &kind, nil)
    guard column < columns else { return nil }
    var value: OpaquePointer?
    if kind == SQLITE_INSERT {
      sqlite3changeset_new(iterator, Int32(column), &value)
    } else {
      sqlite3changeset_old(iterator, Int32(column), &value)
    }
    guard let value else { return nil }
    switch sqlite3_value_type(value) {
    case SQLITE_INTEGER: return sqlite3_value_int64(value).databaseValue
    case SQLITE_TEXT: return sqlite3_value_text(value).map { String(cString: $0).databaseValue }
    case SQLITE_NULL where withNull: return .null
    default: return nil
    }
  }

  /// The same change without what it does to some rows.
  func without(_ rows: Set<Row>) throws -> Changeset {
    guard !rows.isEmpty, !bytes.isEmpty else { return self }
    guard let form = ChangesetForm(bytes, withPlaces: true) else {
      throw StoreProblem.failed(detail: "a change in its history cannot be read")
    }
    let all = [UInt8](bytes)
    var left: [UInt8] = []
    var table: Int?
    for place in form.places
    where !rows.contains(Row(table: form.tables[place.table].name, id: place.id)) {
      if table != place.table {
        table = place.table
        left += all[form.heads[place.table]]
      }
      left += all[place.bytes]
    }
    return Changeset(Data(left))
  }
}
