package import Basics

/// An entry of a calendar that takes whole days, such as a stay or a deadline.
package struct CalendarEvent: Hashable, Sendable {
  /// What the entry is known by for ever, so that a calendar read again is brought up to date.
  package let uid: String
  package let summary: String
  package let description: String?
  package let location: String?
  /// First and last day; both belong to the entry.
  package let firstDay: Day
  package let lastDay: Day
  package let category: String?
  /// How many days before the first one to be reminded, at midnight; none without a reminder.
  package let alarms: [Int]

  package init(
    uid: String, summary: String, description: String? = nil, location: String? = nil,
    firstDay: Day, lastDay: Day, category: String? = nil, alarms: [Int] = []
  ) {
    self.uid = uid
    self.summary = summary
    self.description = description
    self.location = location
    self.firstDay = firstDay
    self.lastDay = lastDay
    self.category = category
    self.alarms = alarms
  }
}
