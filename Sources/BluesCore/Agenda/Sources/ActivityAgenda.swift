/// The activities that are planned or under way, by their last day.
enum ActivityAgenda: AgendaSource {
  static func items(_ context: AgendaContext) throws -> [AgendaItem] {
    try context.store.activities.all().compactMap { activity in
      guard isOpen(activity), let day = activity.lastDay else { return nil }
      return AgendaItem(
        activity.code.description, kind: "activity", activity.title, dueOn: day,
        .partners(activity.partners),
        command: "blues wp activity set \(activity.code) --status delivered", today: context.today)
    }
  }

  static func entries(_ context: AgendaContext) throws -> [PlanEntry] {
    try context.store.activities.all().compactMap { activity in
      guard let day = activity.startsOn ?? activity.endsOn else { return nil }
      let place = activity.place.map { ", \($0)" } ?? ""
      return PlanEntry(
        key: "\(activity.code)-day", summary: "\(activity.code) \(activity.title)",
        description: "\(activity.type.rawValue), \(activity.status.rawValue)\(place)", day: day,
        category: "Activity", debtor: .partners(activity.partners), isDone: !isOpen(activity))
    }
  }

  private static func isOpen(_ activity: Activity) -> Bool {
    activity.status == .planned || activity.status == .ongoing
  }
}
