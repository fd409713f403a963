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

  /// No number is given twice: the last one that was given is not below one in use.
  private static func numbers(_ db: Database) throws -> [IntegrityFault] {
    let ids = try FileIdentity.ids(of: FileIdentity.number(db))
    let numbers = try CopyIdentity.numbers(db)
    let recorded = try Set(ChangeRecorder.tables(db))
    return try Row.fetchAll(db, sql: "SELECT name, last FROM last_id ORDER BY name").compactMap {
      row in
      let name: String = try row.value("name")
      let last: Int64 = try row.value("last")
      let parts = name.split(separator: ".").map(String.init)
      let column = parts.count == 2 ? parts[1] : "id"
      guard let table = parts.first, recorded.contains(table),
        try db.columns(in: table).contains(where: { $0.name == column })
      else {
        return IntegrityCheck.fault(.sum, "table last_id", "a number is of no table")
      }
      let range = column == "id" ? ids : numbers
      let used = try Int64.fetchOne(
        db, sql: "SELECT max(\(column)) FROM \(table) WHERE \(column) BETWEEN ? AND ?",
        arguments: [range.lowerBound, range.upperBound])
      guard let used, used > last else { return nil }
      return IntegrityCheck.fault(
        .sum, "table last_id", "the last number of \(name) is below one in use")
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
