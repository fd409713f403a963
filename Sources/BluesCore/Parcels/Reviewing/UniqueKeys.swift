internal import GRDB

/// The columns that no two rows of a table have in common, by which the same thing is known that was
/// entered in two copies.
struct UniqueKeys {
  private let table: String
  private let keys: [[String]]

  /// Indexes over expressions, with the columns that these are made of.
  private static let ofExpressions = [
    "report_text_once": ["section", "work_package_id", "partner_id", "period_id"],
    "timesheet_once": ["person_id", "worked_on", "work_package_id", "task_id", "part"],
  ]

  init(_ table: String, _ db: Database) throws {
    self.table = table
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT list.name AS name, info.name AS part
        FROM pragma_index_list(?) AS list JOIN pragma_index_info(list.name) AS info
        WHERE list."unique" = 1 ORDER BY list.name, info.seqno
        """, arguments: [table])
    let parts = try Dictionary(grouping: rows) { try $0.value("name", as: String.self) }
    keys = try parts.sorted { $0.key < $1.key }.compactMap { name, parts in
      if let known = Self.ofExpressions[name] { return known }
      let columns = try parts.compactMap { try $0.value("part", as: String?.self) }
      return columns.count == parts.count ? columns : nil
    }
  }

  /// The other row here that has one of the keys of a row; some condition holds for it.
  ///
  /// Two rows of one number are two things, and not looked for where `isSame`.
  func twin(
    of values: [DatabaseValue], _ columns: [String], id: Int64, where condition: String, me: Int64,
    isSame: Bool = true, in db: Database
  ) throws -> (id: Int64, values: [DatabaseValue])? {
    let named = Dictionary(uniqueKeysWithValues: zip(columns, values))
    for key in keys where !(isSame && key == ["number"]) {
      let wanted = key.map { named[$0] ?? .null }
      let isAsked = key.map { "row.\($0) IS ?" }.joined(separator: " AND ")
      let found = try Row.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT \(columns.map { "row.\($0)" }.joined(separator: ", ")) FROM \(table) AS row
            WHERE \(isAsked) AND row.id <> ?
              AND \(condition.replacing(":me", with: "\(me)")) LIMIT 1
            """), arguments: StatementArguments(wanted + [id.databaseValue]))
      if let found { return (try found.value(0), Array(found.databaseValues)) }
    }
    return nil
  }
}
