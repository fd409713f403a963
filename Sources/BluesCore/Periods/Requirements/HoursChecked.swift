/// The hours of the period pass their checks.
enum HoursChecked: PeriodRequirement {
  static let name = "hours"

  static func missing(_ context: PeriodContext) throws -> [MissingItem] {
    let wanted = Timesheets.Wanted(period: context.period.name)
    return try context.store.timesheets.check(wanted).filter { $0.breach.severity != .note }.map {
      MissingItem(
        $0.person ?? $0.partner, $0.breach.message,
        command: $0.mending(in: context.period.name))
    }
  }
}
