package import Documents

/// The days of the plan as entries of a calendar: what is due, the periods and their reports.
package struct PlanEntries: Sendable {
  let store: Store

  /// The entries of all, or of what one partner owes, in the order of their days.
  ///
  /// What is not done has reminders so many days before.
  ///
  /// - Throws: `RecordProblem.unknown` for a partner that is not there.
  package func all(partner: PartnerCode? = nil, alarms: [Int] = []) throws -> [CalendarEvent] {
    if let partner { _ = try store.read { try Partner.id(partner.text, in: $0) } }
    let context = try AgendaContext(store)
    let identity = try store.read { try CalendarIdentity($0) }
    return try Agenda.sources.flatMap { try $0.entries(context) }
      .filter { entry in partner.map { entry.debtor.includes($0) } != false }
      .enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
      .map { $0.element.event(identity, alarms: alarms) }
  }

  package func name() throws -> String {
    try store.read { db in "\(try CalendarIdentity(db).acronym) plan" }
  }
}

extension Store {
  package var planEntries: PlanEntries { PlanEntries(store: self) }
}
