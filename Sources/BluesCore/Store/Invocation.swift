package import Basics

/// Who does what and when: what the history says of a change.
///
/// The clock and the user are handed in, because the core reads neither.
package struct Invocation: Sendable {
  /// The verb in the user's words, without arguments, since those can hold personal data.
  package var command: String
  package var who: String
  /// The instant as ISO 8601 UTC text, such as `2021-03-31T09:15:00Z`.
  package var at: String
  /// Today as the user sees it; what "late" and "by default on" are measured against.
  package var today: Day
  /// A rehearsal runs the real path and rolls it back.
  package var isRehearsal: Bool
  /// How the user writes dates such as 30.06.2021; nil where nobody said.
  package var dateOrder: DateOrder?
  /// Which instants are which of the user's days.
  package var days: LocalDays
  /// What is to be told of the days that it reads.
  package let remarks = DayRemarks()

  package init(
    command: String, who: String, at: String, today: Day, isRehearsal: Bool = false,
    dateOrder: DateOrder? = nil, days: LocalDays = .utc
  ) {
    self.command = command
    self.who = who
    self.at = at
    self.today = today
    self.isRehearsal = isRehearsal
    self.dateOrder = dateOrder
    self.days = days
  }
}
