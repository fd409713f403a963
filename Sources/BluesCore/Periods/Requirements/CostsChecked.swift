/// The costs that the period declares pass their checks.
enum CostsChecked: PeriodRequirement {
  static let name = "costs"

  static func missing(_ context: PeriodContext) throws -> [MissingItem] {
    if case .success(nil) = context.ledger { return [] }
    let costs = try context.store.costs.all()
    let periods = try context.store.reportingPeriods()
    let declared = Set(
      costs.filter { cost in
        guard let day = cost.incurredOn else { return false }
        return periods.charged(cost.chargedIn, on: day)?.name == context.period.name
      }.map(\.code))
    return try context.store.costs.findings().filter {
      $0.rule.isWarning && declared.contains($0.cost)
    }.map { MissingItem($0.cost.description, $0.message, command: $0.mending) }
  }
}
