/// How rows of a list without codes name their records, such as a budget line by its partner, its
/// category and its work package.
struct RecordKey<R: Record>: Sendable {
  /// What tells a record from others, each key in parts, the first key that a row has counting.
  let keys: @Sendable (R) -> [[String]]
  let number: @Sendable (R.Code) -> Int
  /// The code with a number; nil beyond the last that there can be.
  let code: @Sendable (Int) -> R.Code?
  /// Whether no two records can have the same key.
  var isUnique = false

  /// What stands between the parts of a key that is stored.
  var joint = "|"

  /// Puts the parts of each key into a digest of their own, in the same order and without texts made for
  /// it: for lists of a hundred thousand rows.
  var quick: (@Sendable (R) -> [Hasher])?

  /// The keys as they are stored.
  func texts(of record: R) -> [String] { keys(record).map { $0.joined(separator: joint) } }

  /// Digests of the keys, good for as long as the program runs; those of equal keys are the same.
  func digests(of record: R) -> [Int64] {
    let hashers =
      quick?(record)
      ?? keys(record).map { parts in
        var hasher = Hasher()
        for part in parts { hasher.combine(part) }
        return hasher
      }
    return hashers.map { Int64($0.finalize()) }
  }
}

/// The records of one kind by their keys, while a list is read.
final class KeyedRecords<R: Record> {
  private let key: RecordKey<R>
  /// By the digest of a key the number of the first record that has it, and those after it.
  private var first = DigestTable()
  private var later: [Int64: [R.Code]] = [:]
  private var last: Int
  /// Those that this copy of a project gives.
  private let numbers: ClosedRange<Int>
  /// How many rows of the list had a key so far, where each means a record of its own.
  private var rows: [Int64: Int] = [:]

  /// The records that are there; numbers up to `given` were given before, also to some that are gone.
  init(_ key: RecordKey<R>, _ known: [R], numbers: ClosedRange<Int64>, given: Int) {
    self.key = key
    self.numbers = Int(numbers.lowerBound)...Int(numbers.upperBound)
    last = max(self.numbers.lowerBound, given)
    for record in known { note(record) }
  }

  func digests(of record: R) -> [Int64] { key.digests(of: record) }

  /// The code of the record that a row means: a known one, or the next that is free, which is new.
  ///
  /// Of rows with one key, each means a record of its own where `repeats` says so, and none of them a
  /// record that is to be spared.
  func code(
    of record: R, _ repeats: RepeatedRows, sparing isSpared: (R.Code) -> Bool = { _ in false }
  ) throws -> (code: R.Code, isNew: Bool) {
    guard let key = key.digests(of: record).first else { throw NoCodeLeft() }
    if repeats == .keep {
      let earlier = rows[key, default: 0]
      rows[key] = earlier + 1
      let known = known(key).filter { !isSpared($0) }
      if earlier < known.count { return (known[earlier], false) }
    } else if let known = known(key).first {
      return (known, false)
    }
    guard let next else { throw NoCodeLeft() }
    return (next, true)
  }

  /// The next code that is free; nil beyond the last that there can be.
  var next: R.Code? { key.code(last + 1) }

  /// Whether a record has a key.
  func has(_ key: Int64) -> Bool { first[key] != nil }

  /// The records that have a key, in their order.
  private func known(_ key: Int64) -> [R.Code] {
    guard let code = first[key].flatMap({ self.key.code(Int($0)) }) else { return [] }
    return [code] + later[key, default: []]
  }

  /// Takes note of a record that is there.
  func note(_ record: R) { note(record.code, by: key.digests(of: record)) }

  /// Takes note of the digests of the keys of a record that is there.
  func note(_ code: R.Code, by keys: [Int64]) {
    let number = key.number(code)
    if numbers.contains(number) { last = max(last, number) }
    for key in keys {
      guard let known = first.add(Int64(number), key), known != Int64(number),
        later[key]?.contains(code) != true
      else { continue }
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
  /// They are of the same record, and the last one counts.
  case replace
}

/// The numbers of codes are used up.
struct NoCodeLeft: Error {}
