import Basics
import Documents
import Testing

@testable import BluesCore

/// Lines, statements, summary, payments and budget of three projects agree, in every format, and hledger
/// agrees with them.
@Suite struct `Reconciled projects` {
  /// What the lines of a statement come to with indirect costs, category by category.
  private static func sums(
    _ lines: [LedgerLine], _ statement: FinancialStatement
  ) -> [String: Int64] {
    var sums: [String: Int64] = [:]
    for line in lines { sums[line.category, default: 0] += line.euro.cents }
    for sum in statement.sums where sum.category.isIndirect { sums[sum.category.code] = sum.total }
    return sums.filter { $0.value != 0 }
  }

  @Test(arguments: ReconciledProject.allCases)
  func `lines are statements, statements are summary, payments and budget`(
    _ project: ReconciledProject
  ) throws {
    let store = try project.store()
    let ledger = try store.statements.ledger()
    let statements = ledger.statements()
    for statement in statements {
      let lines = ledger.lines.filter {
        $0.partner == statement.partner && $0.charged == statement.period
      }
      let declared = Dictionary(
        statement.sums.filter { $0.total != 0 }.map { ($0.category.code, $0.total) },
        uniquingKeysWith: { $1 })
      #expect(Self.sums(lines, statement) == declared)
      #expect(statement.totalCosts.cents == declared.values.reduce(0, +))
    }
    let total = statements.reduce(0) { $0 + $1.totalCosts.cents }
    #expect(total != 0)
    #expect(
      StatementSummary(statements, partners: ledger.partners).total.totalCosts.cents == total)
    for grouping in LedgerGrouping.allCases {
      #expect(ledger.view(by: grouping).reduce(0) { $0 + $1.total.cents } == total, "\(grouping)")
    }
    let balance = try #require(try store.statements.balance())
    #expect(balance.rows.reduce(0) { $0 + $1.declared.cents } == total)
    #expect(
      balance.contribution.cents == statements.reduce(0) { $0 + $1.requestedContribution.cents })
    for grouping in BudgetView.Grouping.allCases {
      let view = BudgetView(
        try store.statements.budget(), ledger, open: [:], by: grouping,
        elapsed: try #require(Fraction(1, over: 2)), alarm: try Percent("20 %"),
        estimates: CountedEstimates(try store.estimates.all(), ledger))
      #expect(view.total.declared == total)
      #expect(view.rows.reduce(0) { $0 + $1.estimated } == view.total.estimated)
    }
  }

  @Test(arguments: ReconciledProject.allCases, ReadBack.formats)
  func `every format has the same figures`(
    _ project: ReconciledProject, _ format: Format
  ) throws {
    let store = try project.store()
    let ledger = try store.statements.ledger()
    let summary = StatementSummary(ledger.statements(), partners: ledger.partners)
    let rows = summary.rows.flatMap { row in
      [
        row.total(of: "A"), row.total(of: "B"), row.total(of: "C"), row.total(of: "D"),
        row.total(of: "E"), row.totalCosts, row.maximumContribution, row.requestedContribution,
      ].map(\.cents)
    }
    let told = try ReadBack.amounts(SummaryReport(store: store).document(), format)
    #expect(ReadBack.holds(told, rows))
    for statement in ledger.statements() where !statement.lines.isEmpty && format != .csv {
      let page = try store.statements.page(
        of: statement.partner, in: ledger.periods.named(statement.period), ledger)
      let sums = statement.sums.flatMap { [$0.own, $0.adjustments, $0.total] }
      #expect(ReadBack.holds(try ReadBack.amounts(page, format, sheet: "Costs by category"), sums))
    }
    let payments = try ReadBack.amounts(
      store.paymentReport.document(), format == .csv ? .text : format, sheet: "Accepted costs")
    let balance = try #require(try store.statements.balance())
    let periods = balance.rows.flatMap { [$0.declared, $0.accepted, $0.contribution].map(\.cents) }
    #expect(ReadBack.holds(payments, periods))
    let view = ledger.view(by: .month)
    let months = try ReadBack.amounts(
      SummaryReport(store: store).document(ReportRequest(texts: ["by": "month"])), format)
    #expect(ReadBack.holds(months, view.map(\.total.cents)))
  }

  @Test(.enabled(if: Hledger.isThere), arguments: ReconciledProject.allCases)
  func `hledger comes to the same sums`(_ project: ReconciledProject) throws {
    let store = try project.store()
    let ledger = try store.statements.ledger()
    let journal = try store.statements.journal()
    for period in [nil, "RP1", "RP2"] {
      var wanted: [String: Int64] = [:]
      for statement in ledger.statements(in: period) {
        for sum in statement.sums {
          wanted["costs:\(statement.partner):\(sum.category.code)", default: 0] += sum.total
        }
      }
      #expect(
        try Hledger.costs(journal, depth: 3, in: period) == wanted.filter { $0.value != 0 })
    }
    let lines = try store.statements.budget().inForce
    let budget = Dictionary(
      lines.map { line in
        let place = line.workPackage.map { ":WP\($0)" } ?? ""
        return ("costs:\(line.partner):\(line.category)\(place)", line.cents)
      }, uniquingKeysWith: +)
    #expect(try Hledger.budget(journal).filter { budget[$0.key] != nil } == budget)
  }

  @Test func `figures at a threshold are on its right side`() throws {
    let store = try ReconciledProject.thresholds.store()
    let ledger = try store.statements.ledger()
    let statement = ledger.statement(of: "NP", in: "RP1")
    #expect(statement.totalCosts.decimal == "433333.33")
    #expect(statement.maximumContribution.decimal == "325000.00")
    let rules = try store.statements.warnings(of: statement, in: ledger).map(\.rule)
    #expect(rules.contains("certificate"))
    let whole = StatementSummary(ledger.statements(), partners: ledger.partners).total
    #expect(whole.requestedContribution.decimal == "360000.00")
    let text = String(
      decoding: try SummaryReport(store: store).document().bytes(.init(format: .text)),
      as: UTF8.self)
    #expect(text.contains("Remaining          0.00 EUR"))
    #expect(!text.contains("above the maximum grant"))
    let payments = String(
      decoding: try store.paymentReport.document().bytes(.init(format: .text)), as: UTF8.self)
    #expect(!payments.contains("Pre-financing and interim payments of"))
    _ = try store.costs.set(.init("K2"), ["amount": "35000.01"])
    _ = try store.grantPayments.set(.init("PAY1"), ["amount": "324000.01"])
    #expect(
      String(
        decoding: try SummaryReport(store: store).document().bytes(.init(format: .text)),
        as: UTF8.self
      ).contains("The sum requested is 0.01 EUR above the maximum grant."))
    #expect(
      String(
        decoding: try store.paymentReport.document().bytes(.init(format: .text)), as: UTF8.self
      ).contains("Pre-financing and interim payments of 324000.01 EUR are above 324000.00 EUR"))
    _ = try store.costs.set(.init("K1"), ["amount": "404984.41"])
    let below = try store.statements.ledger()
    #expect(
      try !store.statements.warnings(of: below.statement(of: "NP", in: "RP1"), in: below)
        .map(\.rule).contains("certificate"))
  }
}
