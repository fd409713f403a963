package import Basics

/// The size class of an enterprise by its own figures: Recommendation 2003/361/EC, Annex, Article 2.
///
/// Partner and linked enterprises, whose figures count too (Articles 3 and 6), are not known here:
/// the class is a first answer, not the enterprise's declaration.
package enum SMEClass: String, CaseIterable, Sendable, Comparable {
  case micro, small, medium, large

  /// The class of an enterprise with so many persons and so many euros a year; nil where a
  /// missing figure could change it.
  ///
  /// Persons must be below the ceiling, and turnover or balance sheet total not above theirs.
  package init?(employees: Figure?, turnover: Figure?, balanceTotal: Figure?) {
    let figures = [employees, turnover, balanceTotal]
    let best = Self.of(figures.map { $0?.hundredths ?? 0 })
    let worst = Self.of(figures.map { $0?.hundredths ?? .max })
    guard best == worst else { return nil }
    self = best
  }

  /// The class by hundredths of persons and of euros.
  private static func of(_ figures: [Int]) -> SMEClass {
    ceilings.first { ceiling in
      figures[0] < ceiling.employees * 100
        && (figures[1] <= ceiling.turnover * 100 || figures[2] <= ceiling.balanceTotal * 100)
    }?.size ?? .large
  }

  /// Article 2: 250 persons, 50 and 43 million euros; 50 and 10 million; 10 and 2 million.
  private static let ceilings:
    [(size: SMEClass, employees: Int, turnover: Int, balanceTotal: Int)] = [
      (.micro, 10, 2_000_000, 2_000_000), (.small, 50, 10_000_000, 10_000_000),
      (.medium, 250, 50_000_000, 43_000_000),
    ]

  package static func < (one: SMEClass, other: SMEClass) -> Bool {
    order(one) < order(other)
  }

  private static func order(_ size: SMEClass) -> Int { allCases.firstIndex(of: size) ?? 0 }
}
