internal import Basics
internal import GRDB

/// The rows that the reports of locked periods say, which a parcel changes no more than the keyboard does.
///
/// Costs and hours are none of them: what comes late of these is an adjustment of an open period.
struct LockedRows {
  private let lock: PeriodLock
  /// The numbers of the periods by their rows.
  private let numbers: [Int64: Int]

  init(_ db: Database) throws {
    lock = try PeriodLock(db)
    numbers = try Period.numbers(db)
  }

  /// Why a row with some values, before or after a change, is not to be changed; nil where it may be.
  func problem(
    _ table: DatedTable, _ values: [String: DatabaseValue], _ db: Database
  ) throws -> PeriodLockProblem? {
    guard table.isKeptByLock, let place = try table.place(values, db) else { return nil }
    if let number = place.period.flatMap({ numbers[$0] }) {
      return lock.problem(place.words, in: number)
    }
    return place.day.flatMap { Day(iso: $0) }.flatMap { lock.problem(place.words, on: $0) }
  }
}
