internal import GRDB

/// The identity of a project file: a random number that keeps its row ids apart from those of
/// other partners' files, so that two files can one day be merged without renumbering.
enum FileIdentity {
  static func number(_ db: Database) throws -> Int64 {
    guard let number = try Int64.fetchOne(db, sql: "SELECT number FROM file") else {
      throw StoreProblem.failed(detail: "it has no file number")
    }
    return number
  }

  /// Row ids are the file's number in the upper half and a running number in the lower one;
  /// people see the running number.
  static func nextID(_ db: Database, in table: String, file: Int64) throws -> Int64 {
    let first = file << 32
    // A record that was merged into another keeps its number for good.
    let tables =
      ["contact", "organisation"].contains(table) ? [table, "merged_\(table)"] : [table]
    let last = try tables.compactMap { table in
      try Int64.fetchOne(
        db, sql: "SELECT max(id) FROM \(table) WHERE id BETWEEN ? AND ?",
        arguments: [first, first | 0xFFFF_FFFF])
    }
    return (last.max() ?? first) + 1
  }
}

/// The running number of a row, which people see and type: `C17`, `O4`.
package struct RowID: Hashable, Sendable {
  package let value: Int64

  package init(_ value: Int64) { self.value = value }

  package var running: Int { Int(value & 0xFFFF_FFFF) }
}
