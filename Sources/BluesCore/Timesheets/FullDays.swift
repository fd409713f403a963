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

  /// The hours of a person, by the row, on a day.
  struct Sum {
    let person: Int64
    let day: Day
    var hundredths: Int

    var isFull: Bool { hundredths > 24 * 100 }
  }

  /// Days in the order of their persons and of time, with the persons' codes, by which they are ordered.
  static func named(_ sums: [Sum], _ db: Database) throws -> [Found] {
    guard !sums.isEmpty else { return [] }
    let ids = Set(sums.map(\.person)).map(String.init).joined(separator: ", ")
    let rows = try Row.fetchAll(
      db, sql: "SELECT id, code FROM person WHERE id IN (\(ids)) ORDER BY code")
    let days = Dictionary(grouping: sums, by: \.person)
    return try rows.flatMap { row in
      let (id, code): (Int64, String) = (try row.value(0), try row.value(1))
      return (days[id] ?? []).map {
        Found(
          person: code, worked: WorkDate(day: $0.day), hours: Hours(hundredths: $0.hundredths))
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

extension TimesheetTable {
  /// The days among some on which persons among some have more hours than a day, by person and day.
  ///
  /// All entries count but those of whole months.
  func fullDays(of persons: Set<Int64>, in days: ClosedRange<Day>) -> [FullDays.Sum] {
    var entries: [FullDays.Sum] = []
    // One person's entries mostly stand together.
    var current: (person: Int64, isOne: Bool) = (0, false)
    for entry in known where !entry.key.worked.isMonth && days.contains(entry.key.worked.first) {
      let person = entry.key.person
      if person != current.person { current = (person, persons.contains(person)) }
      guard current.isOne else { continue }
      entries.append(
        FullDays.Sum(person: person, day: entry.key.worked.first, hundredths: entry.hours))
    }
    entries.sort { ($0.person, $0.day) < ($1.person, $1.day) }
    var sums: [FullDays.Sum] = []
    for entry in entries {
      if let last = sums.last, (last.person, last.day) == (entry.person, entry.day) {
        sums[sums.count - 1].hundredths &+= entry.hundredths
      } else {
        if let last = sums.last, !last.isFull { sums.removeLast() }
        sums.append(entry)
      }
    }
    return sums.filter(\.isFull)
  }
}
