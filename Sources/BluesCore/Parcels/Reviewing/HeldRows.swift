internal import Basics
internal import GRDB

extension WaitingParcel {
  /// The rows of what was accepted, and of what reports of locked periods say: applying a parcel does
  /// not change them, and why.
  ///
  /// Once the period is locked, costs and hours are applied, as adjustments.
  func held(_ db: Database) throws -> [Changeset.Row: String] {
    guard try entry.header.sender != Partner.coordinator(db) else { return [:] }
    let frozen = try FrozenPeriods(db)
    let locked = try LockedRows(db)
    return try comparison.changes.reduce(into: [:]) { held, change in
      guard let table = DatedTable.byName[change.table] else { return }
      for values in [change.ours, change.theirs] {
        guard let values else { continue }
        let named = Dictionary(uniqueKeysWithValues: zip(change.columns, values))
        if let problem = try frozen?.problem(table, named, db) {
          held[change.row] = problem.why
        } else if let problem = try locked.problem(table, named, db) {
          held[change.row] = problem.why
        }
      }
    }
  }
}

extension SubmissionProblem {
  /// Why, beside the row.
  fileprivate var why: String {
    guard case .accepted(_, let partner, let period, let day, _) = self else { return message }
    return "\(period) of \(partner) was accepted on \(day); it waits until \(period) is locked"
  }
}

extension PeriodLockProblem {
  /// Why, beside the row.
  fileprivate var why: String {
    "\(period) is \(state.rawValue); it waits until \(period) is reopened, or until you refuse it"
  }
}
