/// How far the effort is from the plan, as officers put it: in person-months, and in per cent of the
/// planned ones with two decimals.
package struct EffortDeviation: Sendable, Equatable {
  package let planned: Fraction
  package let actual: Fraction

  package init(planned: Fraction, actual: Fraction) {
    self.planned = planned
    self.actual = actual
  }

  package var personMonths: Fraction { actual - planned }

  /// In per cent of the plan; nil where nothing is planned.
  package var percent: Fraction? {
    personMonths.divided(by: planned).map { $0 * Fraction(100) }
  }

  /// The per cent with two decimals: `-46.32`.
  package var text: String? { percent?.text(decimals: 2) }

  /// The same in a word: over, under, or as planned; unplanned where nothing was.
  package var word: String {
    if actual == planned { return "as planned" }
    if planned == .zero { return "unplanned" }
    return actual > planned ? "over" : "under"
  }

  /// Whether it is beyond a share of the plan, or work where none was planned.
  package func isBeyond(_ share: Percent) -> Bool {
    guard let percent else { return actual > .zero }
    let size = percent < .zero ? -percent : percent
    return size.rounded(toParts: 100) > Int128(share.hundredths)
  }
}
