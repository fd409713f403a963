import Basics
import GRDB
import Testing

@testable import BluesCore

/// Statements read costs in place, and every other command reads them as records.
@Suite struct `Costs, read in place` {
  let store: Store

  init() throws { store = try Store.blues() }

  /// What statements ask of costs.
  private func shown(_ cost: CostLine) -> String {
    let texts = [
      cost.code.description, cost.partner, cost.category, cost.workPackage,
      cost.incurredOn?.description, cost.description, cost.supplier,
      cost.amount.map(String.init), cost.currency.code, cost.vat.map(String.init),
      cost.isVATDeductible?.rawValue, cost.isForeseen?.rawValue, cost.chargedIn,
    ]
    return texts.map { $0 ?? "-" }.joined(separator: "|")
  }

  private func stored() throws -> (isSound: Bool, costs: [String]) {
    try store.read { db in
      var costs: [String] = []
      let isSound = try StoredCosts(db).forEach { costs.append(shown($0)) }
      return (isSound, costs)
    }
  }

  @Test func `they say what the records say`() throws {
    let taken = try store.importList(
      .costs,
      csv([
        [
          "partner", "category", "work_package", "incurred_on", "description", "supplier",
          "amount", "currency", "vat", "vat_deductible", "foreseen", "charged_in",
        ],
        [
          "NP", "D.1", "WP3", "2020-05-14", "Vlak do Łodzi", "Dráhy", "12.50", "CZK", "2.10", "no",
          "yes", "RP2",
        ],
        ["AV", "B", "", "2020-06-02", "Survey", "", "-100.00", "EUR", "", "", "", ""],
        ["NP", "D.1", "WP1", "2020-06-03", "Taxi", "Ibis", "7.05", "EUR", "1.00", "yes", "no", ""],
      ]))
    #expect(taken.counts == [3, 3, 0, 0, 0])
    let found = try stored()
    #expect(found.isSound)
    #expect(
      found.costs == [
        "K1|NP|D.1|WP3|2020-05-14|Vlak do Łodzi|Dráhy|1250|CZK|210|no|yes|RP2",
        "K2|AV|B|-|2020-06-02|Survey|-|-10000|EUR|-|-|-|-",
        "K3|NP|D.1|WP1|2020-06-03|Taxi|Ibis|705|EUR|100|yes|no|-",
      ])
    #expect(try found.costs == store.costs.all().map(shown))
  }

  @Test(arguments: [
    ("foreseen", "'maybe'"), ("vat_deductible", "'maybe'"), ("incurred_on", "'2020-02-31'"),
    ("amount_cents", "9223372036854775807"), ("currency", "'E1R'"),
    ("vat_cents", "-9007199254740993"),
  ]) func `a value that no command has written is named`(column: String, value: String) throws {
    for number in 1...2 {
      _ = try store.costs.add(.init("K\(number)"), Costs.texts(["invoice": "\(number)"]))
    }
    try store.queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA ignore_check_constraints = ON")
      try db.execute(sql: "UPDATE cost_line SET \(column) = \(value) WHERE number = 2")
    }
    #expect(try stored().isSound == false)
    #expect(try stored().costs.count == 1)
    let found = #expect(throws: UnreadValue.self) { try store.statements.ledger() }
    #expect(found?.table == "cost_line")
    #expect(found?.column == column)
  }
}
