package import Basics
internal import GRDB

/// The statements of a project, worked out of its costs, payments and persons.
package struct Statements: Sendable {
  let store: Store

  /// All lines of the project; rates and personnel are those of the project unless given.
  ///
  /// - Throws: `UnratedLine` for an amount without an exchange rate, unless those are asked for as well.
  package func ledger(
    rates: LedgerRates? = nil, personnel: [PersonnelLine]? = nil, withUnrated: Bool = false
  ) throws -> Ledger {
    try store.read { db in
      try StoredMoney.check(db)
      let context = try RecordContext(db, store.invocation, store.hooks)
      let periods = try ReportingPeriods.of(db)
      var ledger = Ledger(
        categories: try context.costCategories(), periods: periods,
        rates: try rates ?? LedgerSources.rates(db, on: store.invocation.today),
        partners: try Partner.register.codes(db).map(\.description))
      ledger.words = try StatementWord.all(db)
      ledger.eligible = try EligibleDays(context.project, RuleBook.inForce(db))
      let empty = ledger
      if try !StoredCosts(db).forEach({ try ledger.add($0) }) {
        // The register tells which value it is.
        ledger = empty
        try ledger.add(costs: CostLine.register.fetchStored(context))
      }
      try ledger.add(
        payments: SupportPayment.all(db), in: SupportPayment.packages(of: BudgetTable(context)))
      try ledger.add(
        personnel: personnel ?? LedgerSources.personnel(db, on: store.invocation.today))
      if periods.hasLocks {
        try ledger.settle(DeclaredLines.all(db))
        try StoredMoney.check(ledger.lines, ledger.categories, db)
        try ledger.takeLocked(db)
        try KeptFigures.check(ledger, db)
      } else {
        try StoredMoney.check(ledger.lines, ledger.categories, db)
      }
      if !withUnrated { try ledger.refuseUnrated() }
      try ledger.take(AdjustmentKey.reasons(db))
      return ledger
    }
  }

  /// All lines of the project; nil where its programme has no categories of costs.
  package func ledgerIfAny(withUnrated: Bool = false) throws -> Ledger? {
    let project = try store.project.overview().project
    return try Programme.of(project).costCategories == nil
      ? nil : ledger(withUnrated: withUnrated)
  }

  /// What is to be looked at in a statement: the checks of its costs, and open points of the grant.
  package func warnings(
    of statement: FinancialStatement, in ledger: Ledger
  ) throws -> [StatementWarning] {
    let uncounted = ledger.outside.filter {
      $0.partner == statement.partner && $0.period == statement.period
    }
    let sources = Set(statement.lines.map(\.source) + uncounted.map(\.source))
    var warnings = try store.costs.findings().filter { sources.contains($0.cost.description) }
      .map { finding in
        StatementWarning(
          rule: finding.rule.rawValue, message: finding.message, source: finding.cost.description)
      }
    for line in ledger.late
    where line.partner == statement.partner && line.incurred == statement.period {
      warnings.append(
        StatementWarning(
          rule: "after-the-lock",
          message:
            "\(line.euro) came after \(line.incurred) was locked, and no open period follows.",
          source: line.source))
    }
    warnings += try hourWarnings(
      of: statement.partner, in: ledger.periods.named(statement.period), ledger)
    warnings += ledger.rates(soFar: statement.period, of: statement.partner).map {
      StatementWarning(rule: "rates-so-far", message: $0.message, source: $0.currency.code)
    }
    if let asked = statement.word?.requested, asked > statement.maximumContribution {
      warnings.append(
        StatementWarning(
          rule: "requested-above-maximum",
          message:
            "\(asked) was asked for; the maximum is \(statement.maximumContribution) now, and "
            + "no more is requested.", source: statement.partner))
    }
    let more = statement.withoutExclusions
    if more.cents > 0 {
      warnings.append(
        StatementWarning(
          rule: CostCategories.indirectCosts,
          message: "If your article 6.2.E has no exclusion: \(more) more of indirect costs.",
          source: "grant agreement"))
    }
    let book = try ledger.books[statement.period] ?? store.grantFigures.book()
    let certificate = try book.rule("certificate")
    let limit = try certificate.money("amount")
    let requested = ledger.requested(by: statement.partner, upTo: statement.period)
    let budgeted = try budget().contributions(ledger.categories)[statement.partner]
    if let budgeted, requested.cents > budgeted {
      warnings.append(
        StatementWarning(
          rule: "partner-maximum",
          message:
            "\(requested) requested to date, and the budget has \(Money(cents: budgeted)).",
          source: statement.partner))
    }
    if requested >= limit {
      warnings.append(
        StatementWarning(
          rule: certificate.id,
          message: "\(requested) requested to date: from \(limit) a certificate is due.",
          source: statement.partner))
    }
    return warnings
  }
}

extension Ledger {
  /// What a partner requests in all periods up to one.
  package func requested(by partner: String, upTo period: String) -> Money {
    let cents = periods.names(upTo: period).reduce(Int64(0)) {
      $0 + statement(of: partner, in: $1).requestedContribution.cents
    }
    return Money(cents: cents)
  }
}

/// Something to be looked at before a statement is signed.
package struct StatementWarning: Sendable, Equatable, Decodable {
  package let rule: String
  package let message: String
  /// What it is about, such as `K12`.
  package let source: String
}

extension SupportPayment {
  /// The work package that the budget has for category C, by partner, where that is a single one.
  static func packages(of budget: BudgetTable) -> [String: Int] {
    let lines = budget.inForce.filter { $0.category.hasPrefix(CostCategory.support) }
    return Dictionary(grouping: lines, by: \.partner).compactMapValues { lines in
      let packages = Set(lines.map(\.workPackage))
      return packages.count == 1 ? packages.first.flatMap(\.self) : nil
    }
  }
}

extension StatementWord {
  static func all(_ db: Database) throws -> [StatementKey: StatementWord] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT partner.code AS partner, period.number AS period, requested_cents, receipts_cents
        FROM statement_word
        JOIN partner ON partner.id = partner_id
        JOIN period ON period.id = period_id
        """)
    return try rows.reduce(into: [:]) { words, row in
      let period: Int = try row.value("period")
      let key = StatementKey(partner: try row.value("partner"), period: "RP\(period)")
      words[key] = StatementWord(
        requested: try row.value("requested_cents"), receipts: try row.value("receipts_cents"))
    }
  }
}

extension Store {
  package var statements: Statements { Statements(store: self) }
}

extension Statements {
  /// The budget in all its versions.
  package func budget() throws -> BudgetTable {
    try store.read { try BudgetTable(RecordContext($0, store.invocation, store.hooks)) }
  }

  /// What is agreed with visitors and not paid yet, by partner.
  package func openPayments() throws -> [String: Int64] {
    try store.read { try SupportPayment.open($0) }
  }
}

extension Project {
  /// The share of the action's days that are days of a period, or of all, and over at the end of a day.
  package func elapsedShare(of days: ClosedRange<Day>?, on day: Day) -> Fraction {
    guard let days else { return elapsedShare(on: day) }
    guard day >= days.lowerBound else { return .zero }
    return elapsedShare(on: min(day, days.upperBound))
      - elapsedShare(on: days.lowerBound.adding(days: -1))
  }

  /// The share of the action's days that are over at the end of a day.
  package func elapsedShare(on day: Day) -> Fraction {
    let days = min(max(day - start + 1, 0), end - start + 1)
    return Fraction(Int128(days), over: Int128(end - start + 1)) ?? .zero
  }
}
