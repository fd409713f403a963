/// The hours of the period pass their checks.
enum HoursChecked: PeriodRequirement {
  static let name = "hours"

  static func missing(_ context: PeriodContext) throws -> [MissingItem] {
    let wanted = Timesheets.Wanted(period: context.period.name)
    let outside = try context.store.timesheets.outsideAction(by: context.days).map {
      MissingItem(
        $0.person ?? $0.partner, "\($0.breach.message) No statement counts them.",
        command: PeriodCheck.acceptance(of: context.period.name))
    }
    // A rate of pay that is not there is a figure that cannot be computed: `FiguresComputed` has it.
    let found = try context.store.timesheets.check(wanted).filter {
      $0.breach.severity != .note && $0.breach.rule != "no-rate"
    }
    return outside
      + found.map { $0.missing(in: context.period.name) }
  }
}
