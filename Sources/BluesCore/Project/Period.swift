package import Basics
internal import GRDB

/// A reporting period, in project months.
package struct Period: Sendable, Equatable {
  package let number: Int
  package let startMonth: ProjectMonth
  package let endMonth: ProjectMonth

  package var name: String { "RP\(number)" }

  /// The days of the period; the last period ends with the project at the latest.
  package func days(in project: Project) -> ClosedRange<Day> {
    let first = startMonth.firstDay(projectStart: project.start)
    let last = endMonth.lastDay(projectStart: project.start)
    return first...max(first, last)
  }

  static func all(_ db: Database) throws -> [Period] {
    try Row.fetchAll(db.cachedStatement(sql: "SELECT * FROM period ORDER BY number")).map { row in
      try Period(
        number: row.value("number"), startMonth: row.value("start_month"),
        endMonth: row.value("end_month"))
    }
  }

  /// The numbers of the periods by their rows.
  static func numbers(_ db: Database) throws -> [Int64: Int] {
    try Row.fetchAll(db, sql: "SELECT id, number FROM period").reduce(into: [:]) {
      $0[try $1.value("id")] = try $1.value("number")
    }
  }
}
