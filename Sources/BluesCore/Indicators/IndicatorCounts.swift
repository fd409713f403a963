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

  private func grouped(_ sql: String) throws -> [String: Int] {
    try Row.fetchAll(db, sql: sql).reduce(into: [:]) { counts, row in
      counts[try row.stored(0, "code")] = try row.stored(1, "count") as Int
    }
  }
}
