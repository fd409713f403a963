internal import Basics
package import Documents

/// A number that an indicator has, exact to the hundredth: `12`, `4.35`.
package struct Quantity: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let hundredths: Int

  package init(hundredths: Int) { self.hundredths = hundredths }

  package init(_ whole: Int) { hundredths = whole * 100 }

  /// Reads a number as people write it, also with `%` behind it; nil for words and for more than
  /// twelve digits.
  package init?(listed text: String) {
    var text = text.trimmed
    if text.hasSuffix("%") { text = String(text.dropLast()).trimmed }
    guard let figure = try? Figure(decimal: text), figure.currency == nil,
      figure.hundredths < 100_000_000_000_000
    else { return nil }
    hundredths = figure.hundredths
  }

  /// The same of a number that a person types.
  ///
  /// - Throws: `MoneyProblem.eitherWay` for one that can be read in two ways.
  package init?(typed text: String) throws(MoneyProblem) {
    try MoneyProblem.refuseEitherWay(text.filter { $0 != "%" })
    self.init(listed: text)
  }

  package static func < (one: Self, other: Self) -> Bool { one.hundredths < other.hundredths }
  /// The sum; beyond what a number holds, the largest one.
  static func + (one: Self, other: Self) -> Self {
    let sum = one.hundredths.addingReportingOverflow(other.hundredths)
    return Self(hundredths: sum.overflow ? .max : sum.partialValue)
  }

  package var description: String { hundredthsText(hundredths) }

  package var cell: Cell {
    hundredths % 100 == 0 ? .integer(hundredths / 100) : .decimal(description)
  }
}

extension Cell {
  /// A number that may be missing.
  static func quantity(orEmpty quantity: Quantity?) -> Cell { quantity?.cell ?? .empty }
}
