internal import GRDB

/// The columns that the coordinator alone changes, such as what was decided on a profile.
enum DecidedColumns {
  /// The row of a change in a partner's copy that changes one of them, or adds a row with one.
  static func changed(_ change: Changeset, _ db: Database) throws -> Changeset.Row? {
    var places: [String: (all: Int, decided: [Int])] = [:]
    var found: Changeset.Row?
    try change.forEach(withNulls: true) { row, value in
      guard found == nil, let table = SharedScope.table(row.table), !table.decided.isEmpty
      else { return }
      let names = try places[row.table] == nil ? db.columns(in: row.table).map(\.name) : []
      let known =
        places[row.table]
        ?? (names.count, names.indices.filter { table.decided.contains(names[$0]) })
      places[row.table] = known
      let values = known.decided.map { value($0) }
      // A row that is added or removed has all its values, one that is changed those that it loses.
      if (0..<known.all).allSatisfy({ value($0) != nil }) {
        let isThere = try Bool.fetchOne(
          db, sql: "SELECT EXISTS (SELECT 1 FROM \(row.table) WHERE id = ?)", arguments: [row.id])
        if isThere == true, values.contains(where: { $0?.isNull == false }) { found = row }
      } else if values.contains(where: { $0 != nil }) {
        found = row
      }
    }
    return found
  }
}

extension ScopedTable {
  /// Values that a partner sends, with what stands here in the columns that the coordinator changes.
  func keepingDecided(
    _ values: [DatabaseValue]?, of ours: [DatabaseValue]?, _ columns: [String]
  ) -> [DatabaseValue]? {
    guard var values, !decided.isEmpty else { return values }
    for (place, column) in columns.enumerated() where decided.contains(column) {
      values[place] = ours?[place] ?? .null
    }
    return values
  }
}
