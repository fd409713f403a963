import GRDB

@testable import BluesCore

extension Store {
  /// Exchanges brought to a state by hand, each with its own visitor, without what the steps ask.
  ///
  /// Visitors are called by letters, A for EX-001; each row of the history is written too.
  static func funded(
    on day: String, _ states: [(state: Exchange.State, completed: String?, cents: Int64?)]
  ) throws -> Store {
    let store = try Store.blues(on: day)
    _ = try store.organisations.add("Plasma", .init(country: .init("DE"), cluster: "BNPT"))
    _ = try store.profiles.add("Plasma", .init(role: .host, category: "cluster"))
    for (index, wanted) in states.enumerated() {
      let name = "Empresa Niño \(["A", "B", "C", "D", "E", "F", "G", "H"][index])"
      _ = try store.organisations.add(name, .init(country: .init("ES"), cluster: "ZINNAE"))
      _ = try store.profiles.add(name, .init(role: .visitor, category: "sme"))
      _ = try store.exchanges.propose(
        host: "Plasma", visitor: name, from: .of("2021-03-01"), to: .of("2021-03-05"),
        on: .of("2021-02-01"))
      try store.set(
        "UPDATE exchange SET state = ?, agreed_cents = ? WHERE number = ?",
        [wanted.state.rawValue, wanted.cents, index + 1])
      if let completed = wanted.completed {
        try store.set(
          """
          INSERT INTO exchange_step (id, exchange_id, step, happened_on)
          VALUES (?, (SELECT id FROM exchange WHERE number = ?), 'completed', ?)
          """, [index + 900, index + 1, completed])
      }
    }
    return store
  }

  /// Changes a row past every rule, for what no command lets happen yet.
  func set(_ sql: String, _ arguments: StatementArguments = []) throws {
    try write { write in try write.db.execute(sql: sql, arguments: arguments) }
  }

  /// Gives the visitor of an exchange an account, in any writing.
  func account(_ iban: String?, of number: Int) throws {
    try set(
      """
      UPDATE organisation SET iban = ? WHERE id = (
        SELECT organisation_id FROM profile JOIN exchange ON exchange.visitor_id = profile.id
        WHERE exchange.number = ?)
      """, [iban, number])
  }
}
