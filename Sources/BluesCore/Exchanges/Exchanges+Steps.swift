internal import GRDB

extension Exchanges {
  /// Records that both sides agreed; the rules are asked again, and their edition is kept.
  package func agree(_ code: ExchangeCode, on day: Day) throws -> Result {
    try step(code, to: .agreed, from: .draft, on: day) { _, write in
      let warnings = try ExchangeCheck.pass(code, to: .draft, on: day, write)
      try ExchangeCheck.keepTerms(of: code, on: day, write)
      return warnings
    }
  }

  /// Records that the visitor arrived.
  package func start(_ code: ExchangeCode, on day: Day) throws -> Result {
    try step(code, to: .ongoing, from: .agreed, on: day) { exchange, _ in
      guard day >= exchange.firstDay else {
        throw ExchangeProblem.tooEarly(
          code, step: "started", on: day, earliest: exchange.firstDay)
      }
      return []
    }
  }

  /// Records that the stay took place to its end.
  package func complete(_ code: ExchangeCode, on day: Day) throws -> Result {
    try step(code, to: .completed, from: .ongoing, on: day) { exchange, _ in
      guard day >= exchange.lastDay else {
        throw ExchangeProblem.tooEarly(
          code, step: "completed", on: day, earliest: exchange.lastDay)
      }
      return []
    }
  }

  /// Records that the stay will not take place, and why.
  package func cancel(_ code: ExchangeCode, on day: Day, because reason: String) throws -> Result {
    try step(code, to: .cancelled, from: nil, on: day, note: reason) { _, _ in [] }
  }

  private func step(
    _ code: ExchangeCode, to state: Exchange.State, from needed: Exchange.State?, on day: Day,
    note: String? = nil, _ also: (Exchange, Write) throws -> [Breach]
  ) throws -> Result {
    guard day <= store.act.today else {
      throw ExchangeProblem.inTheFuture(code, on: day, today: store.act.today)
    }
    return try store.write { write in
      let db = write.db
      let exchange = try Self.fetch(code, db)
      if exchange.state == .completed || exchange.state.isExit {
        throw ExchangeProblem.closed(code, as: exchange.state)
      }
      if let needed, exchange.state != needed {
        throw ExchangeProblem.wrongState(code, is: exchange.state, needs: needed)
      }
      let warnings = try also(exchange, write)
      try db.execute(
        sql: "UPDATE exchange SET state = ? WHERE number = ?",
        arguments: [state.rawValue, code.number])
      guard
        let id = try Int64.fetchOne(
          db, sql: "SELECT id FROM exchange WHERE number = ?", arguments: [code.number])
      else { throw ExchangeProblem.unknown(code, known: []) }
      try Self.record(state, of: id, on: day, note: note, write)
      write.records("\(code) is \(state.rawValue) on \(day)", affecting: [code.description])
      return Result(exchange: try Self.fetch(code, db), warnings: warnings)
    }
  }
}
