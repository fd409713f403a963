internal import Basics

/// Activities whose days are over are delivered, or cancelled; in the final report all are, and at least
/// one was delivered.
enum ActivitiesOver: PeriodRequirement {
  static let name = "activities"

  static func missing(_ context: PeriodContext) throws -> [MissingItem] {
    let activities = try context.store.activities.all()
    let isFinal = try context.store.periods.all().last == context.period
    let open = activities.filter { activity in
      guard [.planned, .ongoing, .postponed].contains(activity.status) else { return false }
      if isFinal { return activity.status != .planned || isOver(activity, context) }
      return isOver(activity, context) && activity.status != .postponed
    }
    let items = open.map { activity in
      MissingItem(
        activity.code.description,
        isFinal
          ? "Still \(activity.status.rawValue) in the final report: \(activity.title)."
          : "Still \(activity.status.rawValue), its days are over: \(activity.title).",
        command: "blues workpackage activity set \(activity.code) --status delivered")
    }
    let isPublic = activities.contains { $0.status == .delivered && $0.type != .meeting }
    guard isFinal, !isPublic else { return items }
    return items + [
      MissingItem(
        context.period.name, "No activity was delivered; the final report needs one.",
        command: "blues workpackage activity list")
    ]
  }

  private static func isOver(_ activity: Activity, _ context: PeriodContext) -> Bool {
    activity.lastDay.map { $0 <= min(context.today, context.days.upperBound) } ?? false
  }
}

/// What was published in the period has its publicity.
enum PublicityRecorded: PeriodRequirement {
  static let name = "publicity"

  static func missing(_ context: PeriodContext) throws -> [MissingItem] {
    let activities = context.store.activities
    let held = try activities.published().filter { activity in
      activity.lastDay.map { context.days.contains($0) } ?? false
    }
    return try activities.check(held).compactMap { finding in
      guard let element = finding.element else { return nil }
      return MissingItem(
        finding.activity.description, "Publicity \(finding.finding): \(element.words).",
        command: "blues workpackage activity set \(finding.activity) --\(element.rawValue) yes")
    }
  }
}
