package import Basics

/// The user's days as instants: the history keeps UTC, people speak of days where they are.
///
/// The time zone is handed in, because the core does not read the environment.
package struct LocalDays: Sendable {
  /// The last second of a day as ISO 8601 UTC text, such as `2021-03-31T21:59:59Z` in Berlin.
  package let end: @Sendable (Day) -> String
  /// The day of an instant in the same form; nil for text that is none.
  package let day: @Sendable (String) -> Day?

  package init(
    end: @escaping @Sendable (Day) -> String, day: @escaping @Sendable (String) -> Day?
  ) {
    self.end = end
    self.day = day
  }

  /// The days of Greenwich.
  package static let utc = LocalDays(
    end: { "\($0)T23:59:59Z" }, day: { Day(iso: String($0.prefix(10))) })
}
