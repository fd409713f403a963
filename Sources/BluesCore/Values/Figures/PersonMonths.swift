internal import Basics

/// Work in months of one person, exact to a hundredth: `14.5`.
package struct PersonMonths: Hashable, Sendable, Comparable {
  package let hundredths: Int

  package init(hundredths: Int) { self.hundredths = hundredths }

  /// Reads `26.50`, `26,5` or `26`; nil for anything else, such as a currency, a range
  /// or three decimals.
  package init?(_ text: String) {
    guard let figure = try? Figure(decimal: text), figure.currency == nil,
      figure.hundredths <= 10_000_000
    else { return nil }
    hundredths = figure.hundredths
  }

  package static func < (one: Self, other: Self) -> Bool { one.hundredths < other.hundredths }

  package static func + (one: Self, other: Self) -> Self {
    PersonMonths(hundredths: one.hundredths + other.hundredths)
  }

  package static let zero = PersonMonths(hundredths: 0)

  /// With two decimals, as the grant's tables print it: `14.50`.
  package var text: String { "\(hundredths / 100).\(padded(hundredths % 100, to: 2))" }
}
