package import Documents

/// What was declared and accepted over the life of the grant, and what the grant comes to with it.
package struct GrantBalance: Sendable {
  /// How far a period counts towards it.
  package enum Basis: String, Sendable, CaseIterable {
    /// The Agency accepted other figures than were declared.
    case accepted
    /// The Agency accepted the report, and no other figures are known.
    case asDeclared = "accepted as declared"
    /// Declared costs are taken for accepted ones.
    case declared
  }

  /// The costs of one period.
  package struct Row: Sendable, Equatable {
    package let period: String
    package let state: PeriodState
    package let declared: Money
    package let accepted: Money
    package let contribution: Money
    package let basis: Basis
  }

  package let rows: [Row]
  /// The accepted contribution, before the maximum grant.
  package let contribution: Money
  package let costs: Money
  package let receipts: Money
  package let maximum: Money?

  package init(
    _ ledger: Ledger, _ figures: [StatementKey: [String: Int64]], maximum: Money?
  ) {
    let all = ledger.statements()
    rows = ledger.periods.all.map { entry in
      let statements = all.filter { $0.period == entry.name }
      let accepted = statements.map { statement in
        AcceptedStatement(
          statement,
          figures[StatementKey(partner: statement.partner, period: entry.name)] ?? [:])
      }
      let isGiven = figures.keys.contains { $0.period == entry.name }
      return Row(
        period: entry.name, state: entry.state,
        declared: Money(cents: statements.reduce(0) { $0 + $1.totalCosts.cents }),
        accepted: Money(cents: accepted.reduce(0) { $0 + $1.costs.cents }),
        contribution: Money(cents: accepted.reduce(0) { $0 + $1.contribution.cents }),
        basis: isGiven ? .accepted : entry.state == .accepted ? .asDeclared : .declared)
    }
    contribution = Money(cents: rows.reduce(0) { $0 + $1.contribution.cents })
    costs = Money(cents: rows.reduce(0) { $0 + $1.accepted.cents })
    receipts = Money(cents: all.reduce(0) { $0 + $1.receipts.cents })
    self.maximum = maximum
  }

  /// The contribution, at most the maximum grant.
  package var grant: Money { min(contribution, maximum ?? contribution) }

  /// What grant and receipts bring beyond the accepted costs; the grant may not make a profit.
  package var profit: Money {
    Money(cents: grant.cents + receipts.cents - costs.cents)
  }

  /// Whether every period is declared, so that the balance can be worked out.
  package var isFinal: Bool { !rows.isEmpty && rows.allSatisfy { $0.state != .open } }

  /// Whether some period was accepted.
  package var hasAccepted: Bool { rows.contains { $0.basis != .declared } }

  /// What is said of the periods whose declared costs are taken for accepted ones.
  package var note: String? {
    let taken = rows.filter { $0.basis == .declared && !$0.declared.isZero }.map(\.period)
    guard !taken.isEmpty else { return nil }
    return "Declared costs are taken for accepted ones in \(taken.joined(separator: ", "))."
  }

  package static let fields: [Field<Row>] = [
    Field("period", "Period", rank: .key) { .text($0.period) },
    Field("state", "State", kind: .words(of: PeriodState.self)) { .text($0.state.rawValue) },
    Field("declared", "Declared", kind: .amount) { .amount($0.declared) },
    Field("accepted", "Accepted", kind: .amount) { .amount($0.accepted) },
    Field("contribution", "Contribution", kind: .amount) { .amount($0.contribution) },
    Field("basis", "Basis", kind: .words(of: Basis.self)) { .text($0.basis.rawValue) },
  ]
}

extension Statements {
  /// What is declared and accepted; nil where the programme has no categories of costs.
  package func balance() throws -> GrantBalance? {
    guard let ledger = try ledgerIfAny() else { return nil }
    let rule = try store.grantFigures.book().rules.first { $0.id == "maximum-grant" }
    return GrantBalance(ledger, try acceptedFigures(), maximum: try rule?.money("amount"))
  }
}
