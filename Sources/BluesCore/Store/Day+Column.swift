internal import Basics
internal import GRDB

/// Days are stored as ISO text.
extension Day: DatabaseValueConvertible {
  var databaseValue: DatabaseValue { iso.databaseValue }

  static func fromDatabaseValue(_ value: DatabaseValue) -> Day? {
    String.fromDatabaseValue(value).flatMap { Day(iso: $0) }
  }
}
