internal import GRDB

extension ParcelLog.Entry {
  /// Whether it waits and its rows are no longer here, since an erasure took the rows of all parcels:
  /// the same file is received again.
  func lacksRows(_ db: Database) throws -> Bool {
    guard [.waiting, .partly, .forked].contains(state) else { return false }
    return try Int.fetchOne(
      db, sql: "SELECT 1 FROM parcel_content WHERE id = ?", arguments: [id]) == nil
  }
}
