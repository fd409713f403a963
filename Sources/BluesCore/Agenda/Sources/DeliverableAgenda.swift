/// The deliverables that are still owed to the Agency.
enum DeliverableAgenda: AgendaSource {
  static func items(_ context: AgendaContext) throws -> [AgendaItem] {
    try context.store.deliverables.all().filter { !$0.standing.isDone }.map { item in
      AgendaItem(
        item.code.description, kind: "deliverable", item.title, dueOn: item.dueOn,
        .partners([item.lead].compactMap(\.self)), command: "blues wp d submit \(item.code)",
        today: context.today)
    }
  }

  static func entries(_ context: AgendaContext) throws -> [PlanEntry] {
    try context.store.deliverables.all().map { item in
      PlanEntry(
        key: "\(item.code)-due", summary: "\(item.code) \(item.title)",
        description: "deliverable, \(item.state.rawValue)\(item.lead.map { ", lead \($0)" } ?? "")",
        day: item.dueOn, category: "Deliverable", debtor: .partners([item.lead].compactMap(\.self)),
        isDone: item.standing.isDone)
    }
  }
}
