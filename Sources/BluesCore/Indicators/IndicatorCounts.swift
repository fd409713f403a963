internal import GRDB

/// Counts what indicators count by themselves; each kind at most once.
final class IndicatorCounts {
  /// A number with the partners it comes from, and the one to reach.
  struct Count {
    var number = 0
    var byPartner: [String: Int] = [:]
    var target: Int?
  }

  private let db: Database
  private var known: [Indicator.Counted: Count] = [:]

  init(_ db: Database) { self.db = db }

  func count(_ kind: Indicator.Counted) throws -> Count {
    if let count = known[kind] { return count }
    let count =
      switch kind {
      case .nothing: Count()
      case .exchanges: try exchanges()
      case .entities: try entities()
      case .deliverables: try deliverables()
      case .trained: try trained()
      case .events: try events()
      }
    known[kind] = count
    return count
  }

  /// Exchanges that count for a partner of this project, from validation on.
  private func exchanges() throws -> Count {
    let all = try Exchange.fetchAll(db, sql: Exchange.selection).filter(\.isCounted)
    var count = Count(number: all.count, target: try RuleBook.inForce(db).target(.exchanges))
    for exchange in all { count.byPartner[exchange.visitorPartner ?? "", default: 0] += 1 }
    return count
  }

  /// Organisations that are members of the partners' clusters; one of two clusters counts once.
  private func entities() throws -> Count {
    var count = Count(target: try RuleBook.inForce(db).target(.entities))
    count.number =
      try Int.fetchOne(db, sql: "SELECT count(DISTINCT organisation_id) FROM membership") ?? 0
    count.byPartner = try grouped(
      """
      SELECT partner.code, count(*) FROM membership
      JOIN partner ON partner.id = membership.partner_id GROUP BY partner.id
      """)
    return count
  }

  /// Deliverables that are submitted or accepted; the plan says how many there are to be.
  private func deliverables() throws -> Count {
    let isDone = "deliverable.state IN ('submitted', 'accepted')"
    let planned = try Int.fetchOne(db, sql: "SELECT count(*) FROM deliverable") ?? 0
    var count = Count(target: planned > 0 ? planned : nil)
    count.number =
      try Int.fetchOne(db, sql: "SELECT count(*) FROM deliverable WHERE \(isDone)") ?? 0
    count.byPartner = try grouped(
      """
      SELECT partner.code, count(*) FROM deliverable
      JOIN partner ON partner.id = deliverable.lead_id WHERE \(isDone) GROUP BY partner.id
      """)
    return count
  }

  /// Persons at trainings that were delivered: each contact once, and those who were counted.
  private func trained() throws -> Count {
    let contacts = """
      SELECT count(DISTINCT contact_id) FROM activity_contact
      JOIN activity ON activity.id = activity_id WHERE \(Self.isTraining)
      """
    let counted = """
      SELECT coalesce(sum(persons), 0) FROM activity_count
      JOIN activity ON activity.id = activity_id WHERE \(Self.isTraining)
      """
    var count = Count()
    for sql in [contacts, counted] { count.number += try Int.fetchOne(db, sql: sql) ?? 0 }
    count.byPartner = try grouped(
      """
      SELECT partner.code, count(DISTINCT contact_id) FROM activity_contact
      JOIN activity ON activity.id = activity_id
      JOIN contact ON contact.id = contact_id
      JOIN partner ON partner.id = contact.partner_id
      WHERE \(Self.isTraining) GROUP BY partner.id
      """)
    return count
  }

  private static let isTraining = "activity.type = 'training' AND activity.status = 'delivered'"

  /// Activities that bring people together and were delivered.
  private func events() throws -> Count {
    let isEvent =
      "activity.status = 'delivered' AND activity.type IN "
      + "('training', 'feedback', 'joint-event', 'matchmaking', 'mission')"
    var count = Count()
    count.number =
      try Int.fetchOne(db, sql: "SELECT count(*) FROM activity WHERE \(isEvent)") ?? 0
    count.byPartner = try grouped(
      """
      SELECT partner.code, count(*) FROM activity_partner
      JOIN activity ON activity.id = activity_id
      JOIN partner ON partner.id = partner_id WHERE \(isEvent) GROUP BY partner.id
      """)
    return count
  }

  private func grouped(_ sql: String) throws -> [String: Int] {
    try Row.fetchAll(db, sql: sql).reduce(into: [:]) { counts, row in
      counts[try row.stored(0, "code")] = try row.stored(1, "count") as Int
    }
  }
}
