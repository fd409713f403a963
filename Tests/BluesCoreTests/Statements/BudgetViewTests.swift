import Documents
import Testing

@testable import BluesCore

@Suite struct `The budget beside the costs` {
  @Test func `budget, declared, committed, left, used, the trend and the alarm`() throws {
    let store = try Store.blues(on: "2021-01-30")
    for (code, texts) in [
      ("B1", ["partner": "NP", "category": "D.1", "work_package": "WP5", "amount": "1000.00"]),
      ("B2", ["partner": "NP", "category": "D.3", "work_package": "WP1", "amount": "500.00"]),
      ("B3", ["partner": "AV", "category": "C", "amount": "800.00"]),
    ] as [(String, [String: String])] {
      _ = try store.budget.add(.init(code), Changes(texts.mapValues { [$0] }))
    }
    _ = try store.costs.add(.init("K1"), Costs.texts(["amount": "900.00"]))
    let ledger = try store.statements.ledger()
    let half = try store.project.overview().project.elapsedShare(on: .of("2021-01-30"))
    #expect(half.description == "365/731")
    func view(_ grouping: BudgetView.Grouping) throws -> BudgetView {
      BudgetView(
        try store.statements.budget(), ledger, open: ["AV": 60_000], by: grouping, elapsed: half,
        alarm: try Percent("20 %"))
    }
    let lines = try view(.line)
    #expect(
      lines.rows.map { row in
        "\(row.key.partner ?? "") \(row.key.category ?? "") \(row.key.workPackage ?? 0): "
          + "\(row.budget) \(row.declared) \(row.committed) \(row.left.cents) "
          + "\(row.used ?? -1) \(row.trend?.cents ?? 0) \(row.alarm?.rawValue ?? "")"
      } == [
        "AV C 0: 80000 0 60000 20000 7500 0 behind",
        "NP D.1 5: 100000 90000 0 10000 9000 180247 ahead",
        "NP D.3 1: 50000 0 0 50000 0 0 behind",
        "NP E 1: 3500 0 0 3500 0 0 behind",
        "NP E 5: 7000 6300 0 700 9000 12617 ahead",
      ])
    for grouping in BudgetView.Grouping.allCases {
      let total = try view(grouping).total
      #expect([total.budget, total.declared, total.committed] == [240_500, 96_300, 60_000])
      let trends = try view(grouping).rows.map { $0.trend?.cents ?? 0 }
      #expect(total.trend?.cents == trends.reduce(0, +), "\(grouping)")
    }
    #expect(try view(.partner).rows.map { $0.key.partner } == ["AV", "NP"])
  }

  @Test func `the total of the trend is the sum of the rows shown`() throws {
    let store = try Store.blues(on: "2021-01-30")
    for (code, partner) in [("K1", "NP"), ("K2", "AV")] {
      _ = try store.costs.add(
        .init(code), Costs.texts(["amount": "1.83", "partner": partner, "invoice": code]))
    }
    let view = BudgetView(
      try store.statements.budget(), try store.statements.ledger(), open: [:], by: .line,
      elapsed: try store.project.overview().project.elapsedShare(on: .of("2021-01-30")),
      alarm: try Percent("20 %"))
    // Of 3.92 in one it would be 7.85.
    #expect(view.rows.map { $0.trend?.cents } == [367, 26, 367, 26])
    #expect(view.total.declared == 392)
    #expect(view.total.trend?.cents == 786)
  }

  @Test(arguments: [(-14, "-0.14"), (-150, "-1.5"), (-200, "-2"), (0, "0"), (450, "4.5")])
  func `a share of credit notes is below zero`(hundredths: Int, text: String) {
    #expect(hundredthsText(hundredths) == text)
  }

  @Test func `a transfer is tried, and what needs an amendment is told`() throws {
    let store = try Store.blues()
    for (code, texts) in [
      ("B1", ["partner": "NP", "category": "D.1", "work_package": "WP5", "amount": "1000.00"]),
      ("B2", ["partner": "AV", "category": "C", "amount": "800.00"]),
    ] as [(String, [String: String])] {
      _ = try store.budget.add(.init(code), Changes(texts.mapValues { [$0] }))
    }
    let document = try store.budgetReport.document(
      ReportRequest(texts: [
        "by": "category", "if": "np d.1 wp5 -300.00, AV C +200, AV B WP2 100",
      ]))
    let table = try #require(
      document.blocks.compactMap { block -> Table? in
        if case .table(let table, _) = block { table } else { nil }
      }.first)
    #expect(
      table.rows.map { $0.prefix(4).map(\.exported) } == [
        ["B", "0.00", "100.00", "100.00"], ["C", "800.00", "200.00", "1000.00"],
        ["D.1", "1000.00", "-300.00", "700.00"], ["E", "70.00", "-21.00", "49.00"],
      ])
    let notes = document.blocks.compactMap { block -> String? in
      if case .note(let text, .warning) = block { text } else { nil }
    }
    #expect(
      notes == [
        "Subcontracting gains 100.00 EUR: what Annex 1 does not foresee needs an amendment, "
          + "or is at your own risk.",
        "Category C gains 200.00 EUR and is paid at 100 %: that needs an amendment.",
        "Between partners: AV +300.00, NP -300.00. No amendment is needed while the work of "
          + "Annex 1 stays as it is.",
        "The whole budget changes by -21.00 EUR, with indirect costs.",
      ])
    #expect(document.title == "BLUES: budget on 1 September 2020")
    let ofPeriod = try store.budgetReport.document(ReportRequest(texts: ["period": "RP1"]))
    #expect(ofPeriod.title == "BLUES: budget, declared in RP1")
    #expect(ofPeriod.subtitle == "on 1 September 2020")
    #expect(throws: TransferProblem.unreadable("NP D.9 -1")) {
      try store.budgetReport.document(ReportRequest(texts: ["if": "NP D.9 -1"]))
    }
    #expect(throws: TransferProblem.noVersion("3", newest: 0)) {
      try store.budgetReport.document(ReportRequest(texts: ["against": "3"]))
    }
  }
}
