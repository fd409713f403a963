import Testing

@testable import BluesCore

@Suite struct `Costs` {
  static func texts(_ more: [String: String] = [:]) -> Changes {
    let usual = [
      "partner": "NP", "category": "D.1", "work_package": "WP5", "incurred_on": "2020-05-14",
      "description": "Train", "amount": "100.00", "evidence": "binder 1",
    ]
    return Changes(usual.merging(more) { $1 }.mapValues { [$0] })
  }

  @Test func `what is eligible has the VAT that is not deductible`() throws {
    let store = try Store.blues()
    let cost = try store.costs.add(
      .init("K1"), Self.texts(["amount": "12,345.60 CZK", "vat": "2592.58"]))
    #expect(cost.eligible == Money(cents: 1_493_818, currency: .czk))
    #expect(cost.currency == .czk)
    let net = try store.costs.set(.init("K1"), ["vat_deductible": "yes"])
    #expect(net.eligible == Money(cents: 1_234_560, currency: .czk))
    let credit = try store.costs.add(.init("K2"), Self.texts(["amount": "(20.00)"]))
    #expect(credit.eligible == Money(cents: -2_000))
    #expect(credit.isCredit)
    #expect(credit.checks == ["credit-note"])
  }

  @Test func `VAT has the sign of its amount`() throws {
    let store = try Store.blues()
    let problem = #expect(throws: CostProblem.self) {
      try store.costs.add(.init("K1"), Self.texts(["amount": "100.00 CZK", "vat": "-21.00"]))
    }
    #expect(
      problem?.message
        == "The VAT of -21.00 CZK has another sign than the amount of 100.00 CZK.")
    #expect(problem?.hint == "a receipt has both above zero, a credit note both below")
    _ = try store.costs.add(.init("K1"), Self.texts(["amount": "-100.00", "vat": "-21.00"]))
    #expect(throws: CostProblem.self) { try store.costs.set(.init("K1"), ["amount": "100.00"]) }
    #expect(try store.costs.set(.init("K1"), ["vat": "0"]).vat == 0)
    _ = try store.costs.set(.init("K1"), ["amount": "100.00"])
    let list = csv([
      ["partner", "category", "incurred_on", "description", "amount", "vat"],
      ["NP", "D.1", "2020-05-04", "Train", "50.00", "-5.00"],
      ["NP", "D.1", "2020-05-05", "Train", "-50.00", "-5.00"],
    ])
    let taken = try store.importList(CostLine.register.list, list)
    #expect(taken.counts == [2, 1, 0, 0, 1])
    #expect(
      taken.rejected.map { "\($0.column) \($0.rule): \($0.reason)" }
        == ["6 vat: The VAT of -5.00 EUR has another sign than the amount of 50.00 EUR."])
  }

  @Test func `category C and indirect costs are not typed in`() throws {
    let store = try Store.blues()
    #expect(throws: CostProblem.support) {
      try store.costs.add(.init("K1"), Self.texts(["category": "C"]))
    }
    #expect(
      CostProblem.support.message
        == "Category C is not typed in: it is the exchanges' payments by the partner that paid "
        + "them, on the day of payment.")
    let outside = Self.texts(["category": "C", "outside_exchanges": "yes"])
    #expect(try store.costs.add(.init("K1"), outside).category == "C")
    #expect(throws: CostProblem.indirect) {
      try store.costs.add(.init("K2"), Self.texts(["category": "E"]))
    }
    #expect(
      CostProblem.indirect.message
        == "Indirect costs are not typed in: they are a flat rate on the direct costs.")
  }

  @Test(
    arguments: [
      (
        ["incurred_on": "2019-12-01"], "outside-action",
        "2019-12-01 is outside the action, 2020-02-01 to 2022-01-31: no statement counts it."
      ),
      (
        ["incurred_on": "2022-04-03"], "outside-action",
        "2022-04-03 is outside the action, 2020-02-01 to 2022-01-31: no statement counts it."
      ),
      (["work_package": ""], "no-work-package", "It is in no work package."),
      (["currency": "PLN"], "no-rate", "PLN has no exchange rate for RP1."),
      (
        ["vat_deductible": "yes"], "deductible-vat",
        "The VAT is deductible, and the amount may still contain it."
      ),
      (["evidence": ""], "no-evidence", "It has no receipt."),
      (
        ["evidence": "receipts/k1.pdf"], "evidence-not-registered",
        "Its receipt receipts/k1.pdf is only a name: the file is not registered."
      ),
      (
        ["category": "B"], "subcontract-not-foreseen",
        "Annex 1 does not foresee the subcontract."
      ),
      (
        ["category": "D.2"], "equipment-price",
        "Equipment is declared by its depreciation: note price, life, months, use."
      ),
    ] as [([String: String], String, String)])
  func `each check has a name and a sentence`(
    said: [String: String], rule: String, sentence: String
  ) throws {
    let store = try Store.blues()
    let cost = try store.costs.add(.init("K1"), Self.texts(said))
    #expect(cost.checks == [rule])
    let finding = try #require(try store.costs.findings().first)
    #expect(finding.message == "K1: \(sentence)")
    #expect(finding.mending.hasPrefix("blues partner cost "))
  }

  @Test(arguments: ["2020-01-20", "2020-02-01", "2022-01-31", "2022-04-01"])
  func `travel to the kick-off and the final report are inside the action`(day: String) throws {
    let cost = try Store.blues().costs.add(.init("K1"), Self.texts(["incurred_on": day]))
    #expect(cost.checks == [])
  }

  @Test func `a double invoice and a number that comes twice are told`() throws {
    let store = try Store.blues()
    let bill = ["supplier": "Rail", "invoice": "R-7"]
    _ = try store.costs.add(.init("K1"), Self.texts(bill))
    let twice = try store.costs.add(.init("K2"), Self.texts(bill))
    #expect(twice.checks == ["double-invoice"])
    let other = try store.costs.add(
      .init("K3"), Self.texts(["supplier": "Bus", "invoice": "r 7"]))
    #expect(other.checks == ["same-invoice-number"])
    #expect(
      try store.costs.findings().map(\.message) == [
        "K1: K2 is of the same supplier, invoice and amount.",
        "K2: K1 is of the same supplier, invoice and amount.",
        "K3: K1 has the same invoice number.",
      ])
  }

  @Test func `a category without a budget, and support beyond it`() throws {
    let store = try Store.blues()
    _ = try store.budget.add(
      .init("B1"), ["partner": "NP", "category": "C", "amount": "50.00"])
    let travel = try store.costs.add(.init("K1"), Self.texts())
    #expect(travel.checks == ["not-in-budget"])
    let support = try store.costs.add(
      .init("K2"), Self.texts(["category": "C", "outside_exchanges": "yes"]))
    #expect(support.checks == ["support-overdrawn"])
    #expect(
      try store.costs.findings().last?.message
        == "K2: The budget of NP for category C is overdrawn by 50.00 EUR.")
  }

  private static let list = """
    Partner,Category,WP,Date,Description,Supplier,Invoice,Amount,Currency
    NP,D.1,WP5,14.05.2020,Train,Rail,R-7,"1.234,50",CZK
    NP,D.3,WP5,15.05.2020,Coffee,Bar,77,"20,00",CZK
    NP,D.1,WP5,14.05.2020,Train,Rail,R-7,"1.234,50",CZK
    NP,E,WP5,14.05.2020,Overheads,,,"7,00",CZK
    Total,,,,,,,"2.489,00",
    """

  @Test func `rows without a code are found by what is on the receipt`() throws {
    let store = try Store.blues()
    let first = try store.importList(.costs, Self.list)
    #expect(first.counts == [4, 2, 0, 1, 1])
    #expect(first.outcome.repeated == 1)
    #expect(first.outcome.totals == 1)
    #expect(first.rejected.map(\.rule) == ["category"])
    #expect(first.rejected.map(\.reason) == [CostProblem.indirect.message])
    #expect(try store.costs.all().map(\.amount) == [123_450, 2_000])
    #expect(
      first.outcome.firstDoubts.map(\.sentence) == [
        "K1: CZK has no exchange rate for RP1.", "K1: It has no receipt.",
        "K2: CZK has no exchange rate for RP1.", "K2: It has no receipt.",
      ])
    let before = try store.dump()
    let again = try store.importList(.costs, Self.list)
    #expect(again.counts == [4, 0, 0, 3, 1])
    #expect(try store.dump() == before)
  }

  @Test func `repeats are kept as costs of their own where that is said, and found again`() throws {
    let store = try Store.blues()
    var request = ImportRequest(fileName: "list.csv")
    request.repeats = .keep
    let first = try store.importList(.costs, Self.list, request)
    #expect(first.counts == [4, 3, 0, 0, 1])
    #expect(try store.costs.all().map(\.amount) == [123_450, 2_000, 123_450])
    let again = try store.importList(.costs, Self.list, request)
    #expect(again.counts == [4, 0, 0, 3, 1])
  }

  @Test func `the sender's own number finds a cost whose amount was corrected`() throws {
    let store = try Store.blues()
    let list = "id,partner,category,date,description,amount\n7,NP,D.1,2020-05-14,Train,10.00\n"
    #expect(try store.importList(.costs, list).counts == [1, 1, 0, 0, 0])
    let corrected = list.replacing("10.00", with: "11.00")
    #expect(try store.importList(.costs, corrected).counts == [1, 0, 1, 0, 0])
    #expect(try store.costs.all().map(\.amount) == [1_100])
  }

  @Test func `a task says its work package, and none of another one`() throws {
    let store = try Store.blues()
    _ = try store.tasks.add(.init("T1.1"), ["title": "Survey"])
    let cost = try store.costs.add(
      .init("K1"), Costs.texts(["task": "T1.1", "work_package": "WP1"]))
    #expect(cost.workPackage == "WP1")
    #expect(throws: TimesheetProblem.otherWorkPackage(try .init("T1.1"), try .init("WP5"))) {
      try store.costs.set(.init("K1"), ["work_package": "WP5"])
    }
    func row(_ amount: Int) -> String { "2020-05-14,Train,\(amount),NP,D.1" }
    let list = try store.importList(
      .costs,
      """
      incurred_on,description,amount,partner,category,work_package,task
      \(row(5)),WP1,T1.1
      \(row(6)),,T1.1
      \(row(7)),WP5,T1.1

      """)
    #expect(list.rejected.map(\.reason) == ["T1.1 is not a task of WP5."])
    #expect(try store.costs.all().map(\.workPackage) == ["WP1", "WP1", "WP1"])
  }
}
