/// How rows of a list without codes name their records, such as a budget line by its partner, its
/// category and its work package.
struct RecordKey<R: Record>: Sendable {
  /// What tells a record from others, the first key that a row has counting.
  let keys: @Sendable (R) -> [String]
  let number: @Sendable (R.Code) -> Int
  /// The code with a number; nil beyond the last that there can be.
  let code: @Sendable (Int) -> R.Code?
  /// Whether no two records can have the same key.
  var isUnique = false
}

/// The records of one kind by their keys, while a list is read.
final class KeyedRecords<R: Record> {
  private let key: RecordKey<R>
  private var codes: [String: [R.Code]] = [:]
  private var last = 0
  /// How many rows of the list had a key so far.
  private var rows: [String: Int] = [:]

  init(_ key: RecordKey<R>, _ known: [R]) {
    self.key = key
    for record in known { note(record) }
  }

  /// The code of the record that a row means: a known one, or the next that is free, which is new.
  ///
  /// Of rows with one key, each means a record of its own where `repeats` says so.
  func code(of record: R, _ repeats: RepeatedRows) throws -> (code: R.Code, isNew: Bool) {
    let keys = key.keys(record)
    guard let first = keys.first else { throw NoCodeLeft() }
    let earlier = repeats == .keep ? rows[first, default: 0] : 0
    rows[first, default: 0] += 1
    if let known = codes[first], earlier < known.count { return (known[earlier], false) }
    guard let next = key.code(last + 1) else { throw NoCodeLeft() }
    return (next, true)
  }

  /// Takes note of a record that is there.
  func note(_ record: R) {
    last = max(last, key.number(record.code))
    for key in key.keys(record) where codes[key]?.contains(record.code) != true {
      codes[key, default: []].append(record.code)
    }
  }
}

/// What becomes of rows of a list that have the key of an earlier one.
package enum RepeatedRows: String, Sendable, CaseIterable {
  /// They are of the same record, and are told.
  case once
  /// Each is a record of its own.
  case keep
}

/// The numbers of codes are used up.
struct NoCodeLeft: Error {}
