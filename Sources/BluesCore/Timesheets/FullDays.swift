internal import Basics
internal import GRDB

/// Days and months of persons with more hours than they have, over all entries.
struct FullDays {
  /// A day of a person with its hours.
  struct Found {
    let person: String
    let worked: WorkDate
    let hours: Hours

    var sentence: String {
      "\(person) has \(hours.text) hours on \(worked), more than the \(worked.mostHours) of a day."
    }
  }

  /// The days with too many hours, of some persons by their rows, in some months.
  static func all(
    of persons: Set<Int64>, in months: ClosedRange<Day>, _ db: Database
  ) throws -> [Found] {
    let ids = persons.map(String.init).joined(separator: ", ")
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT person.code AS code, worked_on, sum(hours) AS hours
        FROM timesheet JOIN person ON person.id = person_id
        WHERE person_id IN (\(ids)) AND length(worked_on) = 10 AND worked_on BETWEEN ? AND ?
        GROUP BY person_id, worked_on HAVING sum(hours) > 2400
        ORDER BY person.code, worked_on
        """, arguments: [months.lowerBound.iso, months.upperBound.lastOfMonth.iso])
    return try rows.map { row in
      Found(
        person: try row.value("code"),
        worked: try row.stored(1, "worked_on") { WorkDate(stored: $0) },
        hours: Hours(hundredths: try row.value("hours")))
    }
  }

  /// Refuses hours that make a day or a month of a person longer than it is.
  ///
  /// - Throws: `TimesheetProblem.dayIsFull`.
  static func refuse(
    _ hours: Hours, of key: TimesheetKey, _ person: String, over known: Int64?, _ db: Database
  ) throws {
    func sum(_ condition: String, _ arguments: StatementArguments) throws -> Int {
      try Row.fetchOne(
        db,
        sql: "SELECT sum(hours) AS hours FROM timesheet WHERE person_id = ? AND \(condition)",
        arguments: [key.person] + arguments)?.value("hours", as: Int?.self) ?? 0
    }
    let was = try known.map { try sum("id = ?", [$0]) } ?? 0
    guard hours.hundredths > was else { return }
    let month = WorkDate(month: key.worked.first)
    for worked in key.worked.isMonth ? [month] : [key.worked, month] {
      let others =
        try worked.isMonth
        ? sum("substr(worked_on, 1, 7) = ?", [worked.text]) : sum("worked_on = ?", [worked.text])
      let rest = others - was
      guard rest > 0, rest + hours.hundredths > worked.mostHours * 100 else { continue }
      throw TimesheetProblem.full(
        person, worked, recorded: Hours(hundredths: rest), said: hours)
    }
  }
}
