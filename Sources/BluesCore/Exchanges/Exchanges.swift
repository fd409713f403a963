internal import Basics
internal import GRDB

/// The exchanges: listed, proposed, and taken step by step to where they end.
package struct Exchanges: Sendable {
  let store: Store

  /// What came of a step: the exchange as it is now, and what to keep an eye on.
  package struct Result: Sendable, Equatable {
    package let exchange: Exchange
    package let warnings: [Breach]
    /// What became of the amount that the rules give, in a sentence; nil where it is the same.
    package var amountChange: String?
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
        try steps.map { row in
          try ExchangeStep(
            state: row.value("step"), on: row.value("happened_on"), note: row.value("note"))
        }
      )
    }
  }

  static func profile(_ text: String, _ role: Profile.Role, _ db: Database) throws -> Int64 {
    let organisation = try Profiles.organisation(text, as: role, db)
    guard let id = try Profiles.id(of: organisation, as: role, db) else {
      throw ProfileProblem.noProfile(organisation.name, role: role)
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
    let statement = try db.cachedStatement(
      sql: "\(Exchange.selection) WHERE exchange.number = ?")
    guard let exchange = try Exchange.fetchOne(statement, arguments: [code.number]) else {
      let known = try Int.fetchAll(
        db, sql: "SELECT number FROM exchange ORDER BY number DESC LIMIT 5")
      throw ExchangeProblem.unknown(
        code, known: try known.reversed().map { try self.code($0).description })
    }
    return exchange
  }

  /// Adds a line to what happened to an exchange, and hands back its number.
  @discardableResult
  static func record(
    _ state: Exchange.State, of id: Int64, on day: Day, note: String?, _ write: Transaction
  ) throws -> Int64 {
    let step = try write.nextID("exchange_step")
    try write.db.execute(
      sql: """
        INSERT INTO exchange_step (id, exchange_id, step, happened_on, note)
        VALUES (?, ?, ?, ?, ?)
        """,
      arguments: [step, id, state.rawValue, day, note])
    return step
  }
}

extension Store {
  package var exchanges: Exchanges { Exchanges(store: ofScheme) }
}
