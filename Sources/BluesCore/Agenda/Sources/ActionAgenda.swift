/// The actions that are asked for and not done; one without a day comes last, and only where everything
/// is wanted.
enum ActionAgenda: AgendaSource {
  static func items(_ context: AgendaContext) throws -> [AgendaItem] {
    try open(context).map { action in
      AgendaItem(
        action.code.description, kind: "action", action.title, dueOn: action.dueOn, debtor(action),
        command: "blues wp action done \(action.code)", today: context.today)
    }
  }

  static func entries(_ context: AgendaContext) throws -> [PlanEntry] {
    try context.store.actions.all().compactMap { action in
      guard let day = action.dueOn else { return nil }
      return PlanEntry(
        key: "\(action.code)-due", summary: "\(action.code) \(action.title)",
        description: "action, \(action.isOpen ? "open" : "done")", day: day, category: "Action",
        debtor: debtor(action), isDone: !action.isOpen)
    }
  }

  private static func open(_ context: AgendaContext) throws -> [ActionPoint] {
    try context.store.actions.all().filter(\.isOpen)
  }

  private static func debtor(_ action: ActionPoint) -> AgendaItem.Debtor {
    .partners(action.owner.map { [$0] } ?? [])
  }
}
