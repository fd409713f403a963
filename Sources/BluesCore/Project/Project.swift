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
  package var months: Int {
    ProjectMonth(containing: end, projectStart: start)?.number ?? 1
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
    guard let project = try Project.fetchOne(db, sql: "SELECT * FROM project") else {
      throw ProjectProblem.none
    }
    return project
  }
}
