internal import Basics
internal import GRDB

extension CostPack {
  /// The hours that the statement declares: those of the partner in the period, and those of earlier
  /// months that it adjusts.
  ///
  /// Of a locked period they are those of the lock, where other hours were recorded since.
  func timesheets() throws -> [TimesheetEntry] {
    let store = try isChanged() ? asLocked() : store
    let own = try store.timesheets.all(.init(partner: statement.partner, period: entry.name))
    let adjusted = Set(
      statement.lines.filter { $0.isAdjustment && $0.personMonths != nil }.map(\.source))
    guard !adjusted.isEmpty else { return own }
    let earlier = try store.timesheets.all(.init(partner: statement.partner)).filter {
      adjusted.contains("\($0.person) \($0.worked.text.prefix(7))")
        && !$0.worked.endsIn(entry.days)
    }
    return earlier + own
  }

  /// Whether the hours of the locked period are others than it declared.
  private func isChanged() throws -> Bool {
    guard entry.state != .open else { return false }
    return try store.read { try CountedEffort($0, on: store.invocation.today) }.changed.contains {
      $0.partner == statement.partner && entry.days.contains($0.first)
    }
  }

  /// The project as it was when the period was locked.
  private func asLocked() throws -> Store {
    let step = try store.read { db in
      let period = try Periods.period(entry.name, Period.all(db))
      return try PeriodStory(db).operation(ofLock: period, db)
    }
    return try step.map { try store.asKnown(afterStep: $0) } ?? store
  }
}
