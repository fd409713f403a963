internal import Basics
internal import Documents

/// A day of the plan as an entry of a calendar, done or not.
package struct PlanEntry: Sendable {
  /// What it is known by for ever inside the project, such as `D3.1-due`.
  let key: String
  let summary: String
  let description: String
  let day: Day
  /// The kind of entry, such as `Deliverable`.
  let category: String
  let debtor: AgendaItem.Debtor
  /// Whether nothing is left to do, so that nobody is reminded.
  let isDone: Bool

  /// The entry as the file has it, with reminders so many days before.
  func event(_ identity: CalendarIdentity, alarms: [Int]) -> CalendarEvent {
    CalendarEvent(
      uid: identity.uid(key), summary: summary,
      description: "\(identity.acronym) \(description).", firstDay: day, lastDay: day,
      category: category, alarms: isDone ? [] : alarms)
  }
}
