internal import GRDB

/// The entries of all timesheets or those of a partner, read in place, since a project may have half a million.
struct WorkedHours {
  /// What one entry says.
  struct Entry {
    let person: Int64
    let worked: WorkDate
    /// The row of the work package.
    let package: Int64
    /// Hundredths of an hour.
    let hours: Int
  }

  private let statement: PreparedStatement

  init(_ db: Database, of partner: Int64? = nil) throws {
    let those =
      partner.map { " WHERE person_id IN (SELECT id FROM person WHERE partner_id = \($0))" } ?? ""
    statement = try PreparedStatement(
      db, "SELECT id, person_id, worked_on, work_package_id, hours FROM timesheet\(those)")
  }

  /// - Throws: `UnreadValue` for a value that no command has written.
  func forEach(_ body: (Entry) throws -> Void) throws {
    try statement.forEach { row in
      let id = PreparedStatement.number(row, 0)
      func number(_ column: Int32, _ name: String) throws -> Int64 {
        guard let number = PreparedStatement.number(row, column) else {
          throw UnreadValue(table: "timesheet", column: name, row: id)
        }
        return number
      }
      let worked: UnsafeBufferPointer<UInt8>? = PreparedStatement.text(row, 2)
      guard let worked = worked.flatMap({ WorkDate(stored: $0) }) else {
        throw UnreadValue(table: "timesheet", column: "worked_on", row: id)
      }
      guard let hours = Int.read(try number(4, "hours").databaseValue) else {
        throw UnreadValue(table: "timesheet", column: "hours", row: id)
      }
      try body(
        Entry(
          person: try number(1, "person_id"), worked: worked,
          package: try number(3, "work_package_id"), hours: hours))
    }
  }
}
