internal import Basics
internal import GRDB

/// The months in which a partner's persons have hours: their pay is computed, and is no line of costs.
final class RecordedHours {
  private let db: Database
  private var known: [String: Bool] = [:]

  init(_ db: Database) { self.db = db }

  /// Whether a person of a partner has hours in the month of a day.
  func contain(_ partner: String, monthOf day: Day) throws -> Bool {
    let month = String(day.iso.prefix(7))
    let key = "\(partner)|\(month)"
    if let known = known[key] { return known }
    let found =
      try Bool.fetchOne(
        db,
        sql: """
          SELECT EXISTS (
            SELECT 1 FROM person
            JOIN partner ON partner.id = partner_id
            JOIN timesheet ON person_id = person.id AND worked_on BETWEEN ? AND ?
            WHERE partner.code = ?)
          """, arguments: [month, "\(month)-31", partner]) ?? false
    known[key] = found
    return found
  }
}
