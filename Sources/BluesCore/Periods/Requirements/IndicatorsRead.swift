/// Every indicator that is typed has a reading in the period.
enum IndicatorsRead: PeriodRequirement {
  static let name = "indicator-readings"

  static func missing(_ context: PeriodContext) throws -> [MissingItem] {
    let indicators = context.store.indicators
    return try indicators.all().filter { $0.counts == .nothing }.compactMap { indicator in
      let isRead = try indicators.readings(indicator.code).contains {
        context.days.contains($0.on)
      }
      guard !isRead else { return nil }
      let day = min(context.today, context.days.upperBound)
      return MissingItem(
        indicator.code.description, "No reading: \(indicator.title).",
        command: "blues wp i record \(indicator.code) \"…\" --on \(day)")
    }
  }
}
