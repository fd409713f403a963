/// How rows of a list without codes name their records, such as a payment by its day, kind, partner and
/// reference.
struct RecordKey<R: Record>: Sendable {
  /// What tells a record from others, the first key that a row has counting.
  let keys: @Sendable (R) -> [String]
  let number: @Sendable (R.Code) -> Int
  /// The code with a number; nil beyond the last that there can be.
  let code: @Sendable (Int) -> R.Code?
}

/// The records of one kind by their keys, while a list is read.
final class KeyedRecords<R: Record> {
  private let key: RecordKey<R>
  private var codes: [String: R.Code] = [:]
  private var last = 0

  init(_ key: RecordKey<R>, _ known: [R]) {
    self.key = key
    for record in known { note(record) }
  }

  /// The code of the record that a row means: a known one, or the next that is free.
  func code(of record: R) throws -> R.Code {
    if let known = key.keys(record).first.flatMap({ codes[$0] }) { return known }
    guard let next = key.code(last + 1) else { throw NoCodeLeft() }
    return next
  }

  /// Takes note of a record that is there.
  func note(_ record: R) {
    last = max(last, key.number(record.code))
    for key in key.keys(record) where codes[key] == nil { codes[key] = record.code }
  }
}

/// The numbers of codes are used up.
struct NoCodeLeft: Error {}
