package import Basics
internal import GRDB

/// The grant project: its names, its number and its dates.
package struct Project: Sendable, Equatable {
  package let acronym: String
  package let title: String
  package let grantNumber: String?
  package let programme: String?
  package let start: Day
  package let end: Day

  package init(
    acronym: String, title: String, grantNumber: String?, programme: String?, start: Day, end: Day
  ) {
    self.acronym = acronym
    self.title = title
    self.grantNumber = grantNumber
    self.programme = programme
    self.start = start
    self.end = end
  }

  /// How many project months the project has; the last may be cut short.
  package var months: Int { month(of: end) ?? 1 }

  /// The last project month that has a code: the project's last, or M999.
  var lastMonth: ProjectMonth { ProjectMonth(nearest: months) }

  /// The number of the project month a day falls in; nil before the start.
  func month(of day: Day) -> Int? { ProjectMonth.number(containing: day, projectStart: start) }

  /// Years that a grant project may well run in: since the European Communities of 1958.
  private static let likelyYears = 1958...2099

  /// The question whether a start or an end far from our time is meant; nil where nobody need ask.
  package static func doubt(start: Day?, end: Day?) -> String? {
    func isFar(_ day: Day) -> Bool { !likelyYears.contains(day.civil.year) }
    let parts =
      [start.map { ("start", $0) }, end.map { ("end", $0) }].compactMap(\.self)
      .filter { isFar($0.1) }.map { "\($0.0) on \($0.1)" }
    guard !parts.isEmpty else { return nil }
    return "The project would \(parts.joined(separator: " and ")). Is that right?"
  }
}

extension Project: FetchableRecord {
  init(row: Row) throws {
    acronym = try row.value("acronym")
    title = try row.value("title")
    grantNumber = try row.value("grant_number")
    programme = try row.value("programme")
    start = try row.value("start_day")
    end = try row.value("end_day")
  }

  static func fetch(_ db: Database) throws -> Project {
    // A report asks for it two dozen times, and making a statement costs more than its row.
    guard let project = try Project.fetchOne(db.cachedStatement(sql: "SELECT * FROM project"))
    else {
      throw ProjectProblem.none
    }
    return project
  }
}
