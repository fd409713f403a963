/// Hours of an earlier period that came after its lock, and that the period declares, pass their checks.
///
/// What the lock of that period accepted is not asked again.
enum LateHoursChecked: PeriodRequirement {
  static let name = "late-hours"

  static func missing(_ context: PeriodContext) throws -> [MissingItem] {
    guard case .success(let ledger?) = context.ledger else { return [] }
    let name = context.period.name
    let accepted = try context.store.periods.standings().filter(\.state.isLocked)
      .flatMap(\.steps).flatMap(\.missing)
    return try context.store.timesheets.late(in: name, ledger).filter { found in
      found.breach.severity != .note
        && !accepted.contains { $0.hasSuffix(found.breach.message) }
    }.map { $0.missing(in: name) }
  }
}
