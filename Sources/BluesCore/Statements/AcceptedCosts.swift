package import Basics
internal import GRDB

/// What the Agency accepted of the costs of a partner in a category.
package struct AcceptedFigure: Sendable, Equatable {
  package let partner: String
  package let category: String
  package let cents: Int64

  /// Reads figures between commas: `NP D.1 1200.00, AV D.3 90`.
  ///
  /// - Throws: `AcceptanceProblem.unreadable` for one that is not a partner, a category and an amount,
  ///   `.amount` for an amount that cannot be taken.
  package static func read(
    _ text: String, partners: [String], _ categories: CostCategories
  ) throws(AcceptanceProblem) -> [AcceptedFigure] {
    var figures: [AcceptedFigure] = []
    for part in text.listedParts {
      let words = part.split(separator: " ").map(String.init)
      guard words.count == 3,
        let partner = partners.first(where: { $0.asciiRaised == words[0].asciiRaised }),
        let category = categories.meant(by: words[1])
      else { throw .unreadable(part.trimmed) }
      let amount = try WrittenAmount(
        typed: words[2], unreadable: AcceptanceProblem.unreadable(part.trimmed)
      ) { .amount($0) }
      figures.append(
        AcceptedFigure(
          partner: partner, category: category.code, cents: Int64(amount.cents)))
    }
    return figures
  }
}

extension AcceptedFigure {
  /// Refuses two amounts for one partner and category.
  static func refuseTwice(_ figures: [AcceptedFigure]) throws(AcceptanceProblem) {
    var first: [String: AcceptedFigure] = [:]
    for figure in figures {
      let key = "\(figure.partner) \(figure.category)"
      if let earlier = first[key] { throw .twice(earlier, figure) }
      first[key] = figure
    }
  }
}

/// The costs of a partner in a period as far as they are accepted.
package struct AcceptedStatement: Sendable, Equatable {
  package let partner: String
  package let period: String
  /// Every category with what is accepted of it, in cents.
  package let sums: [String: Int64]
  package let contribution: Money

  package var costs: Money { Money(cents: sums.values.reduce(0, +)) }

  /// Puts what the Agency said in the place of what was declared.
  ///
  /// Indirect costs follow their base, unless a figure for them is given or the base is as declared.
  package init(_ statement: FinancialStatement, _ given: [String: Int64]) {
    partner = statement.partner
    period = statement.period
    var sums = Dictionary(
      statement.sums.map { ($0.category.code, $0.total) }, uniquingKeysWith: { $1 }
    ).merging(given) { $1 }
    let base = statement.sums.filter(\.category.isInBase)
    let accepted = base.reduce(0) { $0 + (sums[$1.category.code] ?? 0) }
    for sum in statement.sums
    where sum.category.isIndirect && given[sum.category.code] == nil
      && accepted != statement.indirectBase.cents
    {
      sums[sum.category.code] =
        Money(cents: accepted).times(statement.categories.indirectRate)
        .cents
    }
    self.sums = sums
    let rates = Set(statement.sums.map(\.category.rate))
    let maximum = rates.reduce(Int64(0)) { total, rate in
      let costs = statement.sums.filter { $0.category.rate == rate }
        .reduce(0) { $0 + (sums[$1.category.code] ?? 0) }
      return total + Money(cents: costs).times(rate).cents
    }
    contribution = min(
      Money(cents: maximum), statement.word?.requested ?? Money(cents: maximum))
  }
}

extension Statements {
  /// Records that the Agency accepted the report of a period, with the figures that differ from what was
  /// declared.
  ///
  /// - Throws: `AcceptanceProblem.aboveDeclared` for more than was declared, `.twice` for two amounts;
  ///   `PeriodStepProblem`.
  package func accept(
    _ name: String, on day: Day, because reason: String? = nil, _ figures: [AcceptedFigure] = []
  ) throws -> Periods.Standing {
    try AcceptedFigure.refuseTwice(figures)
    let declared = figures.isEmpty ? nil : try declaredCosts()
    return try store.write { write in
      let period = try Periods.period(name, Period.all(write.db))
      for figure in figures { try declared?.check(figure, in: period.name) }
      let step = try Periods.step(.accepted, of: period, on: day, because: reason, write)
      let table = AcceptedTable(write)
      for figure in figures {
        _ = try table.put(
          figure.cents, of: figure.category, partner: Partner.id(figure.partner, in: write.db),
          step: step)
      }
      write.records(
        "accepted \(period.name) on \(day)"
          + (figures.isEmpty ? "" : " with \(counted(figures.count, "figure")) of the Agency"),
        affecting: [period.name])
      return try Periods.standing(of: period, write.db)
    }
  }

  /// The figures of the Agency that no longer count, since the period was opened again: those of its last
  /// acceptance that gave any, unless that is its last step.
  package func formerFigures(of name: String) throws -> [AcceptedFigure] {
    try store.read { db in
      let period = try Periods.period(name, Period.all(db))
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT partner.code AS partner, category, amount_cents
          FROM accepted_cost JOIN partner ON partner.id = partner_id
          WHERE step_id =
              (SELECT max(step_id) FROM accepted_cost JOIN period_step ON period_step.id = step_id
               JOIN period ON period.id = period_id WHERE period.number = ?1)
            AND step_id <>
              (SELECT period_step.id FROM period_step JOIN period ON period.id = period_id
               WHERE period.number = ?1 ORDER BY period_step.number DESC LIMIT 1)
          ORDER BY accepted_cost.id
          """, arguments: [period.number])
      return try rows.map { row in
        AcceptedFigure(
          partner: try row.value("partner"), category: try row.value("category"),
          cents: try row.value("amount_cents"))
      }
    }
  }

  /// What the Agency said of costs in the periods that are accepted now.
  package func acceptedFigures() throws -> [StatementKey: [String: Int64]] {
    try store.read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT period.number AS period, partner.code AS partner, category, amount_cents
          FROM accepted_cost
          JOIN period_step ON period_step.id = step_id
          JOIN period ON period.id = period_id
          JOIN partner ON partner.id = partner_id
          WHERE period_step.number =
            (SELECT max(number) FROM period_step AS later WHERE later.period_id = period.id)
          """)
      return try rows.reduce(into: [:]) { figures, row in
        let number: Int = try row.value("period")
        let key = StatementKey(partner: try row.value("partner"), period: "RP\(number)")
        figures[key, default: [:]][try row.value("category")] = try row.value("amount_cents")
      }
    }
  }
}

/// Why accepted costs cannot be taken.
package enum AcceptanceProblem: Problem, Equatable {
  case unreadable(String)
  case amount(MoneyProblem)
  /// Two figures for one partner and category.
  case twice(AcceptedFigure, AcceptedFigure)
  case aboveDeclared(AcceptedFigure, Money, String)
  case belowZero(AcceptedFigure)
  case notAccepted(String, PeriodState)

  package var message: String {
    switch self {
    case .unreadable(let text): "Not an accepted amount: \(text)."
    case .amount(let problem): problem.message
    case .twice(let one, let other):
      "\(one.partner) has two accepted amounts of \(one.category): \(Money(cents: one.cents)) and "
        + "\(Money(cents: other.cents))."
    case .aboveDeclared(let figure, let declared, let period):
      "\(figure.partner) declared \(declared) of \(figure.category) in \(period), less than "
        + "\(Money(cents: figure.cents))."
    case .belowZero(let figure):
      "\(Money(cents: figure.cents)) of \(figure.category) cannot be accepted: it is below zero."
    case .notAccepted(let period, let state): "\(period) is \(state.rawValue), not accepted."
    }
  }

  package var hint: String? {
    switch self {
    case .twice: "give one"
    case .amount(let problem): problem.hint
    case .unreadable: "write partner, category and amount: --accepted \"NP D.1 1200.00\""
    case .aboveDeclared(let figure, _, let period):
      "blues report financial --partner \(figure.partner) --period \(period)"
    case .belowZero: "write what is accepted; 0 where it is nothing"
    case .notAccepted(let period, _):
      "record first that it was accepted: blues report period accept \(period)"
    }
  }

  package var kind: ProblemKind {
    switch self {
    case .unreadable, .amount, .twice: .usage
    case .aboveDeclared, .belowZero: .refusedByRule
    case .notAccepted: .conflict
    }
  }
}
