internal import GRDB

/// Every deliverable that is or was late has its justification.
enum LatenessJustified: PeriodRequirement {
  static let name = "justifications"

  /// What was due in an earlier period that is locked was asked for before that lock.
  static func missing(_ context: PeriodContext) throws -> [MissingItem] {
    let lock = try context.store.read { try PeriodLock($0) }
    return try context.store.deliverables.unjustified(by: context.days.upperBound)
      .filter { context.days.contains($0.dueOn) || !lock.holds($0.dueOn) }
      .map { late in
        MissingItem(
          late.code.description, "No justification: \(late.title), due \(late.dueOn).",
          command: "blues wp d justify \(late.code) --because \"…\"")
      }
  }
}
