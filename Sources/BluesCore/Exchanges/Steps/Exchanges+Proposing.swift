package import Basics
internal import GRDB

extension Exchanges {
  /// A stay as it is planned between two profiles.
  struct Plan {
    let host: Int64
    let visitor: Int64
    let firstDay: Day
    let lastDay: Day
    var mode = Exchange.Mode.physical
    /// Whole kilometres, where a person states them.
    var distance: Int?
    /// The number of the group it belongs to.
    var group: Int?
  }

  /// Plans a stay; it is refused when it breaks a rule of the scheme that nobody waived.
  package func propose(
    host: String, visitor: String, from firstDay: Day, to lastDay: Day,
    mode: Exchange.Mode = .physical, distance: Int? = nil, word: WaiverRequest = .none,
    on day: Day? = nil
  ) throws -> Result {
    let results = try propose(
      host: host, visitors: [visitor], from: firstDay, to: lastDay, mode: mode,
      distance: distance, word: word, on: day)
    guard let result = results.first else {
      throw StoreProblem.failed(detail: "the exchange was not stored")
    }
    return result
  }

  /// Plans a stay of several visitors at one host: an exchange for each, under one number of the
  /// group, all of them or none.
  package func propose(
    host: String, visitors: [String], from firstDay: Day, to lastDay: Day,
    mode: Exchange.Mode = .physical, distance: Int? = nil, word: WaiverRequest = .none,
    on day: Day? = nil
  ) throws -> [Result] {
    guard firstDay <= lastDay else { throw ExchangeProblem.endsBeforeStart(firstDay, lastDay) }
    if let distance, distance < 0 { throw ExchangeProblem.negativeDistance(distance) }
    return try store.write { write in
      let db = write.db
      let hostProfile = try Self.profile(host, .host, db)
      let profiles = try visitors.map { try Self.profile($0, .visitor, db) }
      for (index, profile) in profiles.enumerated() where profiles[..<index].contains(profile) {
        throw ExchangeProblem.visitorTwice(visitors[index])
      }
      let group = visitors.count > 1 ? try write.nextNumber("exchange", "group_number") : nil
      let results = try profiles.map { visitor in
        try Self.draft(
          Plan(
            host: hostProfile, visitor: visitor, firstDay: firstDay, lastDay: lastDay, mode: mode,
            distance: distance, group: group),
          word: word, on: day ?? store.invocation.today, write)
      }
      let codes = results.map(\.exchange.code.description)
      write.records("proposed \(codes.joined(separator: ", "))", affecting: codes)
      return results
    }
  }

  /// Adds an exchange as a draft, unless a rule refuses it.
  static func draft(
    _ plan: Plan, word: WaiverRequest = .none, on day: Day, _ write: Transaction
  ) throws -> Result {
    let db = write.db
    let today = write.invocation.today
    let id = try write.nextID("exchange")
    let number = try write.nextNumber("exchange", "number")
    let code = try code(number)
    guard day <= today else { throw StepProblem.inTheFuture(code, on: day, today: today) }
    try db.execute(
      sql: """
        INSERT INTO exchange
          (id, number, host_id, visitor_id, mode, first_day, last_day, state, distance_km,
           group_number)
        VALUES (?, ?, ?, ?, ?, ?, ?, 'draft', ?, ?)
        """,
      arguments: [
        id, number, plan.host, plan.visitor, plan.mode.rawValue, plan.firstDay, plan.lastDay,
        plan.distance, plan.group,
      ])
    try record(.draft, of: id, on: day, note: nil, write)
    let warnings = try ExchangeCheck.pass(code, to: .draft, word: word, on: day, write)
    return Result(exchange: try fetch(code, db), warnings: warnings)
  }
}
