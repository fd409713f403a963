package import Basics

/// A line that statements add up: one receipt, one payment of an exchange, or one person's month on a
/// work package, in its own currency and in euro.
package struct LedgerLine: Sendable, Equatable {
  package let partner: String
  package let category: String
  /// The number of the work package; nil where it is in none.
  package let workPackage: Int?
  package let day: Day
  /// Where it is from: `K12`, `EX-017`, or person and month.
  package let source: String
  package let description: String
  /// Whether Annex 1 foresees it; nil where nobody said.
  package let isForeseen: Bool?
  /// The supplier, the visitor or the person.
  package let party: String?
  /// What is eligible, in its own currency.
  package let amount: Money
  package let euro: Money
  /// The periods in which it was incurred and is declared, such as `RP1`.
  package let incurred: String
  package let charged: String
  let workedOut: LineArithmetic
  /// The exact person-months of a month's work; nil for what is no work.
  package let personMonths: Fraction?
  /// Why it is declared later than it was incurred; nil for what is not.
  package internal(set) var reason: String? = nil

  /// How the amount and the euro came about.
  package var arithmetic: String { workedOut.words }

  /// Whether it is declared later than it was incurred.
  package var isAdjustment: Bool { incurred != charged }

  /// The first day of its month.
  package var month: Day {
    let (year, month, _) = day.civil
    return Day(year: year, month: month, day: 1) ?? day
  }
}
