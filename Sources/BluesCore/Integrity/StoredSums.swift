internal import Basics
internal import GRDB

/// Sums and digests that the file keeps beside what they are of.
enum StoredSums {
  static func faults(_ db: Database) throws -> [IntegrityFault] {
    try imports(db) + numbers(db) + DoubleCodes.faults(db) + frozen(db)
  }

  /// Of an import every row read is created, updated, unchanged or rejected.
  private static func imports(_ db: Database) throws -> [IntegrityFault] {
    try Int64.fetchAll(
      db,
      sql: """
        SELECT operation FROM batch
        WHERE rows_read <> created + updated + unchanged + rejected
        ORDER BY operation LIMIT \(IntegrityCheck.most)
        """
    ).map {
      IntegrityCheck.fault(
        .sum, "step \($0)", "the rows of the import do not add up to the rows that were read")
    }
  }

  /// Numbers that were given are those of a table.
  ///
  /// One that is below a number in use is no fault: the next one is above both.
  private static func numbers(_ db: Database) throws -> [IntegrityFault] {
    let recorded = try Set(ChangeRecorder.tables(db))
    return try String.fetchAll(db, sql: "SELECT name FROM last_id ORDER BY name").compactMap {
      name in
      let parts = name.split(separator: ".").map(String.init)
      let column = parts.count == 2 ? parts[1] : "id"
      guard let table = parts.first, recorded.contains(table),
        try db.columns(in: table).contains(where: { $0.name == column })
      else {
        return IntegrityCheck.fault(.sum, "table last_id", "a number is of no table")
      }
      return nil
    }
  }

  /// What a lock keeps has the digest that it had then.
  private static func frozen(_ db: Database) throws -> [IntegrityFault] {
    let rows = try Row.fetchCursor(
      db, sql: "SELECT id, sha256, content FROM frozen_document ORDER BY id")
    var faults: [IntegrityFault] = []
    while let row = try rows.next() {
      let content: String = try row.value("content")
      guard try FileDigest(of: Array(content.utf8)).sha256 != row.value("sha256") else { continue }
      faults.append(
        IntegrityCheck.fault(
          .sum, IntegrityCheck.place("frozen_document", try row.value("id")),
          "the document is not what was frozen: its SHA-256 differs"))
    }
    return faults
  }
}
