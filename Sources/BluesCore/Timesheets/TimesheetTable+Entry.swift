internal import Basics
internal import GRDB

extension TimesheetTable {
  /// Stores what is said of a known entry.
  static func revise(_ id: Int64, _ values: TimesheetValues, _ db: Database) throws {
    try db.execute(
      sql: """
        UPDATE timesheet
        SET hours = ?, activity = coalesce(?, activity), signed_on = coalesce(?, signed_on),
          approved_on = coalesce(?, approved_on), approved_by = coalesce(?, approved_by)
        WHERE id = ?
        """,
      arguments: [values.hours.hundredths] + values.arguments + [id])
  }

  /// Stores one entry, over a known one where its row is given; answers its row.
  static func put(
    _ key: TimesheetKey, _ values: TimesheetValues, over known: Int64?, _ write: Transaction
  ) throws -> Int64 {
    if let known {
      try revise(known, values, write.db)
      return known
    }
    let id = try write.nextID("timesheet")
    let task: Int64? = key.task == 0 ? nil : key.task
    let head: StatementArguments = [
      id, key.person, key.package, task, key.part, values.hours.hundredths, key.worked.text,
    ]
    try write.db.execute(
      sql: """
        INSERT INTO timesheet (id, person_id, work_package_id, task_id, part, hours, worked_on,
          activity, signed_on, approved_on, approved_by)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: head + values.arguments)
    return id
  }
}

extension TimesheetValues {
  /// The texts, as SQL takes them.
  fileprivate var arguments: StatementArguments {
    StatementArguments(texts.map { $0?.databaseValue ?? .null })
  }
}
