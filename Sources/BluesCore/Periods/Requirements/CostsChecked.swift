/// The costs that the period declares pass their checks.
enum CostsChecked: PeriodRequirement {
  static let name = "costs"

  static func missing(_ context: PeriodContext) throws -> [MissingItem] {
    if case .success(nil) = context.ledger { return [] }
    let declared = try declared(context)
    // A rate that is not there is a figure that cannot be computed: `FiguresComputed` has it.
    return try context.store.costs.findings().filter {
      $0.rule != .noRate && declared.contains($0.cost.description)
    }.map {
      MissingItem(
        $0.cost.description, $0.message,
        command: $0.rule.hasMending ? $0.mending : PeriodCheck.acceptance(of: context.period.name))
    }
  }

  /// The costs of the period: what its statements count, and what they leave out.
  private static func declared(_ context: PeriodContext) throws -> Set<String> {
    let name = context.period.name
    if case .success(let ledger?) = context.ledger {
      return Set(
        ledger.lines.filter { $0.charged == name }.map(\.source)
          + ledger.outside.filter { $0.period == name }.map(\.source))
    }
    let costs = try context.store.costs.all()
    let periods = try context.store.reportingPeriods()
    return Set(
      costs.filter { cost in
        guard let day = cost.incurredOn else { return false }
        return periods.charged(cost.chargedIn, on: day)?.name == name
      }.map(\.code.description))
  }
}
