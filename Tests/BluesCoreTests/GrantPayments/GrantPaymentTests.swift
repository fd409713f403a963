import Basics
import Documents
import Testing

@testable import BluesCore

@Suite struct `Payments of the grant` {
  let store: Store

  init() throws { store = try Store.blues() }

  private func take(_ text: String) throws -> Imported {
    try store.importList(
      GrantPayment.register.list, text, ImportRequest(fileName: "payments.csv"))
  }

  @Test func `a payment is from the Agency, or to a partner`() throws {
    let received = try store.grantPayments.add(
      .init("PAY1"), ["kind": "pre-financing", "amount": "144000", "paid_on": "2020-03-02"])
    #expect(received.amount == Money(cents: 14_400_000))
    #expect(received.partner == nil)
    let given = try store.grantPayments.add(
      .init("PAY2"), ["kind": "interim", "amount": "1 234,50 EUR", "partner": "np"])
    #expect(given.paidOn?.iso == "2020-09-01")
    #expect(given.partner == "NP")
    #expect(given.amount?.description == "1234.50 EUR")
    for amount in ["0", "12 CZK", "much"] {
      #expect(throws: RecordProblem.self) {
        try store.grantPayments.add(.init("PAY3"), ["kind": "interim", "amount": amount])
      }
    }
  }

  @Test(
    arguments: [
      ("recovery", "AV", ": recovery of 1000.00 EUR from AV"),
      ("recovery", nil, ": recovery of 1000.00 EUR to the Agency"),
      ("interim", "AV", ": interim of 1000.00 EUR to AV"),
      ("interim", nil, ": interim of 1000.00 EUR from the Agency"),
    ] as [(String, String?, String)])
  func `the way of the money is told`(kind: String, partner: String?, words: String) throws {
    var texts = ["kind": kind, "amount": "1000"]
    texts["partner"] = partner
    let payment = try store.grantPayments.add(.init("PAY1"), Changes(texts.mapValues { [$0] }))
    #expect(GrantPayment.register.words.added(payment) == words)
  }

  @Test func `a list finds its payments by day, kind, partner and reference`() throws {
    let text = """
      On,Kind,Amount,Partner,Reference
      2020-03-02,Pre-financing,144000.00,,EASME 8742
      2020-03-20,pre-financing,28800,NP,BLUES 1
      2020-03-20,advance,30000,AV,BLUES 1

      """
    #expect(try take(text).counts == [3, 3, 0, 0, 0])
    #expect(
      try store.grantPayments.all().map {
        "\($0.code) \($0.partner ?? "-") \($0.amount?.decimal ?? "")"
      }
        == ["PAY1 - 144000.00", "PAY2 NP 28800.00", "PAY3 AV 30000.00"])
    let before = try store.dump()
    #expect(try take(text).counts == [3, 0, 0, 3, 0])
    #expect(try store.dump() == before)
    let corrected = text.replacing("30000", with: "31000") + "2020-05-04,recovery,100,AV,BLUES 2\n"
    #expect(try take(corrected).counts == [4, 1, 1, 2, 0])
    #expect(try store.grantPayments.one(.init("PAY3")).amount?.decimal == "31000.00")
    let wrong = try take("On,Kind,Amount\n,interim,5\n2020-03-03,gift,5\n2020-03-03,interim,-5\n")
    #expect(wrong.counts == [3, 0, 0, 0, 3])
    #expect(
      wrong.rejected.map(\.reason) == [
        "Expected the day of the payment.",
        "Expected one of pre-financing, interim, balance, recovery.",
        "Expected an amount above zero, such as 144000.00.",
      ])
  }

  @Test func `the payments of the report add up to its sums, a recovery taken off`() throws {
    for (code, kind, amount, partner) in [
      ("PAY1", "pre-financing", "1000", ""), ("PAY2", "recovery", "100.50", ""),
      ("PAY3", "pre-financing", "300", "NP"), ("PAY4", "recovery", "20", "NP"),
    ] {
      var said: Changes = ["kind": kind, "amount": amount, "paid_on": "2020-03-02"]
      if !partner.isEmpty { said["partner"] = [partner] }
      _ = try store.grantPayments.add(.init(code), said)
    }
    let tables = try store.paymentReport.document().blocks.compactMap { block -> Table? in
      if case .table(let table, _) = block { table } else { nil }
    }
    func amounts(_ noun: String) throws -> [String] {
      let table = try #require(tables.first { $0.noun == noun })
      let place = try #require(table.columns.firstIndex { $0.name == "amount" })
      return (table.rows + [table.total ?? []]).map { $0[place].shown }
    }
    #expect(try amounts("received_payments") == ["1000.00 EUR", "-100.50 EUR", "899.50 EUR"])
    #expect(try amounts("distributed_payments") == ["300.00 EUR", "-20.00 EUR", "280.00 EUR"])
    let partners = try #require(tables.first { $0.noun == "partners" })
    #expect(
      partners.total?.map(\.shown) == [
        "Total", "100", "899.50 EUR", "459.90 EUR", "439.60 EUR",
      ])
  }

  @Test func `what is owed follows from the shares, and the odd cents are not lost`() throws {
    _ = try store.grantPayments.add(
      .init("PAY1"), ["kind": "pre-financing", "amount": "100000.03", "paid_on": "2020-03-02"])
    _ = try store.grantPayments.add(
      .init("PAY2"), ["kind": "pre-financing", "amount": "15000", "partner": "NP"])
    _ = try store.grantPayments.add(
      .init("PAY3"), ["kind": "recovery", "amount": "1000", "partner": "NP"])
    let shares = PaymentShares(
      [
        .init(partner: "BNPT", weight: 3), .init(partner: "NP", weight: 1),
        .init(partner: "AV", weight: 2),
      ], source: "budget")
    let figures = try PaymentFigures(
      store.grantPayments.all(), shares, coordinator: "BNPT",
      maximum: Money(cents: 36_000_000), ceilingShare: Percent(hundredths: 9_000))
    #expect(figures.received.decimal == "100000.03")
    #expect(figures.distributed.decimal == "14000.00")
    #expect(figures.held.decimal == "86000.03")
    #expect(figures.ceiling?.decimal == "324000.00")
    #expect(figures.balance?.decimal == "259999.97")
    #expect(
      figures.lines.map {
        "\($0.partner) \($0.share) \($0.due.decimal) \($0.received.decimal) \($0.owed.decimal)"
      } == [
        "BNPT 5000 50000.02 50000.02 0.00", "NP 1667 16666.67 14000.00 2666.67",
        "AV 3333 33333.34 0.00 33333.34",
      ])
    #expect(try Money.sum(figures.lines.map(\.due)) == figures.received)
  }

  @Test func `shares that are set to less than the whole leave the rest to nobody`() throws {
    _ = try store.grantPayments.add(
      .init("PAY1"), ["kind": "pre-financing", "amount": "1000", "paid_on": "2020-03-02"])
    for (partner, share) in [
      ("NP", "30 %"), ("BNPT", "10 %"), ("AV", "10 %"), ("MCICT", "10 %"), ("ZINNAE", "10 %"),
    ] {
      _ = try store.setShares.set(partner, to: Percent(share), because: "Article 7")
    }
    let figures = try PaymentFigures.of(store)
    #expect(
      figures.lines.map { "\($0.partner) \($0.share) \($0.due.decimal)" } == [
        "BNPT 1000 100.00", "AV 1000 100.00", "MCICT 1000 100.00", "NP 3000 300.00",
        "ZINNAE 1000 100.00",
      ])
    #expect(figures.shares.source.hasSuffix("No partner has the other 30 %."))
  }

  @Test func `a payment of a later day is told and not counted`() throws {
    _ = try store.grantPayments.add(
      .init("PAY1"), ["kind": "interim", "amount": "1000", "paid_on": "2020-09-01"])
    _ = try store.grantPayments.add(
      .init("PAY2"), ["kind": "interim", "amount": "700", "paid_on": "2020-09-02"])
    #expect(try PaymentFigures.of(store).received.decimal == "1000.00")
    let text = String(
      decoding: try store.paymentReport.document().bytes(.init(format: .text)), as: UTF8.self)
    #expect(text.contains("1 payment of a later day is not counted."))
    #expect(!text.contains("PAY2"))
  }

  @Test func `the report has the ceiling with its rule and its mark`() throws {
    _ = try store.grantPayments.add(
      .init("PAY1"), ["kind": "pre-financing", "amount": "330000", "paid_on": "2020-03-02"])
    let report = try store.paymentReport.document()
    let text = String(decoding: try report.bytes(.init(format: .text)), as: UTF8.self)
    #expect(text.contains("The shares are equal: no budget says other ones."))
    #expect(
      text.contains(
        "Pre-financing and interim payments of 330000.00 EUR are above 324000.00 EUR, 90 % of the "
          + "maximum grant."))
    #expect(text.contains("Ceiling: rule payment-ceiling, mark R, KOWI."))
    _ = try store.ruleFigures.set("payment-ceiling", "share", to: "95 %", because: "Article 5")
    #expect(try PaymentFigures.of(store).ceiling?.decimal == "342000.00")
  }
}
