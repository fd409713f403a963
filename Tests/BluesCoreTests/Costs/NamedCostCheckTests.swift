import Testing

@testable import BluesCore

/// Every check of costs by its name, with its exact text: a new one has to be added here to compile.
@Suite struct `Every named check of costs` {
  let store: Store

  init() throws { store = try Store.withStaff() }

  @discardableResult
  private func add(_ code: String, _ said: [String: String] = [:]) throws -> CostLine {
    try store.costs.add(.init(code), Costs.texts(said))
  }

  /// Makes a project of which the last cost does not pass a check; answers what the check says then.
  private func text(of rule: CostRule) throws -> String {
    switch rule {
    case .outsideAction:
      try add("K1", ["incurred_on": "2019-12-01"])
      return "K1: 2019-12-01 is outside the action, 2020-02-01 to 2022-01-31: no statement counts "
        + "it. | blues partner cost set K1 --on DATE"
    case .noPeriod:
      try store.periods.remove("RP2")
      try store.periods.remove("RP1")
      try add("K1")
      return
        "K1: No reporting period holds 2020-05-14. | blues partner cost set K1 --charged-in RP1"
    case .noWorkPackage:
      try add("K1", ["work_package": ""])
      return "K1: It is in no work package. | blues partner cost set K1 --wp WP1"
    case .notInBudget:
      _ = try store.budget.add(
        .init("B1"), ["partner": "NP", "category": "D.3", "amount": "50.00"])
      try add("K1")
      return "K1: NP has no budget for D.1. "
        + "| blues partner budget add B2 NP --category D.1 --amount AMOUNT"
    case .doubleInvoice:
      try add("K1", ["supplier": "Rail", "invoice": "R-7"])
      try add("K2", ["supplier": "rail", "invoice": "R 7"])
      return "K2: K1 is of the same supplier, invoice and amount. | blues partner cost show K2"
    case .sameNumber:
      try add("K1", ["supplier": "Rail", "invoice": "R-7"])
      try add("K2", ["supplier": "Rail", "invoice": "R-7", "amount": "7.00"])
      return "K2: K1 has the same invoice number. | blues partner cost show K2"
    case .deductibleVAT:
      try add("K1", ["vat_deductible": "yes"])
      return "K1: The VAT is deductible, and the amount may still contain it. "
        + "| blues partner cost set K1 --amount NET --vat VAT"
    case .vatUnsaid:
      try add("K1", ["vat": "21.00"])
      return "K1: The VAT of 21.00 EUR counts: it is not said whether it is deductible. "
        + "| blues partner cost set K1 --vat-deductible no"
    case .personnelTwice:
      _ = try store.timesheets.add(
        .init(
          person: "NP-1", worked: .init(month: .of("2020-05-01")), workPackage: .init("WP1")),
        #require(Hours("40")))
      try add("K1", ["category": "A.1"])
      return "K1: NP has hours of 2020-05, whose pay is computed: it may be declared twice. "
        + "| blues partner cost remove K1"
    case .noEvidence:
      try add("K1", ["evidence": ""])
      return "K1: It has no receipt. | blues partner cost set K1 --evidence FILE"
    case .notRegistered:
      try add("K1", ["evidence": "receipts/K1.pdf"])
      return "K1: Its receipt receipts/K1.pdf is only a name: the file is not registered. "
        + "| blues partner cost set K1 --evidence FILE"
    case .supportOverdrawn:
      _ = try store.budget.add(.init("B1"), ["partner": "NP", "category": "C", "amount": "50.00"])
      try add("K1", ["category": "C", "outside_exchanges": "yes"])
      return "K1: The budget of NP for category C is overdrawn by 50.00 EUR. "
        + "| blues partner cost list --where partner=NP"
    case .notForeseen:
      try add("K1", ["category": "B"])
      return "K1: Annex 1 does not foresee the subcontract. "
        + "| blues partner cost set K1 --foreseen yes"
    case .noRate:
      try add("K1", ["currency": "PLN"])
      return "K1: PLN has no exchange rate for RP1. | blues partner cost check --where rule=no-rate"
    case .equipmentPrice:
      try add("K1", ["category": "D.2"])
      return "K1: Equipment is declared by its depreciation: note price, life, months, use. "
        + "| blues partner cost set K1 --note \"price 1200, 36 months, 12 used, half for the action\""
    case .credit:
      try add("K1", ["amount": "-20.00"])
      return "K1: It is a credit note. | blues partner cost show K1"
    }
  }

  @Test(arguments: CostRule.allCases) func `says its exact text`(rule: CostRule) throws {
    let text = try text(of: rule)
    let found = try store.read { db in
      let context = try RecordContext(db, store.invocation, store.hooks)
      let check = try CostCheck(context)
      return try CostLine.register.fetchStored(context).flatMap { try check.findings(of: $0) }
    }
    #expect(
      found.last { $0.rule == rule }.map { "\($0.message) | \($0.mending)" } == text)
  }

  @Test func `support in another currency is compared with its budget in euro`() throws {
    _ = try store.budget.add(.init("B1"), ["partner": "NP", "category": "C", "amount": "50.00"])
    _ = try store.exchangeRates.set(
      .pln, in: "RP1", to: #require(ExactRate(Array("4".utf8))), because: "Audit")
    try add(
      "K1", ["category": "C", "outside_exchanges": "yes", "currency": "PLN", "amount": "200.00"])
    #expect(try store.costs.findings() == [])
    try store.costs.remove(.init("K1"))
    try add(
      "K2",
      [
        "category": "C", "outside_exchanges": "yes", "currency": "PLN", "amount": "200.00",
        "vat": "4.00", "vat_deductible": "no",
      ])
    #expect(
      try store.costs.findings().map(\.message) == [
        "K2: The budget of NP for category C is overdrawn by 1.00 EUR."
      ])
  }
}
