import Foundation
import GRDB

@testable import BluesCore

/// A way in which a project file is spoilt, by lot.
enum Damage: Int, CaseIterable {
  /// In its bytes.
  case bit, bits, run, swapped, zeroed, copied, cut, grown
  /// In what another program wrote: its schema, a value of the wrong type, or one that no command writes.
  case schema, type, value

  /// The file as the damage leaves it.
  func of(_ whole: Data, _ random: inout SplitMix64) throws -> Data {
    var bytes = whole
    func lot(_ count: Int) -> Int { Int(random.next() % UInt64(max(1, count))) }
    let page = 4096
    let pages = whole.count / page
    switch self {
    case .bit: bytes[lot(bytes.count)] ^= 1 << UInt8(lot(8))
    case .bits: for _ in 0...lot(64) { bytes[lot(bytes.count)] ^= 1 << UInt8(lot(8)) }
    case .run:
      let start = lot(bytes.count)
      for place in start..<min(bytes.count, start + 1 + lot(200)) { bytes[place] = UInt8(lot(256)) }
    case .swapped:
      let (one, other) = (lot(pages) * page, lot(pages) * page)
      bytes.replaceSubrange(one..<one + page, with: whole[other..<other + page])
      bytes.replaceSubrange(other..<other + page, with: whole[one..<one + page])
    case .zeroed:
      let start = lot(pages) * page
      bytes.replaceSubrange(start..<start + page, with: Data(count: page))
    case .copied:
      let (one, other) = (lot(pages) * page, lot(pages) * page)
      bytes.replaceSubrange(one..<one + page, with: whole[other..<other + page])
    case .cut: bytes = bytes.prefix(lot(bytes.count))
    case .grown: bytes.append(Data((0...lot(3 * page)).map { _ in UInt8(lot(256)) }))
    case .schema: try change(&bytes) { try Self.plant($0, lot) }
    case .type, .value: try change(&bytes) { try misplace($0, lot) }
    }
    return bytes
  }

  private func change(_ bytes: inout Data, _ body: (Database) throws -> Void) throws {
    let shop = try Workshop(["blues.db": bytes])
    let queue = try DatabaseQueue(path: shop.project)
    try queue.writeWithoutTransaction { try body($0) }
    try queue.close()
    bytes = try shop.read("blues.db")
  }

  private static func plant(_ db: Database, _ lot: (Int) -> Int) throws {
    let tables = try ChangeRecorder.tables(db)
    let table = tables[lot(tables.count)]
    let objects = [
      "CREATE TABLE foreign_\(table) (x)",
      "CREATE VIEW foreign_\(table) AS SELECT * FROM \(table)",
      "CREATE TRIGGER foreign_\(table) AFTER UPDATE ON \(table) BEGIN DELETE FROM \(table); END",
      "CREATE INDEX foreign_\(table) ON \(table) (abs(id))",
      "ALTER TABLE \(table) ADD COLUMN foreign_column TEXT",
      "PRAGMA user_version = \(lot(200) - 50)",
      "PRAGMA application_id = \(lot(1 << 30))",
    ]
    try db.execute(sql: objects[lot(objects.count)])
  }

  /// Puts a value where it does not belong, past types and rules, as SQLite lets any program do.
  private func misplace(_ db: Database, _ lot: (Int) -> Int) throws {
    var filled: [String] = []
    for table in try ChangeRecorder.tables(db) + ["operation", "batch", "file", "last_id"]
    where try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? 0 > 0 {
      filled.append(table)
    }
    let table = filled[lot(filled.count)]
    let columns = try db.columns(in: table)
    let column = columns[lot(columns.count)]
    let wrong = [
      "x'00FF'", "1.5", "'Zoë'", "NULL", "9e999", "x''", "''", "'\u{0}'", "CAST(x'C328' AS TEXT)",
    ]
    let right =
      column.type == "INTEGER"
      ? ["9223372036854775807", "-9223372036854775808", "-1", "0", "4294967296"]
      : ["zeroblob(3000000)", "CAST(zeroblob(100) AS TEXT)", "hex(zeroblob(2000000))", "'-'"]
    let value = self == .type ? wrong[lot(wrong.count)] : right[lot(right.count)]
    let row = lot(try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? 1)
    try db.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
    try loosely(db, table) {
      // What a rule of the table's index refuses stays as it is.
      try? db.execute(
        sql: """
          UPDATE \(table) SET "\(column.name)" = \(value)
          WHERE rowid = (SELECT rowid FROM \(table) LIMIT 1 OFFSET \(row))
          """)
    }
  }

  /// Runs a change while the table says that it takes any type.
  private func loosely(_ db: Database, _ table: String, _ change: () throws -> Void) throws {
    let strict =
      try String.fetchOne(
        db, sql: "SELECT sql FROM sqlite_schema WHERE name = ?", arguments: [table])
      ?? ""
    func rewrite(_ sql: String) throws {
      try db.execute(sql: "PRAGMA writable_schema = ON")
      try db.execute(
        sql: "UPDATE sqlite_schema SET sql = ? WHERE name = ?", arguments: [sql, table])
      try db.execute(sql: "PRAGMA writable_schema = RESET")
    }
    try rewrite(
      strict.replacing(") STRICT", with: ")").replacing(" NOT NULL", with: "         "))
    try change()
    try rewrite(strict)
  }
}
