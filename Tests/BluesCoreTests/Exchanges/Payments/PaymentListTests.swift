import Basics
import Documents
import Testing

@testable import BluesCore

@Suite struct `The list of payments` {
  @Test func `each state has its place, measured against the term of ten days`() throws {
    let store = try Store.funded(
      on: "2021-03-16",
      [
        (.draft, nil, nil), (.contracted, nil, 41_500), (.completed, "2021-03-08", 41_500),
        (.reported, "2021-03-05", 41_500), (.validated, "2021-03-06", 41_500),
        (.validated, "2021-03-05", 41_500), (.paid, "2021-03-05", 41_500),
        (.cancelled, nil, 41_500),
      ])
    let told = try store.payments.all().map { payment in
      [
        payment.code.description, payment.state.words, payment.waitsFor ?? "-",
        payment.due?.iso ?? "-", payment.daysLate.map(String.init) ?? "-",
      ]
    }
    #expect(
      told == [
        ["EX-002", "expected", "-", "-", "-"],
        ["EX-003", "to be validated", "closing report", "2021-03-18", "-"],
        ["EX-004", "overdue", "validation", "2021-03-15", "1"],
        ["EX-005", "due", "account", "2021-03-16", "-"],
        ["EX-006", "overdue", "account", "2021-03-15", "1"],
        ["EX-007", "paid", "-", "2021-03-15", "-"],
      ])
  }

  @Test func `the term is that of the book that holds for the exchange`() throws {
    let store = try Store.funded(
      on: "2021-03-16", [(.validated, "2021-03-05", 1), (.validated, "2021-03-05", 1)])
    try store.set(
      """
      UPDATE exchange SET rule_book = '2020-09-23', rule_figures = '[]' WHERE number = 1
      """)
    _ = try store.ruleFigures.set("payment-term", "days", to: "20", because: "the agreement")
    #expect(try store.payments.all().map(\.due?.iso) == ["2021-03-15", "2021-03-25"])
  }

  @Test func `an account shows its last four signs in no more than them`() throws {
    let store = try Store.funded(
      on: "2021-03-16",
      [
        (.validated, "2021-03-05", 1), (.validated, "2021-03-05", 1),
        (.validated, "2021-03-05", 1),
      ])
    try store.account("ES91 2100 0418 4502 0005 1332", of: 1)
    try store.account("ES00 2100", of: 2)
    let payments = try store.payments.all()
    let cells = payments.map { payment in
      Payment.fields.first { $0.column.name == "iban" }?.cell(payment)
    }
    #expect(
      cells == [.text("…1332"), .state("wrong", .bad), .state("missing", .warning)])
    #expect(payments.map(\.waitsFor) == ["payment", "payment", "account"])
  }

  @Test func `a virtual exchange and one that another partnership pays have no payment`() throws {
    let store = try Store.funded(
      on: "2021-03-16", [(.validated, "2021-03-05", 0), (.validated, "2021-03-05", 41_500)])
    try store.set("UPDATE exchange SET mode = 'virtual' WHERE number = 1")
    try store.set(
      """
      UPDATE profile SET partnership = 'CLAMTEX'
      WHERE id = (SELECT visitor_id FROM exchange WHERE number = 2)
      """)
    #expect(try store.payments.all() == [])
  }

  @Test func `the budget counts what is paid, and what is agreed until it is paid`() throws {
    let store = try Store.funded(
      on: "2021-03-16",
      [
        (.contracted, nil, 41_500), (.paid, "2021-03-05", 41_500), (.agreed, nil, nil),
        (.cancelled, nil, 90_000),
      ])
    try store.set("UPDATE exchange SET paid_cents = 40000 WHERE number = 2")
    let payments = try store.payments.all()
    func totals(_ ceiling: String?) throws -> SupportBudget {
      try SupportBudget(ceiling: ceiling.map { try Money($0) }, payments: payments)
    }
    let within = try totals("815.00 EUR")
    #expect(
      [within.committed, within.paid, within.open].map(\.decimal) == ["815.00", "400.00", "415.00"])
    #expect(within.remaining == Money(cents: 0))
    #expect(within.withoutAmount == 1)
    #expect(!within.isOverdrawn)
    let over = try totals("814.99 EUR")
    #expect(over.remaining == Money(cents: -1))
    #expect(over.isOverdrawn)
    #expect(
      over.facts.items.map(\.name)
        == ["budget", "committed", "paid", "open", "remaining", "standing", "without_amount"])
    #expect(
      try totals(nil).facts.items.map(\.name) == ["committed", "paid", "open", "without_amount"])
    #expect(throws: PaymentProblem.budgetCurrency(Money(cents: 100, currency: .czk))) {
      try totals("1 CZK")
    }
  }
}
