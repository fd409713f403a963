package import Basics

/// An amount without an exchange rate in its period: the statement that it belongs to cannot be worked
/// out, and others can.
package struct UnratedLine: Problem, Equatable {
  package let partner: String
  package let category: String
  package let workPackage: Int?
  /// Where it is from: `K12`, or person and month.
  package let source: String
  package let amount: Money
  /// The period that would declare it.
  package let charged: String
  package let problem: LedgerRateProblem

  package var message: String { "\(source) of \(partner), \(amount): \(problem.message)" }
  package var hint: String? {
    problem.hint
      ?? "blues partner rate set \(amount.currency) --period \(charged) --rate N --because \"…\""
  }
  package var kind: ProblemKind { problem.kind }
}

extension Ledger {
  /// Refuses what cannot be worked out, since an amount has no exchange rate: the statement of a partner
  /// for a period, or all of them.
  ///
  /// - Throws: `UnratedLine`, the first one.
  package func refuseUnrated(of partner: String? = nil, in period: String? = nil) throws {
    let found = unrated.first {
      $0.partner == partner ?? $0.partner && $0.charged == period ?? $0.charged
    }
    if let found { throw found }
  }
}
