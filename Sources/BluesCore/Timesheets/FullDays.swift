internal import Basics
internal import GRDB

/// A day of a person, by the person's row.
struct PersonDay: Hashable {
  let person: Int64
  let day: Day
}

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

  /// The days of some persons, by their rows, that have too many hours; by the person's code, then by day.
  static func named(_ sums: [PersonDay: Int], _ db: Database) throws -> [Found] {
    let full = sums.filter { $0.value > 24 * 100 }
    guard !full.isEmpty else { return [] }
    let ids = Set(full.keys.map(\.person)).map(String.init).joined(separator: ", ")
    let rows = try Row.fetchAll(
      db, sql: "SELECT id, code FROM person WHERE id IN (\(ids)) ORDER BY code")
    let days = Dictionary(grouping: full, by: \.key.person)
    return try rows.flatMap { row in
      let (id, code): (Int64, String) = (try row.value(0), try row.value(1))
      return (days[id] ?? []).sorted { $0.key.day < $1.key.day }.map { key, hours in
        Found(person: code, worked: WorkDate(day: key.day), hours: Hours(hundredths: hours))
      }
    }
  }

  /// Refuses hours that make a day or a month of a person longer than it is.
  ///
  /// - Throws: `TimesheetProblem.dayIsFull`.
  static func refuse(
    _ hours: Hours, of key: TimesheetKey, _ person: String, over known: Int64?, _ db: Database
  ) throws {
    func sum(_ condition: String, _ arguments: StatementArguments) throws -> Int {
      try Int.fetchOne(
        db,
        sql: "SELECT ifnull(sum(hours), 0) FROM timesheet WHERE person_id = ? AND \(condition)",
        arguments: [key.person] + arguments) ?? 0
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
