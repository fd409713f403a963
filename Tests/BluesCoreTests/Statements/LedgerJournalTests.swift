import Testing

@testable import BluesCore

@Suite struct `The journal for another program` {
  @Test func `each line, the indirect costs and the budget are transactions`() throws {
    let store = try Store.blues()
    _ = try store.budget.add(
      .init("B1"), ["partner": "NP", "category": "D.1", "work_package": "WP5", "amount": "900"])
    let ledger = try `The worked example`.ledger()
    let project = try store.project.overview().project
    #expect(
      LedgerJournal(ledger, try store.statements.budget(), project).text == """
        ; BLUES: costs in EUR, by partner, category and work package
        commodity 1000.00 EUR

        ~ every 731 days from 2020-02-01 to 2022-02-01
            costs:NP:D.1:WP5  900.00 EUR
            grant

        2020-05-01 (NP-1 2020-05) 37.5 hours of NP-1  ; period: RP1, 37.5 h x 720000.00 CZK / 1720 h = 15697.67 CZK  15697.67 x 3 / 76.36 = 616.72 EUR
            costs:NP:A.1:WP1  616.72 EUR
            partners:NP

        2020-05-01 (NP-1 2020-05) 20 hours of NP-1  ; period: RP1, 20 h x 720000.00 CZK / 1720 h = 8372.09 CZK  8372.09 x 3 / 76.36 = 328.92 EUR
            costs:NP:A.1:WP5  328.92 EUR
            partners:NP

        2020-05-14 (K1) Train  ; period: RP1, 12345.60 CZK + VAT 2592.58 CZK = 14938.18 CZK  14938.18 x 3 / 76.36 = 586.89 EUR
            costs:NP:D.1:WP5  586.89 EUR
            partners:NP

        2020-05-14 (K2) Study  ; period: RP1
            costs:NP:B:WP2  1000.00 EUR
            partners:NP

        2020-09-14 (EX-001) Lump sum of Aguas Norte  ; period: RP1
            costs:NP:C  415.00 EUR
            partners:NP

        2021-01-31 (RP1) Indirect costs of NP  ; period: RP1
            costs:NP:E  107.28 EUR
            partners:NP

        """)
  }
}
