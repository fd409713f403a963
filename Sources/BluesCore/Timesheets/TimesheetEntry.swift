package import Basics
package import Documents
internal import GRDB

/// The hours of a person in a work package or task, on a day or in a month.
package struct TimesheetEntry: Sendable, Equatable {
  package let person: String
  package let partner: String
  package let worked: WorkDate
  package let workPackage: WorkPackageCode
  package let task: TaskCode?
  /// 1, or its number among several entries of one key.
  package let part: Int
  package let hours: Hours
  package var activity: String?
  package var signedOn: Day?
  package var approvedOn: Day?
  package var approvedBy: String?

  /// The columns of the list.
  package static let fields: [Field<TimesheetEntry>] = [
    Field("person", "Person", "The short code of the person.", kind: .form("person"), rank: .key) {
      .text($0.person)
    },
    Field("partner", "Partner", "The partner the person works for.", kind: .form("partner")) {
      .text($0.partner)
    },
    Field(
      "worked_on", "Day or month", "The day, or the month where a sheet has its sum alone.",
      kind: .writtenDay, rank: .key
    ) { .text($0.worked.text) },
    Field("work_package", "WP", "The work package.", kind: .form("work package"), rank: .key) {
      .text($0.workPackage.description)
    },
    Field("task", "Task", "The task, where it is known.", kind: .form("task")) {
      .text(orEmpty: $0.task?.description)
    },
    Field("hours", "Hours", "The hours, with two decimals.", kind: .number) {
      .decimal($0.hours.text)
    },
    Field("activity", "Activity", "What was done.", rank: .main) { .text(orEmpty: $0.activity) },
    Field("signed_on", "Signed", "The day the person signed.", kind: .day) {
      .day(orEmpty: $0.signedOn)
    },
    Field("approved_on", "Approved", "The day the supervisor signed.", kind: .day) {
      .day(orEmpty: $0.approvedOn)
    },
    Field("approved_by", "Approved by", "The supervisor.") { .text(orEmpty: $0.approvedBy) },
    Field(
      "part", "Part", "1, or its number among several entries of one day and work.", kind: .number,
      shown: false
    ) { .integer($0.part) },
  ]

  /// The columns of the export, which the import takes.
  package static let exported: [Field<TimesheetEntry>] = fields.filter {
    !["partner", "worked_on", "part"].contains($0.column.name)
  }.flatMap { field -> [Field<TimesheetEntry>] in
    guard field.column.name == "person" else { return [field] }
    return [
      field,
      Field("date", "Date", kind: .day) { $0.worked.isMonth ? .empty : .day($0.worked.first) },
      Field("month", "Month", kind: .form("month")) {
        $0.worked.isMonth ? .text($0.worked.text) : .empty
      },
    ]
  }
}

extension TimesheetEntry {
  /// The entries of a project, by person, day and work.
  static func fetch(
    _ db: Database, where condition: String = "TRUE", _ arguments: StatementArguments = []
  ) throws -> [TimesheetEntry] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT person.code, partner.code, worked_on, work_package.number, task.number, part, hours,
          activity, signed_on, approved_on, approved_by
        FROM timesheet
        JOIN person ON person.id = timesheet.person_id
        JOIN partner ON partner.id = person.partner_id
        JOIN work_package ON work_package.id = timesheet.work_package_id
        LEFT JOIN task ON task.id = timesheet.task_id
        WHERE \(condition)
        ORDER BY person.code, worked_on, work_package.number, task.number, part
        """,
      arguments: arguments)
    var entries: [TimesheetEntry] = []
    while let row = try rows.next() {
      let package = try row.stored(3, "work_package_id") { WorkPackageCode(number: $0) }
      let task: Int? = try row.value(4)
      entries.append(
        TimesheetEntry(
          person: try row.value(0), partner: try row.value(1),
          worked: try row.stored(2, "worked_on") { WorkDate(stored: $0) }, workPackage: package,
          task: task.flatMap { TaskCode(workPackage: package, number: $0) },
          part: try row.value(5), hours: Hours(hundredths: try row.value(6)),
          activity: try row.value(7), signedOn: try row.value(8), approvedOn: try row.value(9),
          approvedBy: try row.value(10)))
    }
    return entries
  }
}
