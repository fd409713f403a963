/// No action that was due by the end of the period is open.
enum ActionsDone: PeriodRequirement {
  static let name = "actions"

  static func missing(_ context: PeriodContext) throws -> [MissingItem] {
    try context.store.actions.all().compactMap { action in
      guard action.isOpen, let due = action.dueOn, due <= context.days.upperBound else {
        return nil
      }
      return MissingItem(
        action.code.description, "Open: \(action.title), due \(due).",
        command: "blues wp action done \(action.code)")
    }
  }
}
