internal import Basics
internal import GRDB

/// Rows that break a CHECK of their table: another program has written them.
enum BrokenCheck {
  /// Looks through one table.
  ///
  /// - Throws: `UnreadValue` with the table, the row and the first column that the CHECK names.
  static func refuse(_ table: String, _ db: Database) throws {
    let text = try String.fetchOne(
      db.cachedStatement(
        sql: "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?"),
      arguments: [table])
    let conditions = text.map { Self.conditions(in: Array($0.utf8)) } ?? []
    guard !conditions.isEmpty, try BrokenReference.isShort(table, db),
      let row = try first(breaking: conditions, in: table, db)
    else { return }
    let broken = try conditions.first { try first(breaking: [$0], in: table, db) == row }
    let names = try db.columns(in: table).map(\.name)
    let words = (broken ?? "").split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
    throw UnreadValue(
      table: table, column: words.first(where: names.contains) ?? "id", row: row)
  }

  /// The first row of which a condition is false; what is unknown is no breach.
  private static func first(
    breaking conditions: [String], in table: String, _ db: Database
  ) throws -> Int64? {
    let sound = conditions.map { "(\($0)) IS NOT 0" }.joined(separator: " AND ")
    return try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT rowid FROM \(table) WHERE NOT (\(sound)) LIMIT 1"))
  }

  /// What stands between the brackets of each CHECK, without comments.
  static func conditions(in sql: [UInt8]) -> [String] {
    var found: [String] = []
    var (index, word, depth) = (0, [UInt8](), 0)
    var condition: [UInt8] = []
    while index < sql.count {
      let byte = sql[index]
      if byte == UInt8(ascii: "-"), index + 1 < sql.count, sql[index + 1] == byte {
        while index < sql.count, sql[index] != 0x0A { index += 1 }
        continue
      }
      if byte == UInt8(ascii: "'") {
        let start = index
        index += 1
        while index < sql.count, sql[index] != byte { index += 1 }
        index = min(index + 1, sql.count)
        if depth > 0 { condition += sql[start..<index] }
        word = []
        continue
      }
      if depth == 0 {
        if byte == UInt8(ascii: "("), word == Array("CHECK".utf8) {
          depth = 1
        } else if byte > 0x20 {
          if byte.isAlphanumeric { word.append(byte) } else { word = [] }
        } else if word != Array("CHECK".utf8) {
          word = []
        }
      } else {
        if byte == UInt8(ascii: "(") { depth += 1 }
        if byte == UInt8(ascii: ")") { depth -= 1 }
        if depth == 0 {
          found.append(String(decoding: condition, as: UTF8.self))
          condition = []
          word = []
        } else {
          condition.append(byte)
        }
      }
      index += 1
    }
    return found
  }
}
