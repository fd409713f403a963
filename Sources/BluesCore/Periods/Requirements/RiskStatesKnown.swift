/// Every risk of the period has its state of play.
enum RiskStatesKnown: PeriodRequirement {
  static let name = "risk-states"

  static func missing(_ context: PeriodContext) throws -> [MissingItem] {
    let period = context.period.name
    return try context.store.riskStates.all(in: period).filter(\.isMissing).map { state in
      MissingItem(
        state.risk.description, "No state of play: \(state.title).",
        command: "blues wp r state \(state.risk) --period \(period) --mitigated yes --occurred no")
    }
  }
}
