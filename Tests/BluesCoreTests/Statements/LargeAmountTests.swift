import Basics
import GRDB
import Testing

@testable import BluesCore

/// Amounts and rates that no grant has, said or stored, end in a sentence and never in a trap.
@Suite struct `Amounts beyond all grants` {
  private func store(_ currency: String) throws -> Store {
    let store = try Store.blues()
    _ = try store.costs.add(
      .init("K1"), Costs.texts(["amount": "99999999999.99", "currency": currency]))
    return store
  }

  @Test func `a rate that makes too much of an amount is named with it`() throws {
    let store = try store("PLN")
    let rate = try #require(ExactRate("0.000000000000001".utf8))
    _ = try store.exchangeRates.set(.pln, in: "RP1", to: rate, because: "A slip")
    let problem = #expect(throws: UnratedLine.self) {
      try store.statements.ledger().statement(of: "NP", in: "RP1")
    }
    #expect(
      problem?.message
        == "K1 of NP, 99999999999.99 PLN: By the rate of RP1, 99999999999.99 PLN is more than 99999999999.99 EUR."
    )
  }

  @Test(arguments: [
    ("UPDATE exchange_rate SET scale = 1000000", "exchange_rate, row 1, column scale"),
    ("UPDATE exchange_rate SET scale = -1", "exchange_rate, row 1, column scale"),
    (
      "UPDATE exchange_rate SET digits = 9223372036854775807", "exchange_rate, row 1, column digits"
    ),
  ])
  func `a stored rate that can be none is told by its place`(sql: String, place: String) throws {
    let store = try store("CZK")
    try damage(
      store,
      """
      INSERT INTO exchange_rate (id, digits, scale, currency, day)
      VALUES (1, 25455, 3, 'CZK', '2020-02-03'), (2, 25455, 3, 'CZK', '2021-03-01');
      \(sql);
      """)
    let problem = #expect(throws: UnreadValue.self) { try store.statements.ledger() }
    #expect(problem?.message == Self.sentence(place))
  }

  @Test func `a stored payment that can be none is told by its place`() throws {
    let store = try Store.blues()
    try damage(
      store,
      """
      INSERT INTO grant_payment (id, number, paid_on, kind, amount_cents)
      VALUES (7, 1, '2020-03-01', 'interim', -9223372036854775807)
      """)
    let problem = #expect(throws: UnreadValue.self) { try store.grantPayments.all() }
    #expect(problem?.message == Self.sentence("grant_payment, row 7, column amount_cents"))
  }

  @Test(arguments: [
    ("indirect-costs", "excluded", "Q", "Unknown category of costs: Q."),
    ("indirect-costs", "excluded", "B;C", "Unknown category of costs: B;C."),
    (
      "reimbursement", "costs", "150 %",
      "The figure costs of the rule reimbursement cannot be 150 %; it is at most 100 %."
    ),
    (
      "maximum-grant", "amount", "100 CZK",
      "The figure amount of the rule maximum-grant cannot be 100 CZK."
    ),
  ])
  func `a figure that cannot be meant is refused`(
    rule: String, figure: String, value: String, sentence: String
  ) throws {
    let store = try Store.blues()
    let problem = #expect(throws: ProgrammeProblem.self) {
      try store.grantFigures.set(rule, figure, to: value, because: "Annex 2")
    }
    #expect(problem?.message == sentence)
  }

  private static func sentence(_ place: String) -> String {
    "The project file holds a value that blues cannot read: table \(place)."
  }

  private func damage(_ store: Store, _ sql: String) throws {
    try store.queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA ignore_check_constraints = ON")
      try db.execute(sql: sql)
    }
  }
}
