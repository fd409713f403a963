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

  /// Plans a stay; it is refused when it breaks a rule of the scheme that nobody set aside.
  package func propose(
    host: String, visitor: String, from firstDay: Day, to lastDay: Day,
    mode: Exchange.Mode = .physical, distance: Int? = nil, word: AgencyWord = .none,
    on day: Day? = nil
  ) throws -> Result {
    let proposed = day ?? store.act.today
    guard firstDay <= lastDay else { throw ExchangeProblem.endsBeforeStart(firstDay, lastDay) }
    if let distance, distance < 0 { throw ExchangeProblem.negativeDistance(distance) }
    return try store.write { write in
      let db = write.db
      let hostProfile = try Self.profile(host, .host, db)
      let visitorProfile = try Self.profile(visitor, .visitor, db)
      let id = try write.nextID("exchange")
      let number = (try Int.fetchOne(db, sql: "SELECT max(number) FROM exchange") ?? 0) + 1
      try db.execute(
        sql: """
          INSERT INTO exchange
            (id, number, host_id, visitor_id, mode, first_day, last_day, state, distance_km)
          VALUES (?, ?, ?, ?, ?, ?, ?, 'draft', ?)
          """,
        arguments: [
          id, number, hostProfile, visitorProfile, mode.rawValue, firstDay, lastDay, distance,
        ])
      try Self.record(.draft, of: id, on: proposed, note: nil, write)
      let code = try Self.code(number)
      let warnings = try ExchangeCheck.pass(
        code, to: .draft, word: word, on: proposed, write)
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
