/// The last day of the period is over.
enum PeriodIsOver: PeriodRequirement {
  static let name = "period-end"

  static func missing(_ context: PeriodContext) throws -> [MissingItem] {
    let (name, end) = (context.period.name, context.days.upperBound)
    guard context.today <= end else { return [] }
    return [
      MissingItem(
        name, "The period ends on \(end).",
        command: "blues report period lock \(name) --because \"…\"")
    ]
  }
}
