internal import GRDB

/// Whose copy of a shared project a file is.
struct CopyIdentity: Equatable {
  /// The short name of the partner.
  let organisation: String
  /// What all copies of the project have in common, 32 hexadecimal digits.
  let project: String

  /// - Returns: None for a project that is not shared.
  static func fetch(_ db: Database) throws -> CopyIdentity? {
    let row = try Row.fetchOne(
      db, sql: "SELECT organisation, project FROM file WHERE organisation IS NOT NULL")
    return try row.map {
      CopyIdentity(organisation: try $0.value("organisation"), project: try $0.value("project"))
    }
  }

  /// Makes a file the copy of a partner, whose numbers begin in a range of its own.
  static func set(
    _ identity: CopyIdentity, firstNumber: Int64, in db: Database
  ) throws {
    try db.execute(
      sql: "UPDATE file SET organisation = ?, project = ?, first_number = ?",
      arguments: [identity.organisation, identity.project, firstNumber])
  }

  /// How many numbers a copy has of each kind of record.
  static let numbersEach: Int64 = 1_000_000

  /// The numbers that the copy of a partner gives, by the partner's row.
  static func numbers(ofPartner id: Int64) -> ClosedRange<Int64> {
    let first = Int64(RowID(id).running) * numbersEach
    return first...(first + numbersEach - 1)
  }

  /// The numbers that a file gives to records such as costs, so that two copies give none twice.
  static func numbers(_ db: Database) throws -> ClosedRange<Int64> {
    let row = try Row.fetchOne(
      db, sql: "SELECT first_number, organisation IS NOT NULL AS shared FROM file")
    guard let row, try row.value("shared") else { return 0...999_999_999 }
    let first: Int64 = try row.value("first_number")
    guard (0...999_000_000).contains(first) else {
      throw UnreadValue(table: "file", column: "first_number", row: 1)
    }
    return first...(first + numbersEach - 1)
  }
}
