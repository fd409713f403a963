/// The period before it is locked.
enum EarlierPeriodLocked: PeriodRequirement {
  static let name = "earlier-period"

  static func missing(_ context: PeriodContext) throws -> [MissingItem] {
    try context.store.periods.standings().filter {
      $0.period.number == context.period.number - 1 && !$0.state.isLocked
    }.map { earlier in
      let name = earlier.period.name
      return MissingItem(
        name, "The period before is still open.", command: "blues report period lock \(name)")
    }
  }
}
