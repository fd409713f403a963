internal import Basics
internal import GRDB

/// What is open and ends in the project's last month, by the codes.
package struct ProjectEnds: Sendable, Equatable {
  /// The last month before the amendment.
  package private(set) var month = ProjectMonth.first
  /// In the order of the plan.
  package private(set) var codes: [String] = []

  init() {}

  /// What ended with the project as it was.
  init(of project: Project, _ db: Database) throws {
    month = project.lastMonth
    codes = try String.fetchAll(
      db,
      sql: """
        SELECT 'WP' || number FROM work_package WHERE end_month = :month
        UNION ALL
        SELECT 'T' || work_package.number || '.' || task.number FROM task
        JOIN work_package ON work_package.id = work_package_id WHERE task.end_month = :month
        UNION ALL
        SELECT 'D' || work_package.number || '.' || deliverable.number FROM deliverable
        JOIN work_package ON work_package.id = work_package_id
        WHERE due_month = :month AND state IN ('pending', 'rejected')
        UNION ALL
        SELECT 'MS' || number FROM milestone WHERE due_month = :month AND achieved_on IS NULL
        """, arguments: ["month": month.number])
  }

  /// Moves all of them to another month.
  func move(to last: ProjectMonth, _ db: Database) throws {
    let months: StatementArguments = ["old": month.number, "new": last.number]
    for sql in [
      "UPDATE work_package SET end_month = max(start_month, :new) WHERE end_month = :old",
      "UPDATE task SET end_month = max(start_month, :new) WHERE end_month = :old",
      """
      UPDATE deliverable SET due_month = :new
      WHERE due_month = :old AND state IN ('pending', 'rejected')
      """,
      "UPDATE milestone SET due_month = :new WHERE due_month = :old AND achieved_on IS NULL",
    ] {
      try db.execute(sql: sql, arguments: months)
    }
  }
}
