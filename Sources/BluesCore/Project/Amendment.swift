package import Basics
internal import GRDB

/// A change of the project's dates, with the dates before it and the reason.
package struct Amendment: Sendable, Equatable {
  package let number: Int
  package let madeOn: Day
  package let reason: String
  package let oldStart: Day
  package let oldEnd: Day
  package let newStart: Day
  package let newEnd: Day
}

extension Amendment: FetchableRecord {
  init(row: Row) throws {
    number = row["number"]
    madeOn = row["made_on"]
    reason = row["reason"]
    oldStart = row["old_start"]
    oldEnd = row["old_end"]
    newStart = row["new_start"]
    newEnd = row["new_end"]
  }

  static func all(_ db: Database) throws -> [Amendment] {
    try fetchAll(db, sql: "SELECT * FROM amendment ORDER BY number")
  }
}
