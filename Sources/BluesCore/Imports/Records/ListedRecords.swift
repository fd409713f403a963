internal import Basics

/// What serves all rows of one import of records of a kind.
final class ListedRecords<R: Record> {
  let write: Transaction
  let context: RecordContext
  let edits: RecordEdits
  let earlier: EarlierRows<R.Code>
  let seen = SeenCodes<R.Code>()
  let waiting = WaitingRows<R.Code>()
  /// Whether what people changed stays.
  let isKeepingEdits: Bool
  let repeats: RepeatedRows
  /// The records by their keys; nil where every row has a code.
  let keyed: KeyedRecords<R>?
  /// A record to read a row into, of which only the key is asked.
  private let blank: R?
  private var removed: RemovedRecords
  private let warnings: ((R, Bool) throws -> Doubts)?
  /// Whether a row had a plain number for its code, and whether that was told.
  private var hasOwnNumbers = false
  private var areOwnNumbersTold = false
  /// How many sentences of doubts are still to be told.
  private var toTell = ImportOutcome.shownRejections
  /// The names of what rows can say.
  let names: [String]

  init(_ register: Register<R>, _ write: Transaction, _ request: ImportRequest) throws {
    self.write = write
    context = try RecordContext(write.db, write.invocation, write.hooks, origin: .list)
    edits = try RecordEdits(write, of: register.table.name)
    removed = try RemovedRecords(write, of: register.table.name)
    isKeepingEdits = request.edits == .keep
    repeats = request.repeats
    let context = context
    keyed = try register.rules.key.map { key in
      try KeyedRecords(
        key, register.fetchStored(context), numbers: CopyIdentity.numbers(write.db))
    }
    blank = register.rules.key?.code(1).map { R(code: $0) }
    warnings = try register.rules.warnings?(context)
    names = register.listed.map { $0.name }
    earlier = EarlierRows(names)
  }

  /// The code of the record that a row means, and whether it is sure to be a new one.
  ///
  /// A plain number in the column of codes is the list's own: another list has the same for another record.
  func code(
    of row: ImportRow, _ said: [String: String], _ register: Register<R>
  ) throws -> (code: R.Code, isNew: Bool) {
    let number = row.text("code").flatMap { isPlainNumber($0) ? $0 : nil }
    if let keyed, var record = blank, row.text("code") == nil || number != nil {
      hasOwnNumbers = hasOwnNumbers || number != nil
      try register.read(Changes(said.mapValues { [$0] }), into: &record, context)
      return try keyed.code(of: record, repeats)
    }
    return (try register.code(of: row), false)
  }

  /// Whether somebody removed records here, which a list may bring again.
  var hasRemoved: Bool { !removed.isEmpty }

  /// That a record which was added is one that somebody had removed here.
  func returned(_ now: R, _ register: Register<R>) throws -> [String] {
    guard hasRemoved, let was = try removed.take(register.listKeys(of: now)) else { return [] }
    let code = now.code.description
    return [
      was == code
        ? "\(code) was removed here, and the list adds it again."
        : "\(was) was removed here, and the list adds it again as \(code)."
    ]
  }

  /// Takes note of a record that was added or changed; answers what may be a slip in it.
  func took(_ now: R) throws -> Doubts {
    keyed?.note(now)
    let doubts = try doubts(of: now)
    guard hasOwnNumbers, !areOwnNumbersTold else { return doubts }
    areOwnNumbersTold = true
    return Doubts([
      "The number of the row is the list's own and finds no record here; a code such as "
        + "\(now.code) does."
    ]) + doubts
  }

  private func isPlainNumber(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0.isDigit }
  }

  /// What may be a slip in a record; in sentences as long as these are shown.
  func doubts(of now: R) throws -> Doubts {
    guard let doubts = try warnings?(now, toTell > 0) else { return Doubts() }
    toTell -= doubts.sentences.count
    return doubts
  }
}
