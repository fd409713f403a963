package import Basics
internal import GRDB

/// The personnel lines of some days, and the hours that no rate of pay covers.
package struct PersonnelLines: Sendable, Equatable {
  /// Hours of a person in a month without a rate of pay.
  package struct Unpaid: Sendable, Equatable {
    package let person: String
    /// The first day of the month.
    package let month: Day
    package let hours: Hours
  }

  /// By partner, person, month and work package.
  package let lines: [PersonnelLine]
  package let unpaid: [Unpaid]

  /// Reads them, or those of one partner by its row, within some days, or all of them, as known on a day; a
  /// month's entry is of the month's last day.
  init(
    _ db: Database, of partner: Int64? = nil, within days: ClosedRange<Day>? = nil, on today: Day
  ) throws {
    let effort = try EffortLines(db, of: partner, within: days, on: today).lines
    lines = effort.compactMap(\.line)
    unpaid = effort.filter { $0.annualCost == nil }.map {
      Unpaid(
        person: $0.person, month: $0.month, hours: Hours(hundredths: Int($0.hours.rounded())))
    }
  }
}

extension Timesheets {
  /// The personnel lines, or those of a partner, within some days, or all of them.
  package func personnelLines(
    of partner: String? = nil, within days: ClosedRange<Day>? = nil
  ) throws -> PersonnelLines {
    try store.read { db in
      try PersonnelLines(
        db, of: partner.map { try Partner.id($0, in: db) }, within: days,
        on: store.invocation.today)
    }
  }
}

extension PersonnelLine {
  /// The hours in twelfths of the productive ones.
  package var personMonths: Fraction {
    Fraction(Int128(hours) * 12, over: Int128(productiveHours)) ?? .zero
  }
}
