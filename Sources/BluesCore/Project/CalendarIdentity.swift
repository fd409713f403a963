internal import GRDB

/// What the calendars of a project share: its acronym, and identities of entries that last.
///
/// An identity is made of the thing and the project file, so that a calendar that reads the entries
/// again moves them and makes no duplicates.
struct CalendarIdentity {
  let acronym: String
  private let file: Int64

  init(_ db: Database) throws {
    acronym = try Project.fetch(db).acronym
    file = try FileIdentity.number(db)
  }

  /// The identity of an entry, such as that of `EX-001-stay`.
  func uid(_ thing: String) -> String { "\(thing)@\(file).blues" }
}
