internal import Basics
internal import GRDB

/// Why the effort of a partner in a work package is not as planned.
struct EffortExplanations {
  /// What the words are about.
  struct Subject: Hashable {
    let partner: String
    let package: Int
  }

  /// The words of a reporting period.
  static func of(_ period: Period, _ db: Database) throws -> [Subject: String] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT partner.code, work_package.number, words
        FROM effort_explanation
        JOIN partner ON partner.id = partner_id
        JOIN work_package ON work_package.id = work_package_id
        JOIN period ON period.id = period_id
        WHERE period.number = ?
        """, arguments: [period.number])
    var words: [Subject: String] = [:]
    for row in rows {
      words[Subject(partner: try row.value(0), package: try row.value(1))] = try row.value(2)
    }
    return words
  }
}

extension Timesheets {
  /// Explains the effort of a partner in a work package in a reporting period.
  ///
  /// An empty text takes the words away. Answers the partner's short name.
  package func explain(
    _ partner: String, in package: WorkPackageCode, period name: String, _ words: String
  ) throws -> String {
    try store.write { write in
      let context = try RecordContext(write.db, write.invocation, write.hooks)
      let code = try context.code(partner, in: Partner.target)
      let period = try EffortScope.period(name, write.db)
      try PeriodLock(write.db).refuse("the explanation of effort in \(package)", in: period)
      let key: StatementArguments = [
        try context.id(code, in: Partner.target),
        try context.id(package.description, in: WorkPackage.target),
        try Int64.fetchOne(
          write.db, sql: "SELECT id FROM period WHERE number = ?", arguments: [period.number]),
      ]
      try write.db.execute(
        sql: """
          DELETE FROM effort_explanation
          WHERE partner_id = ? AND work_package_id = ? AND period_id = ?
          """, arguments: key)
      let words = CellText.trimmed(words)
      if !words.isEmpty {
        try write.db.execute(
          sql: """
            INSERT INTO effort_explanation (id, partner_id, work_package_id, period_id, words)
            VALUES (?, ?, ?, ?, ?)
            """,
          arguments: [try write.nextID("effort_explanation")] + key + [words])
      }
      write.records(
        "explained the effort of \(code) in \(package) in \(period.name)",
        affecting: [code, package.description])
      return code
    }
  }
}
