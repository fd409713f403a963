internal import GRDB

extension Exchanges {
  /// States how far apart the organisations are, where their places do not tell.
  package func set(
    _ code: ExchangeCode, distance kilometres: Int, because basis: String?
  ) throws -> Exchange {
    guard kilometres >= 0 else { throw ExchangeProblem.negativeDistance(kilometres) }
    return try store.write { write in
      let exchange = try Self.fetch(code, write.db)
      guard !exchange.state.isExit, exchange.state.place < Exchange.State.paid.place else {
        throw ExchangeProblem.closed(code, as: exchange.state)
      }
      try write.db.execute(
        sql: "UPDATE exchange SET distance_km = ?, distance_basis = ? WHERE number = ?",
        arguments: [kilometres, basis.map(\.trimmed), code.number])
      write.records("\(code) is over \(kilometres) km", affecting: [code.description])
      return try Self.fetch(code, write.db)
    }
  }
}

extension ExchangeCheck {
  /// Ties an exchange to the terms it is agreed under: the rule book, and the distance as known.
  static func keepTerms(of code: ExchangeCode, on day: Day, _ write: Write) throws {
    try RuleBook.keep(for: code, write)
    guard case .known(let kilometres, let basis) = try of(code, on: day, write.db).asked.distance
    else { return }
    try write.db.execute(
      sql: """
        UPDATE exchange SET distance_km = ?, distance_basis = ?
        WHERE number = ? AND distance_km IS NULL
        """, arguments: [kilometres, basis, code.number])
  }
}
