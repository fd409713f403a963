package import Basics

/// What one person's work on one work package in one calendar month costs, at the rate of pay valid
/// then: the line of category A that a statement adds up.
package struct PersonnelLine: Hashable, Sendable {
  package var partner: PartnerCode
  /// The person's short code.
  package var person: String
  /// The category of the person's contract, `A.1` to `A.5`.
  package var category: String
  /// Nil for work on no work package.
  package var workPackage: WorkPackageCode?
  /// The first day of the month.
  package var month: Day
  /// Whole hundredths of an hour.
  package var hours: Int
  /// The cost of a year in the person's currency.
  package var annualCost: Money
  /// Whole hundredths of an hour a year.
  package var productiveHours: Int
  /// `hours x annual cost / productive hours`, rounded once to the cent, in the person's currency.
  package var amount: Money
  /// The hundredths of an hour that the amount is of, where a declaration shares out a month.
  package var exactHours: Fraction?
  /// The day from which it counts, where another reporting period begins in the month.
  package var first: Day?
}
