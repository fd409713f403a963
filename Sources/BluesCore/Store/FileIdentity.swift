internal import Basics
internal import GRDB

/// The identity of a project file: a random number that keeps its row ids apart from those of
/// other partners' files, so that two files can one day be merged without renumbering.
enum FileIdentity {
  static func number(_ db: Database) throws -> Int64 {
    let number = try Row.fetchOne(db, sql: "SELECT number FROM file")?.value(0, as: Int64.self)
    guard let number, (1...0x7FFF_FFFF).contains(number) else {
      throw UnreadValue(table: "file", column: "number", row: 1)
    }
    return number
  }

  /// The row of a table that people know by a number, such as contact 17: of this file, or in a shared
  /// project of the copy that gave the number.
  static func row(_ number: Int64, of table: String, in db: Database) throws -> Int64 {
    let own = try self.number(db) << 32 | number
    guard try CopyIdentity.fetch(db) != nil,
      try Int.fetchOne(db, sql: "SELECT 1 FROM \(table) WHERE id = ?", arguments: [own]) == nil
    else { return own }
    let found = try Int64.fetchAll(
      db, sql: "SELECT id FROM \(table) WHERE id & 4294967295 = ? LIMIT 2", arguments: [number])
    return found.count == 1 ? found[0] : own
  }

  /// The rows of a shared project that have one number, which two copies gave; none where it has one row.
  static func doubles(_ number: Int64, of table: String, in db: Database) throws -> [Int64] {
    guard try CopyIdentity.fetch(db) != nil else { return [] }
    // From file to file, of which there are few, not from row to row.
    let found = try Int64.fetchAll(
      db.cachedStatement(
        sql: """
          WITH RECURSIVE copy (file) AS (
            SELECT min(id) >> 32 FROM \(table)
            UNION ALL
            SELECT (SELECT min(id) >> 32 FROM \(table) WHERE id >= (copy.file + 1) << 32)
            FROM copy WHERE copy.file IS NOT NULL)
          SELECT id FROM copy JOIN \(table) ON \(table).id = (copy.file << 32 | ?) ORDER BY id
          """), arguments: [number])
    return found.count > 1 ? found : []
  }

  /// Row ids are the file's number in the upper half and a running number in the lower one;
  /// people see the running number.
  static func ids(of file: Int64) -> ClosedRange<Int64> {
    let first = file << 32
    return first...(first | 0xFFFF_FFFF)
  }
}

/// The running number of a row, which people see and type: `C17`, `O4`.
package struct RowID: Hashable, Sendable {
  package let value: Int64

  package init(_ value: Int64) { self.value = value }

  package var running: Int { Int(value & 0xFFFF_FFFF) }

  /// Reads `C17` as 17, with the letter that such rows have.
  static func running(_ text: String, letter: UInt8) -> Int64? {
    let bytes = text.trimmedBytes
    guard bytes.first?.raised == letter else { return nil }
    return wholeNumber(bytes.dropFirst()).map(Int64.init)
  }
}
