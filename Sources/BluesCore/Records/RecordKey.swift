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
  /// By a key the first record that has it, and those after it.
  private var first: [String: R.Code] = [:]
  private var later: [String: [R.Code]] = [:]
  private var last: Int
  /// Those that this copy of a project gives.
  private let numbers: ClosedRange<Int>
  /// How many rows of the list had a key so far, where each means a record of its own.
  private var rows: [String: Int] = [:]

  init(_ key: RecordKey<R>, _ known: [R], numbers: ClosedRange<Int64>) {
    self.key = key
    self.numbers = Int(numbers.lowerBound)...Int(numbers.upperBound)
    last = self.numbers.lowerBound
    for record in known { note(record) }
  }

  func keys(of record: R) -> [String] { key.keys(record) }

  /// The code of the record that a row means: a known one, or the next that is free, which is new.
  ///
  /// Of rows with one key, each means a record of its own where `repeats` says so.
  func code(of record: R, _ repeats: RepeatedRows) throws -> (code: R.Code, isNew: Bool) {
    guard let key = key.keys(record).first else { throw NoCodeLeft() }
    var earlier = 0
    if repeats == .keep {
      earlier = rows[key, default: 0]
      rows[key] = earlier + 1
    }
    if let known = known(key, earlier) { return (known, false) }
    guard let next else { throw NoCodeLeft() }
    return (next, true)
  }

  /// The next code that is free; nil beyond the last that there can be.
  var next: R.Code? { key.code(last + 1) }

  /// Whether a record has a key.
  func has(_ key: String) -> Bool { first[key] != nil }

  private func known(_ key: String, _ place: Int) -> R.Code? {
    guard place > 0 else { return first[key] }
    guard let later = later[key], place <= later.count else { return nil }
    return later[place - 1]
  }

  /// Takes note of a record that is there.
  func note(_ record: R) { note(record.code, by: key.keys(record)) }

  /// Takes note of the keys of a record that is there.
  func note(_ code: R.Code, by keys: [String]) {
    let number = key.number(code)
    if numbers.contains(number) { last = max(last, number) }
    for key in keys {
      guard let known = first[key] else {
        first[key] = code
        continue
      }
      guard known != code, later[key]?.contains(code) != true else { continue }
      later[key, default: []].append(code)
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
