internal import GRDB

/// The ids that a partner gave in an earlier copy, so that one that is made anew gives none again.
enum NumbersInUse {
  /// Remembers the ids of the rows that are here, and of those that the parcel says to be removed.
  ///
  /// Numbers of records such as costs are counted from the rows themselves.
  static func note(_ parcel: Store, file: Int64, in db: Database) throws {
    let numbers = try CopyIdentity.numbers(db)
    let first = FileIdentity.ids(of: file).lowerBound
    var given: [String: Int64] = [:]
    for table in SharedScope.tables where table.isNumberedByCopies {
      let here = try last("id", of: table.name, in: numbers, db)
      let gone = try parcel.read { inside in
        try last(
          "row_id", of: "removed_row WHERE table_name = '\(table.name)'", in: numbers, inside)
      }
      given[table.name] = [here, gone].compactMap(\.self).max()
    }
    // A firm whose contacts are gone is not sent; it came with one of them.
    let coded = ["contact", "organisation"]
    if let last = coded.compactMap({ given[$0] }).max() {
      for table in coded { given[table] = last }
    }
    for (table, last) in given.sorted(by: { $0.key < $1.key }) {
      try db.execute(
        sql: """
          INSERT INTO last_id (name, last) VALUES (?, ?)
          ON CONFLICT (name) DO UPDATE SET last = max(last, excluded.last)
          """, arguments: [table, first | last])
    }
  }

  /// The largest running number of some rows in a range.
  private static func last(
    _ column: String, of rows: String, in numbers: ClosedRange<Int64>, _ db: Database
  ) throws -> Int64? {
    try Int64.fetchOne(
      db,
      sql: """
        SELECT max(running) FROM (SELECT \(column) & 4294967295 AS running FROM \(rows))
        WHERE running BETWEEN ? AND ?
        """, arguments: [numbers.lowerBound, numbers.upperBound])
  }
}
