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
    number = try row.value("number")
    madeOn = try row.value("made_on")
    reason = try row.value("reason")
    oldStart = try row.value("old_start")
    oldEnd = try row.value("old_end")
    newStart = try row.value("new_start")
    newEnd = try row.value("new_end")
  }

  static func all(_ db: Database) throws -> [Amendment] {
    try fetchAll(db.cachedStatement(sql: "SELECT * FROM amendment ORDER BY number"))
  }
}
