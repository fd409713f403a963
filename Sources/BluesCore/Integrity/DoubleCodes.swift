internal import GRDB

/// Codes that two rows have, since two copies of a shared project gave them.
enum DoubleCodes {
  static func faults(_ db: Database) throws -> [IntegrityFault] {
    guard try CopyIdentity.fetch(db) != nil else { return [] }
    return try faults(
      "contact", "C", "name each by its e-mail address or name: blues partner contact list", db)
      + faults("organisation", "O", "name each by its name: blues partner organisation list", db)
  }

  private static func faults(
    _ table: String, _ letter: String, _ wayOut: String, _ db: Database
  ) throws -> [IntegrityFault] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT id & 4294967295 AS number, count(*) AS rows FROM \(table)
        GROUP BY number HAVING count(*) > 1 ORDER BY number LIMIT \(IntegrityCheck.most)
        """
    ).map { row in
      let (number, rows): (Int64, Int) = (try row.value("number"), try row.value("rows"))
      return IntegrityCheck.fault(
        .value, "table \(table)", "\(rows) rows have the code \(letter)\(number)", wayOut)
    }
  }
}
