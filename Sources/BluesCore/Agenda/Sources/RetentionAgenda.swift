internal import Basics

/// The contacts whose time is over, on the first day on which they may be held no longer.
enum RetentionAgenda: AgendaSource {
  static func items(_ context: AgendaContext) throws -> [AgendaItem] {
    try context.store.read { try RetentionTerm.counts($0) }.map { end in
      AgendaItem(
        "contacts", kind: "retention",
        "Erase \(counted(end.count, "contact")) that may be held until \(end.until.spoken)",
        dueOn: end.until.adding(days: 1), .partners([context.coordinator].compactMap(\.self)),
        command: "blues partner contact retention apply", today: context.today)
    }
  }
}
