import CSQLite
internal import GRDB

/// One project in one SQLite file: every question and every change goes through here.
package struct Store: Sendable {
  let queue: DatabaseQueue
  package let path: String
  package internal(set) var invocation: Invocation
  let hooks: StoreHooks
  /// What killed commands had left beside the project, and opening it to write has cleared.
  package private(set) var cleared: [String] = []
  let commit = CommitFlag()

  /// Whether a change made here is on disk, whatever becomes of its answer.
  package var isChanged: Bool { commit.isSet }

  let step = CommitFlag()

  /// Whether anything was changed here, in a rehearsal too: what changes nothing leaves no step.
  package var hasStep: Bool { step.isSet }

  /// Whether one view of the file was begun for all questions of a command that only reads.
  var hasView = false

  /// Asked before every question and change, in the same transaction.
  var condition: @Sendable (Database) throws -> Void = { _ in }

  /// The same project, where nothing that is done stays done.
  package var rehearsal: Store {
    var invocation = invocation
    invocation.isRehearsal = true
    return Store(queue: queue, path: path, invocation: invocation, hooks: hooks)
  }

  /// Answers a question from one unchanging view of the file; a command that only reads has one view.
  func read<T>(_ question: (Database) throws -> T) throws -> T {
    try translating {
      func ask(_ db: Database) throws -> T {
        try condition(db)
        return try db.locating { try question(db) }
      }
      return try hasView ? queue.unsafeRead(ask) : queue.read(ask)
    }
  }

  /// Closes the file, and says whether that worked; nothing can be asked afterwards.
  func disconnect() -> Bool { (try? queue.close()) != nil }

  /// Gives up the view of a command that has read all it reads: in a file without a log a reader
  /// stands in the way of a change.
  package mutating func endView() throws {
    guard hasView else { return }
    try translating { try queue.unsafeRead { try $0.execute(sql: "COMMIT") } }
    hasView = false
  }

  /// Runs one change as one transaction, together with its line in the history.
  ///
  /// A rehearsal runs the same path and is rolled back before anything is kept.
  func write<T>(_ change: (Transaction) throws -> T) throws -> T {
    try translating {
      var result: T?
      try queue.inTransaction(.immediate) { db in
        let write = try Transaction(
          db: db, invocation: invocation, file: FileIdentity.number(db), hooks: hooks)
        try condition(db)
        result = try db.locating {
          let value = try change(write)
          if try write.finish() { step.set() }
          return value
        }
        return invocation.isRehearsal ? .rollback : .commit
      }
      guard let result else { throw StoreProblem.failed(detail: "the change gave no answer") }
      if !invocation.isRehearsal { commit.set() }
      return result
    }
  }

  /// Removes what killed commands left beside the project; a rehearsal leaves it.
  mutating func clearLeftovers() throws {
    guard !invocation.isRehearsal else { return }
    cleared = Leftovers.clear(ofProject: path)
    try queue.unsafeRead { db in
      for hook in hooks.afterOpening { cleared += try hook(db, path) }
    }
  }

  func translating<T>(_ body: () throws -> T) throws -> T {
    try Self.translating(path, body)
  }

  /// Turns SQLite's messages into sentences a person can act on.
  static func translating<T>(_ path: String, _ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch is RowDecodingError {
      // What it says shows the row.
      throw StoreProblem.damaged(path: path, detail: "a value in it is of another kind")
    } catch let error as DatabaseError {
      if let message = error.message, message.contains("malformed JSON") {
        throw StoreProblem.damaged(path: path, detail: "a list of extra columns in it is broken")
      }
      // Without room SQLite says of its files that they are busy, or that they failed.
      if [.SQLITE_BUSY, .SQLITE_IOERR, .SQLITE_CANTOPEN].contains(error.resultCode),
        DiskRoom.isFull(at: path)
      {
        throw StoreProblem.full(path: path)
      }
      switch error.resultCode {
      case .SQLITE_BUSY, .SQLITE_LOCKED: throw StoreProblem.busy
      case .SQLITE_NOTADB: throw StoreProblem.notAProject(path: path)
      case .SQLITE_CORRUPT:
        throw StoreProblem.damaged(path: path, detail: error.message ?? "its pages do not fit")
      case .SQLITE_FULL: throw StoreProblem.full(path: path)
      case .SQLITE_IOERR:
        // Its message can be that of what asked, such as a search table, not that of the disk.
        let reason = String(cString: sqlite3_errstr(error.resultCode.rawValue))
        throw StoreProblem.diskFailed(path: path, detail: reason)
      case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: throw StoreProblem.readOnly(path: path)
      case .SQLITE_CANTOPEN: throw StoreProblem.cannotOpen(path: path)
      default: throw StoreProblem.failed(detail: error.message ?? "SQLite says \(error.resultCode)")
      }
    }
  }
}
