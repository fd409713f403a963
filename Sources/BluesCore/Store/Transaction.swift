import CSQLite
internal import GRDB

/// A change under way: the connection, and what the history will say of it.
final class Transaction {
  let db: Database
  let invocation: Invocation
  let file: Int64
  let hooks: StoreHooks
  /// The number this change has in the history; imports mark their rows with it.
  let operation: Int64
  private let recorder: ChangeRecorder
  private var numbers: GivenNumbers
  private var summary: String?
  private var affected: [String] = []
  private var kind = HistoryEntry.Kind.change
  private var target: Int64?
  private var batchRows = 0
  private var batch: ImportSummary?
  private var memory: ListMemory?
  private var list: ListImport.Draft?
  private var isLoading = false
  private var isFinal = false
  private var isOfParcel = false

  init(db: Database, invocation: Invocation, file: Int64, hooks: StoreHooks) throws {
    self.db = db
    self.invocation = invocation
    self.file = file
    self.hooks = hooks
    numbers = try GivenNumbers(file: file, in: db)
    let last = try Int64.fetchOne(db, sql: "SELECT max(id) FROM operation") ?? 0
    guard (0..<Int64(1) << 48).contains(last) else {
      throw UnreadValue(table: "operation", column: "id", row: last)
    }
    operation = last + 1
    recorder = try ChangeRecorder(db)
  }

  /// Says in the user's words what happened and to which things.
  func records(_ summary: String, affecting things: [String] = []) {
    self.summary = summary
    affected = things
  }

  /// Says that this change is the import of a list, and what was in it.
  func isImport(_ facts: ImportSummary) {
    batch = facts
  }

  /// Says from which file this change imports.
  func isImport(_ list: ListImport.Draft) { self.list = list }

  /// Says what was said of the list that this change imports.
  func remembers(_ memory: ListMemory?) {
    self.memory = memory
  }

  /// Notes that data of persons were given out, as a step that no undo takes back.
  func discloses(_ disclosure: Disclosure) throws {
    try disclosure.save(as: operation, in: db)
    isNeverUndone()
    records(disclosure.summary)
  }

  /// Marks this change as taking back, or bringing back, an earlier one.
  func isReversal(_ kind: HistoryEntry.Kind, of target: Int64) {
    self.kind = kind
    self.target = target
  }

  /// Says that no undo takes this change back, and that it stands in the way of none.
  func isNeverUndone() { isFinal = true }

  /// Says that this change comes in a parcel, so that it may change what others own.
  func comesInAParcel() { isOfParcel = true }

  /// Adds rows, and answers how many; those of an import are not recorded one by one.
  ///
  /// They carry `operation` in their `batch` column instead, since recording would double the cost
  /// of a load. Rows of no batch are a change like any other.
  func insert(in batch: Int64?, _ rows: () throws -> Int) rethrows {
    guard batch != nil else { return _ = try rows() }
    try load { batchRows += try rows() }
  }

  /// Runs a load, most of whose changes are rows added by `insert`: recording stops once for
  /// all of them.
  func load(_ rows: () throws -> Void) rethrows {
    if isLoading { return try rows() }
    recorder.pause()
    isLoading = true
    defer {
      isLoading = false
      recorder.resume()
    }
    try rows()
  }

  /// Runs a load of rows that are proved already, without SQLite proving each again.
  ///
  /// For a CHECK that names a list it builds that list as a table for every row, and for a
  /// reference it opens the table referred to anew.
  func unchecked(_ rows: () throws -> Void) rethrows {
    setChecking(false)
    defer { setChecking(true) }
    try rows()
  }

  private func setChecking(_ isOn: Bool) {
    let connection = db.sqliteConnection
    sqlite3_exec(
      connection, "PRAGMA ignore_check_constraints = \(isOn ? "OFF" : "ON")", nil, nil, nil)
    // The pragma of the same name does nothing inside a transaction.
    blues_set_foreign_keys(connection, isOn ? 1 : 0)
  }

  /// Records a change amid a load.
  func recorded(_ change: () throws -> Void) rethrows {
    guard isLoading else { return try change() }
    recorder.resume()
    defer { recorder.pause() }
    try change()
  }

  /// The id of the next row of a table; one that was given before is never given again.
  func nextID(_ table: String) throws -> Int64 { try numbers.next(table, in: db) }

  /// The next number in a column that people know rows by, such as that of exchanges.
  func nextNumber(_ table: String, _ column: String) throws -> Int {
    Int(try numbers.next(table, column, in: db))
  }

  /// Writes the line of the history; a change that changed nothing leaves none, but an undo
  /// that had to keep everything does, since its step counts as undone.
  ///
  /// Answers whether there is one.
  func finish() throws -> Bool {
    let changeset = try recorder.changeset()
    guard !changeset.bytes.isEmpty || batchRows > 0 || kind != .change else { return false }
    recorder.pause()
    if kind == .change && !isOfParcel {
      for hook in hooks.beforeCommit { try hook(db, changeset, operation) }
    }
    if kind != .change { for hook in hooks.beforeReversal { try hook(db, changeset) } }
    let changed = try changeset.rows()
    for hook in hooks.afterChange { try hook(db, changed) }
    do {
      try db.execute(
        sql: """
          INSERT INTO operation
            (id, at, who, command, summary, affected, kind, target, batch_rows, changeset,
             is_final, organisation)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, (SELECT organisation FROM file))
          """,
        arguments: [
          operation, invocation.at, invocation.who, invocation.command,
          summary ?? invocation.command,
          affected.joined(separator: " "), kind.rawValue, target, batchRows,
          changeset.bytes, isFinal,
        ])
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
      // The number is one more than the last: another one has it where the file is damaged.
      throw UnreadValue(table: "operation", column: "id", row: operation)
    }
    try numbers.save(changed: changed, in: db)
    try batch?.save(as: operation, in: db)
    try memory?.save(as: operation, in: db)
    try list?.save(as: operation, in: db)
    return true
  }
}
