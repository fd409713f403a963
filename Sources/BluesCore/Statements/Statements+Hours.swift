internal import Basics

extension Statements {
  /// What is to be looked at in the hours of a statement: those that are in no cost since nobody said what
  /// the person costs, and the checks that they do not pass.
  func hourWarnings(
    of partner: String, in entry: ReportingPeriods.Entry, _ ledger: Ledger
  ) throws -> [StatementWarning] {
    let timesheets = store.timesheets
    let unpaid = try timesheets.personnelLines(of: partner, within: entry.days).unpaid
    let months = Dictionary(grouping: unpaid) { "\($0.person) \($0.month.iso.prefix(7))" }
    let silent = months.values.compactMap { hours -> StatementWarning? in
      guard let first = hours.first else { return nil }
      let sum = hours.map(\.hours).reduce(.zero, +)
      let month = first.month.iso.prefix(7)
      return StatementWarning(
        rule: "no-rate",
        message:
          "\(first.person) has \(sum.text) hours in \(month) without a rate of pay: no cost counts them. "
          + "Add it: blues partner person rate add \(first.person)@\(first.month) AMOUNT",
        source: "\(first.person) \(month)")
    }
    let found =
      try timesheets.check(Timesheets.Wanted(partner: partner, period: entry.name))
      + timesheets.late(of: partner, in: entry.name, ledger)
    return silent.sorted { $0.source < $1.source }
      + found.filter { $0.breach.severity != .note && $0.breach.rule != "no-rate" }.map {
        StatementWarning(
          rule: $0.breach.rule, message: $0.breach.message,
          source: [$0.person ?? $0.partner, $0.on].compactMap(\.self).joined(separator: " "))
      }
  }
}

extension Timesheets {
  /// The checks of hours that a period declares although they are of an earlier one, which is locked.
  package func late(
    of partner: String? = nil, in period: String, _ ledger: Ledger
  ) throws -> [EffortFinding] {
    let lines = ledger.lines.filter {
      $0.charged == period && $0.isAdjustment && $0.personMonths != nil
        && $0.partner == partner ?? $0.partner
    }
    var found: [EffortFinding] = []
    var seen: Set<String> = []
    for line in lines {
      guard let person = line.party, seen.insert(line.source).inserted else { continue }
      found += try check(Wanted(person: person, month: line.month))
    }
    return found
  }
}
