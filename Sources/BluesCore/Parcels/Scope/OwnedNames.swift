internal import Basics
internal import GRDB

/// Whose a joint activity is: that of the partner that is named first.
enum JointActivity {
  /// The activity that a row is of, with the partner that is named first; nil for other rows.
  static func owner(
    of row: Changeset.Row, _ db: Database
  ) throws -> (activity: String, partner: String)? {
    let place =
      switch row.table {
      case "activity": ":id"
      case "activity_partner", "activity_count":
        "(SELECT activity_id FROM \(row.table) WHERE id = :id)"
      default: ""
      }
    guard !place.isEmpty else { return nil }
    let found = try Row.fetchOne(
      db,
      sql: """
        SELECT activity.number, partner.code FROM activity
        JOIN activity_partner ON activity_partner.activity_id = activity.id
        JOIN partner ON partner.id = activity_partner.partner_id
        WHERE activity.id = \(place) ORDER BY activity_partner.id LIMIT 1
        """, arguments: ["id": row.id])
    return try found.map {
      ("activity A\(try $0.value("number", as: Int.self))", try $0.value("code"))
    }
  }
}

/// The codes of persons, which two partners could otherwise give alike.
enum OwnedPersonCodes {
  /// Refuses a new code of a person that does not begin with the short name of its partner.
  static func check(_ change: Changeset, _ db: Database) throws {
    guard let place = try db.columns(in: "person").firstIndex(where: { $0.name == "code" }) else {
      return
    }
    var rows: Set<Int64> = []
    // A row that keeps its code has no value of it here.
    try change.forEach { row, value in
      if row.table == "person", value(place) != nil { rows.insert(row.id) }
    }
    for id in rows.sorted() { try check(id, db) }
  }

  private static func check(_ id: Int64, _ db: Database) throws {
    let found = try Row.fetchOne(
      db,
      sql: """
        SELECT person.code, partner.code AS partner FROM person
        JOIN partner ON partner.id = partner_id WHERE person.id = ?
        """, arguments: [id])
    guard let found else { return }
    let code: String = try found.value("code")
    let partner: String = try found.value("partner")
    guard !begins(code, with: partner) else { return }
    throw ScopeProblem.personCode(code, partner: partner)
  }

  /// Whether a code begins with a short name, after which no letter stands: NPX-1 is not of NP.
  static func begins(_ code: String, with partner: String) -> Bool {
    let (code, partner) = (code.asciiLowered, partner.asciiLowered)
    guard code.hasPrefix(partner) else { return false }
    return code.dropFirst(partner.count).first.map { !$0.isLetter } ?? true
  }
}
