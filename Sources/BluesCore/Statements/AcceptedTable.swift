package import Documents
internal import GRDB

/// Stores what the Agency accepted, one figure at a time.
struct AcceptedTable {
  /// What storing a figure did.
  enum Change {
    case created, updated, unchanged
  }

  let write: Transaction

  init(_ write: Transaction) { self.write = write }

  /// The figure that is stored, in cents.
  func present(_ category: String, partner: Int64, step: Int64) throws -> Int64? {
    try Int64.fetchOne(
      write.db,
      sql: """
        SELECT amount_cents FROM accepted_cost
        WHERE step_id = ? AND partner_id = ? AND category = ?
        """, arguments: [step, partner, category])
  }

  /// Stores a figure with the step by which its period was accepted.
  func put(_ cents: Int64, of category: String, partner: Int64, step: Int64) throws -> Change {
    let key: StatementArguments = [step, partner, category]
    let present = try present(category, partner: partner, step: step)
    if present == cents { return .unchanged }
    if present != nil {
      try write.db.execute(
        sql: """
          UPDATE accepted_cost SET amount_cents = ?
          WHERE step_id = ? AND partner_id = ? AND category = ?
          """, arguments: [cents] + key)
      return .updated
    }
    try write.db.execute(
      sql: """
        INSERT INTO accepted_cost (id, step_id, partner_id, category, amount_cents)
        VALUES (?, ?, ?, ?, ?)
        """, arguments: [try write.nextID("accepted_cost")] + key + [cents])
    return .created
  }

  /// The step by which a period is accepted now.
  ///
  /// - Throws: `AcceptanceProblem.notAccepted` for a period that is not.
  func step(of period: Period) throws -> Int64 {
    let story = try PeriodStory(write.db)
    guard story.state(of: period) == .accepted, let last = story.steps(of: period).last,
      let id = try Int64.fetchOne(
        write.db,
        sql: """
          SELECT period_step.id FROM period_step JOIN period ON period.id = period_id
          WHERE period.number = ? AND period_step.number = ?
          """, arguments: [period.number, last.number])
    else { throw AcceptanceProblem.notAccepted(period.name, story.state(of: period)) }
    return id
  }
}

/// The costs of all statements as they were declared, which what is accepted is compared with.
package struct DeclaredCosts: Sendable {
  package let categories: CostCategories
  private let sums: [StatementKey: [String: Int64]]

  init(_ ledger: Ledger) {
    categories = ledger.categories
    sums = ledger.statements(withLines: false).reduce(into: [:]) { sums, statement in
      sums[StatementKey(partner: statement.partner, period: statement.period)] = Dictionary(
        statement.sums.map { ($0.category.code, $0.total) }, uniquingKeysWith: +)
    }
  }

  /// What a partner declared of a category in a period, in cents.
  func cents(_ partner: String, _ period: String, _ category: String) -> Int64 {
    sums[StatementKey(partner: partner, period: period)]?[category] ?? 0
  }

  /// - Throws: `AcceptanceProblem` for more than was declared, and for less than nothing of what was.
  func check(_ figure: AcceptedFigure, in period: String) throws(AcceptanceProblem) {
    let declared = cents(figure.partner, period, figure.category)
    guard figure.cents <= declared else {
      throw .aboveDeclared(figure, Money(cents: declared), period)
    }
    guard figure.cents >= min(0, declared) else { throw .belowZero(figure) }
  }
}

/// A figure of the Agency beside what was declared.
package struct ListedAcceptance: Sendable, Equatable {
  package let period: String
  package let partner: String
  package let category: String
  package let declared: Money
  package let accepted: Money

  /// The columns of the list, which its import takes.
  package static let fields: [Field<ListedAcceptance>] = [
    Field(
      "period", "Period", "The accepted period, such as RP1.", kind: .form("period"), rank: .key
    ) { .text($0.period) },
    Field("partner", "Partner", "The partner.", kind: .form("partner"), rank: .key) {
      .text($0.partner)
    },
    Field(
      "category", "Category", "The category of costs.", kind: .form("cost category"), rank: .key
    ) { .text($0.category) },
    Field("declared", "Declared", "What the partner declared.", kind: .amount) {
      .amount($0.declared)
    },
    Field("accepted", "Accepted", "What the Agency accepted of it.", kind: .amount, rank: .main) {
      .amount($0.accepted)
    },
    Field("deducted", "Deducted", "What the Agency did not accept.", kind: .amount) {
      .amount(Money(cents: $0.declared.cents - $0.accepted.cents))
    },
  ]
}

extension Statements {
  package func declaredCosts() throws -> DeclaredCosts {
    DeclaredCosts(try ledger(withUnrated: true))
  }

  /// The figures that the Agency gave for the periods that are accepted now.
  package func listedAcceptances() throws -> [ListedAcceptance] {
    let given = try acceptedFigures()
    guard !given.isEmpty else { return [] }
    let ledger = try ledger(withUnrated: true)
    let declared = DeclaredCosts(ledger)
    return ledger.periods.all.flatMap { period in
      ledger.partners.flatMap { partner in
        ledger.categories.codes.compactMap { category -> ListedAcceptance? in
          given[StatementKey(partner: partner, period: period.name)]?[category].map { cents in
            ListedAcceptance(
              period: period.name, partner: partner, category: category,
              declared: Money(cents: declared.cents(partner, period.name, category)),
              accepted: Money(cents: cents))
          }
        }
      }
    }
  }
}
