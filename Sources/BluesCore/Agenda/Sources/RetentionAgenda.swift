internal import Basics

/// The contacts whose time is over, on the first day on which they may be held no longer, and those of
/// which a restore left open whether they are persons who were erased.
enum RetentionAgenda: AgendaSource {
  static func items(_ context: AgendaContext) throws -> [AgendaItem] {
    let coordinator = AgendaItem.Debtor.partners([context.coordinator].compactMap(\.self))
    let doubtful = try context.store.read { try DoubtfulContacts.all($0) }.map { contact in
      let code = "C\(RowID(contact.id).running)"
      return AgendaItem(
        code, kind: "retention",
        "Erase \(code) if it is the person who was erased before the restore, or keep it",
        dueOn: contact.since, coordinator, command: "blues partner contact show \(code)",
        today: context.today)
    }
    return try doubtful
      + context.store.read { try RetentionTerm.counts($0) }.map { end in
        AgendaItem(
          "contacts", kind: "retention",
          "Erase \(counted(end.count, "contact")) that may be held until \(end.until.spoken)",
          dueOn: end.until.adding(days: 1), coordinator,
          command: "blues partner contact retention apply", today: context.today)
      }
  }
}
