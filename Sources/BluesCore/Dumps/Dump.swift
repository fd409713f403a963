internal import Basics
internal import Foundation
internal import GRDB

/// A whole project as one text: a JSON object a line, by table and number, for eyes and for git.
///
/// What is derived from the rows, such as the search, is not in it.
package struct Dump: Sendable {
  let store: Store

  /// The number of the form of the text, in its first line.
  static let form = 1

  /// Writes the text, a piece at a time, from one unchanging view of the file.
  package func write(
    telling: (Int) -> Void = { _ in }, to put: ([UInt8]) throws -> Void
  ) throws {
    try store.read { db in
      var piece: [UInt8] = []
      func line(_ members: [JSONMember]) throws {
        JSONValue.object(members).append(to: &piece)
        piece.append(UInt8(ascii: "\n"))
        guard piece.count > 1 << 16 else { return }
        try put(piece)
        piece.removeAll(keepingCapacity: true)
      }
      let tables = try DumpTables(db).all
      try line([
        JSONMember("dump", .integer(Self.form)), JSONMember("layout", .integer(Migration.newest)),
        JSONMember("rows", .integer(try Self.rows(of: tables, db))),
      ])
      var written = 0
      for table in tables {
        let rows = try Row.fetchCursor(
          db,
          sql: """
            SELECT \(table.columns.joined(separator: ", ")) FROM \(table.name)
            ORDER BY \(table.key.joined(separator: ", "))
            """)
        while let row = try rows.next() {
          var members = [JSONMember("table", .string(table.name))]
          for (place, column) in table.columns.enumerated() {
            let stored: DatabaseValue = try row.value(place, column)
            guard let value = try Self.value(stored, column, table.name) else { continue }
            members.append(JSONMember(column, value))
          }
          try line(members)
          written += 1
          telling(written)
        }
      }
      try put(piece)
    }
  }

  /// How many rows there are, so that a text of which a line was lost is not taken for whole.
  private static func rows(of tables: [DumpTables.Table], _ db: Database) throws -> Int {
    try tables.reduce(0) { sum, table in
      sum + (try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table.name)") ?? 0)
    }
  }

  /// A value as JSON; none for NULL.
  private static func value(
    _ stored: DatabaseValue, _ column: String, _ table: String
  ) throws -> JSONValue? {
    switch stored.storage {
    case .null: nil
    case .int64(let number): .integer(Int(number))
    case .string(let text): .string(text)
    case .blob(let bytes): .string(bytes.hexadecimal)
    case .double: throw UnreadValue(table: table, column: column)
    }
  }
}

extension DatabaseValue: StoredValue {
  static func read(_ stored: DatabaseValue) -> DatabaseValue? { stored }
}

extension Store {
  package var textDump: Dump { Dump(store: self) }
}
