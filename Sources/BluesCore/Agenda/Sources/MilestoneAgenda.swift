/// The milestones that are not reached yet.
enum MilestoneAgenda: AgendaSource {
  static func items(_ context: AgendaContext) throws -> [AgendaItem] {
    try context.store.milestones.all().filter { !$0.standing.isDone }.map { item in
      AgendaItem(
        item.code.description, kind: "milestone", item.title, dueOn: item.dueOn,
        .partners(item.leads), command: "blues wp ms achieve \(item.code)", today: context.today)
    }
  }

  static func entries(_ context: AgendaContext) throws -> [PlanEntry] {
    try context.store.milestones.all().map { item in
      let lead = item.leads.isEmpty ? "" : ", lead \(item.leads.joined(separator: "; "))"
      return PlanEntry(
        key: "\(item.code)-due", summary: "\(item.code) \(item.title)",
        description: "milestone, \(item.standing.isDone ? "achieved" : "open")\(lead)",
        day: item.dueOn, category: "Milestone", debtor: .partners(item.leads),
        isDone: item.standing.isDone)
    }
  }
}
