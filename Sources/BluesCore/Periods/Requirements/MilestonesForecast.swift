internal import Basics

/// Every milestone that was not reached in time has a forecast.
enum MilestonesForecast: PeriodRequirement {
  static let name = "forecasts"

  static func missing(_ context: PeriodContext) throws -> [MissingItem] {
    try context.store.milestones.all().filter {
      $0.dueOn <= context.days.upperBound && $0.standing.isLate && $0.forecastOn == nil
    }.map { late in
      MissingItem(
        late.code.description, "No forecast: \(late.title), due \(late.dueOn).",
        command: "blues wp ms forecast \(late.code) --to \(context.today.adding(months: 1))")
    }
  }
}
