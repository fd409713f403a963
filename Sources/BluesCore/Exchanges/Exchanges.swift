internal import GRDB

/// The exchanges: proposed, agreed, started, completed, cancelled.
package struct Exchanges: Sendable {
  let store: Store

  /// What came of a step: the exchange as it is now, and what to keep an eye on.
  package struct Result: Sendable, Equatable {
    package let exchange: Exchange
    package let warnings: [Breach]
  }

  package func all() throws -> [Exchange] {
    try store.read { db in
      try Exchange.fetchAll(db, sql: "\(Exchange.selection) ORDER BY exchange.number")
    }
  }

  package func one(_ code: ExchangeCode) throws -> (exchange: Exchange, steps: [ExchangeStep]) {
    try store.read { db in
      let exchange = try Self.fetch(code, db)
      let steps = try Row.fetchAll(
        db,
        sql: """
          SELECT exchange_step.*
          FROM exchange_step
          JOIN exchange ON exchange.id = exchange_id
          WHERE exchange.number = ?
          ORDER BY exchange_step.id
          """,
        arguments: [code.number])
      return (
        exchange,
        steps.map { row in
          ExchangeStep(
            state: Exchange.State(rawValue: row["step"]) ?? .draft, on: row["happened_on"],
            note: row["note"])
        }
      )
    }
  }

  /// Plans a stay; it is refused when it breaks a rule of the scheme.
  package func propose(
    host: String, visitor: String, from firstDay: Day, to lastDay: Day,
    mode: Exchange.Mode = .physical, on day: Day? = nil
  ) throws -> Result {
    let proposed = day ?? store.act.today
    guard firstDay <= lastDay else { throw ExchangeProblem.endsBeforeStart(firstDay, lastDay) }
    return try store.write { write in
      let db = write.db
      let hostProfile = try Self.profile(host, .host, db)
      let visitorProfile = try Self.profile(visitor, .visitor, db)
      let id = try write.nextID("exchange")
      let number = (try Int.fetchOne(db, sql: "SELECT max(number) FROM exchange") ?? 0) + 1
      try db.execute(
        sql: """
          INSERT INTO exchange
            (id, number, host_id, visitor_id, mode, first_day, last_day, state)
          VALUES (?, ?, ?, ?, ?, ?, ?, 'draft')
          """,
        arguments: [id, number, hostProfile, visitorProfile, mode.rawValue, firstDay, lastDay])
      try Self.record(.draft, of: id, on: proposed, note: nil, write)
      let code = try Self.code(number)
      let warnings = try Self.check(Self.fetch(code, db), db)
      write.records("proposed \(code)", affecting: [code.description])
      return Result(exchange: try Self.fetch(code, db), warnings: warnings)
    }
  }

  static func profile(_ text: String, _ role: Profile.Role, _ db: Database) throws -> Int64 {
    let organisation = try Organisations.fetch(text, db)
    guard let id = try Profiles.id(of: organisation, as: role, db) else {
      throw ExchangeProblem.noProfile(organisation.name, role: role)
    }
    return id
  }

  /// Holds an exchange against the rules; refusals are thrown, warnings handed back.
  static func check(_ exchange: Exchange, _ db: Database) throws -> [Breach] {
    let others = try Int.fetchAll(
      db,
      sql: """
        SELECT number FROM exchange
        WHERE visitor_id = (SELECT visitor_id FROM exchange WHERE number = :number)
          AND number <> :number AND mode <> 'virtual' AND state NOT IN ('cancelled', 'withdrawn', 'no_show')
        ORDER BY number
        """,
      arguments: ["number": exchange.code.number])
    let stay = StayRules.Stay(
      visitor: exchange.visitor,
      visitorCountry: exchange.visitorCountry.flatMap { CountryCode($0) },
      hostCountry: exchange.hostCountry.flatMap { CountryCode($0) }, firstDay: exchange.firstDay,
      lastDay: exchange.lastDay, mode: exchange.mode,
      otherVisits: try others.map { try code($0).description })
    let breaches = try StayRules(book: .standard).breaches(of: stay)
    let refusals = breaches.filter { $0.severity == .refusal }
    guard refusals.isEmpty else { throw ExchangeProblem.refused(refusals) }
    return breaches
  }

  static func code(_ number: Int) throws -> ExchangeCode {
    guard let code = ExchangeCode(number: number) else {
      throw StoreProblem.failed(detail: "its exchange numbers are used up")
    }
    return code
  }

  static func fetch(_ code: ExchangeCode, _ db: Database) throws -> Exchange {
    guard
      let exchange = try Exchange.fetchOne(
        db, sql: "\(Exchange.selection) WHERE exchange.number = ?", arguments: [code.number])
    else {
      let known = try Int.fetchAll(
        db, sql: "SELECT number FROM exchange ORDER BY number DESC LIMIT 5")
      throw ExchangeProblem.unknown(
        code, known: try known.reversed().map { try self.code($0).description })
    }
    return exchange
  }

  static func record(
    _ state: Exchange.State, of id: Int64, on day: Day, note: String?, _ write: Write
  ) throws {
    try write.db.execute(
      sql: """
        INSERT INTO exchange_step (id, exchange_id, step, happened_on, note)
        VALUES (?, ?, ?, ?, ?)
        """,
      arguments: [write.nextID("exchange_step"), id, state.rawValue, day, note])
  }
}

extension Store {
  package var exchanges: Exchanges { Exchanges(store: self) }
}
