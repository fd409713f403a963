package import Basics
internal import GRDB

/// The reporting periods of a project, by which days and costs find theirs.
package struct ReportingPeriods: Sendable {
  /// A period with its days, and how far it is.
  package struct Entry: Sendable, Equatable {
    package let period: Period
    package let days: ClosedRange<Day>
    package let state: PeriodState

    package var name: String { period.name }
  }

  /// In their order.
  package let all: [Entry]

  package init(_ all: [Entry]) { self.all = all }

  static func of(_ db: Database) throws -> ReportingPeriods {
    let project = try Project.fetch(db)
    let states = try LedgerSources.states(db)
    return ReportingPeriods(
      try Period.all(db).map { period in
        Entry(
          period: period, days: period.days(in: project), state: states[period.number] ?? .open)
      })
  }

  /// The period of a name such as `RP1`.
  ///
  /// - Throws: `PeriodProblem.unknown` where there is none.
  package func named(_ name: String) throws -> Entry {
    guard let found = all.first(where: { Period.target.key($0.name) == Period.target.key(name) })
    else { throw PeriodProblem.unknown(name, known: all.map(\.name)) }
    return found
  }

  /// The names of the periods from the first to one; of all where none is named.
  package func names(upTo last: String?) -> [String] {
    let names = all.map(\.name)
    guard let last else { return names }
    return Array(names.prefix((names.firstIndex(of: last) ?? -1) + 1))
  }

  /// The period in which a day lies; what is before the first is of the first, and what is after
  /// one of the next, or of the last.
  package func incurred(on day: Day) -> Entry? {
    all.first { day <= $0.days.upperBound } ?? all.last
  }

  /// The period in which a cost is declared: as it says, else that of its day; where that one is locked,
  /// the first open one after it.
  ///
  /// No period takes what was incurred after its end.
  package func charged(_ said: String?, on day: Day) -> Entry? {
    guard var own = incurred(on: day) else { return nil }
    if let said, let named = try? named(said), named.period.number > own.period.number {
      own = named
    }
    guard own.state != .open else { return own }
    return all.first { $0.period.number > own.period.number && $0.state == .open } ?? own
  }

  /// Whether one of them is locked.
  var hasLocks: Bool { all.contains { $0.state != .open } }

  package var isLast: (String) -> Bool {
    let last = all.last?.name
    return { $0 == last }
  }
}

extension Store {
  /// The reporting periods with their states.
  package func reportingPeriods() throws -> ReportingPeriods {
    try read { try ReportingPeriods.of($0) }
  }
}
