import GRDB
import Testing

@testable import BluesCore

/// What holds in every project for its exchanges, written down once more over the bare tables.
enum StepLaws {
  static let physical = [
    "draft", "applied", "eligible", "matched", "agreed", "contracted", "ongoing", "completed",
    "reported", "validated", "paid", "closed",
  ]
  static let virtual = physical.filter { $0 != "contracted" && $0 != "paid" }

  /// Kinds by state, with those who sign; `+` marks kinds that only funded exchanges need.
  static let papers: [String: [(kind: String, parties: [String])]] = [
    "applied": [("application-visitor", []), ("application-host", []), ("privacy-notice", [])],
    "eligible": [("eligibility-proof", [])],
    "agreed": [
      ("quality-commitment", ["host", "host-partner", "visitor", "visitor-partner"])
    ],
    "contracted": [("financial-agreement", ["visitor", "visitor-partner"])],
    "reported": [("closing-report", [])],
    "validated": [("+travel-proof", []), ("stay-proof", [])],
    "closed": [("+payment-proof", []), ("host-feedback", []), ("publicity-permission", [])],
  ]

  /// Every law that does not hold, in words.
  static func breaches(_ db: Database, today: String) throws -> [String] {
    let exchanges = try Row.fetchAll(db.cachedStatement(sql: "SELECT * FROM exchange"))
    return try exchanges.flatMap { exchange in
      let steps = try Row.fetchAll(
        db.cachedStatement(sql: "SELECT * FROM exchange_step WHERE exchange_id = ? ORDER BY id"),
        arguments: [exchange["id"] as Int64])
      return try order(exchange, steps) + days(exchange, steps, today) + money(exchange, steps)
        + standing(db, exchange, steps)
    }
  }

  private static func order(_ exchange: Row, _ steps: [Row]) -> [String] {
    let way = exchange["mode"] == "virtual" ? virtual : physical
    var states = steps.map { $0["step"] as String }
    guard states.last == exchange["state"] as String else { return ["not in its last state"] }
    let before = way[(way.firstIndex(of: "ongoing") ?? 1) - 1]
    switch states.last {
    case "cancelled":
      states.removeLast()
      if states.contains("completed") { return ["cancelled too late"] }
    case "withdrawn":
      states.removeLast()
      if states.contains("ongoing") { return ["withdrawn too late"] }
    case "no_show":
      states.removeLast()
      if states.last != before { return ["no-show from \(states.last ?? "")"] }
    default: break
    }
    return states == Array(way.prefix(states.count)) ? [] : ["went \(states)"]
  }

  private static func days(_ exchange: Row, _ steps: [Row], _ today: String) -> [String] {
    let days = steps.map { $0["happened_on"] as String }
    var breaches = days == days.sorted() ? [] : ["days out of order \(days)"]
    if let last = days.last, last > today { breaches.append("in the future") }
    for step in steps {
      let day: String = step["happened_on"]
      switch step["step"] as String {
      case "ongoing", "no_show":
        if day < exchange["first_day"] as String { breaches.append("before the first day") }
      case "completed":
        if day < exchange["last_day"] as String { breaches.append("before the last day") }
      default: break
      }
    }
    return breaches
  }

  private static func money(_ exchange: Row, _ steps: [Row]) -> [String] {
    let states = Set(steps.map { $0["step"] as String })
    let agreed: Int64? = exchange["agreed_cents"]
    let paid: Int64? = exchange["paid_cents"]
    var breaches: [String] = []
    if states.contains("contracted") != (agreed != nil) { breaches.append("agreed amount") }
    if states.contains("paid") != (paid != nil) { breaches.append("paid amount") }
    if let paid, let agreed, paid > agreed { breaches.append("paid too much") }
    if states.contains("agreed") != (exchange["rule_book"] as String? != nil) {
      breaches.append("rule book")
    }
    return breaches
  }

  private static func standing(_ db: Database, _ exchange: Row, _ steps: [Row]) throws -> [String] {
    var breaches: [String] = []
    for step in steps {
      for paper in papers[step["step"]] ?? [] {
        if paper.kind.hasPrefix("+") && exchange["mode"] == "virtual" { continue }
        let kind = paper.kind.filter { $0 != "+" }
        let there = try Int.fetchOne(
          db.cachedStatement(
            sql: """
              SELECT count(*) FROM paper
              WHERE exchange_id = ? AND kind = ?
                AND (SELECT count(*) FROM paper_signature
                     WHERE paper_id = paper.id AND signed_on <= ?
                       AND instr(?, '[' || party || ']') > 0) = ?
              """),
          arguments: [
            exchange["id"] as Int64, kind, step["happened_on"] as String,
            paper.parties.map { "[\($0)]" }.joined(), paper.parties.count,
          ])
        if there == 0 { breaches.append("\(step["step"] as String) without \(kind)") }
      }
    }
    return breaches
  }

  /// The tables that the commands of an exchange change, as one text.
  static func picture(_ db: Database) throws -> String {
    try String.fetchOne(db.cachedStatement(sql: pictured)) ?? ""
  }

  private static let pictured = """
    SELECT (SELECT group_concat(quote(id) || quote(mode) || first_day || last_day || state
              || quote(rule_book) || quote(agreed_cents) || quote(paid_cents)
              || quote(bank_reference) || quote(goals) || quote(agenda)
              || quote(distance_km) || quote(distance_basis) || quote(group_number))
            FROM (SELECT * FROM exchange ORDER BY id))
      || '/' || (SELECT group_concat(id || step || happened_on || quote(note))
                 FROM (SELECT * FROM exchange_step ORDER BY id))
      || '/' || ifnull((SELECT group_concat(id || exchange_id || kind || dated || quote(note))
                 FROM (SELECT * FROM paper ORDER BY id)), '')
      || '/' || ifnull((SELECT group_concat(id || '.' || paper_id || party || signed_on)
                 FROM (SELECT * FROM paper_signature ORDER BY id)), '')
      || '/' || ifnull((SELECT group_concat(id || '.' || step_id || quote(earlier_step_id)
                   || quote(paper_id) || quote(signature_id) || quote(exchange_id)
                   || quote(mode) || quote(first_day) || quote(last_day))
                 FROM (SELECT * FROM step_ground ORDER BY id)), '')
    """
}
