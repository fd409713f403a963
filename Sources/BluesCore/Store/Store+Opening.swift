internal import Basics
import CSQLite
internal import GRDB
import Glibc

extension Store {
  /// Marks a SQLite file as a blues project: the letters `blus`.
  static let applicationID = 0x626C_7573

  /// Opens a project file to change it; an older layout is brought up to date first.
  static func openToWrite(
    at path: String, invocation: Invocation, hooks: StoreHooks
  ) throws -> Store {
    try requireFile(at: path)
    guard access(path.fileName, W_OK) == 0 else { throw StoreProblem.readOnly(path: path) }
    try NetworkDrive.refuse(path, file: path)
    var store = Store(
      queue: try translating(path) {
        try DatabaseQueue(
          path: sqliteName(path), configuration: configuration(.writing))
      },
      path: path, invocation: invocation, hooks: hooks)
    try store.translating {
      let version = try store.queue.unsafeRead { try recognise($0, path: path) }
      guard version < Migration.newest else { return }
      // Tried first, so that a file that cannot be brought up to date leaves no copy behind.
      try store.migrate(from: version, .rollback)
      try store.snapshot(to: "\(path).before-layout-\(Migration.newest)")
      try store.migrate(from: version, .commit)
    }
    try store.translating { try store.clearLeftovers() }
    return store
  }

  /// Opens a project file to read it, also from a folder or disk that cannot be written.
  ///
  /// An older layout is read through a copy in memory, because a reader never writes.
  static func openToRead(
    at path: String, invocation: Invocation, hooks: StoreHooks
  ) throws -> Store {
    try requireFile(at: path)
    let (queue, version) = try recognised(path)
    var store = Store(queue: queue, path: path, invocation: invocation, hooks: hooks)
    return try store.translating {
      guard version < Migration.newest else {
        // A transaction for each question would let every statement be made again.
        try store.queue.unsafeRead { try $0.execute(sql: "BEGIN") }
        store.hasView = true
        return store
      }
      let copy = try store.copyInMemory()
      try copy.migrate(from: version, .commit)
      return copy
    }
  }

  /// A project that is read, with its layout; on a disk without room for the index of the log, which all
  /// readers share, it is in memory, and others wait.
  private static func recognised(_ path: String) throws -> (DatabaseQueue, Int) {
    func opened(_ queue: DatabaseQueue) throws -> (DatabaseQueue, Int) {
      (queue, try queue.unsafeRead { try recognise($0, path: path) })
    }
    return try translating(path) {
      do {
        return try opened(readingQueue(path))
      } catch let error as DatabaseError where isOfRoom(error) {
        return try opened(
          DatabaseQueue(path: sqliteName(path), configuration: configuration(.readingAlone)))
      }
    }
  }

  /// Whether an error is that of a disk without room for the index of the log.
  private static func isOfRoom(_ error: DatabaseError) -> Bool {
    [.SQLITE_IOERR_SHMSIZE, .SQLITE_IOERR_SHMOPEN, .SQLITE_IOERR_SHMMAP, .SQLITE_FULL].contains(
      error.extendedResultCode)
  }

  /// A whole project in memory, for tests and for questions about the past.
  static func inMemory(invocation: Invocation, hooks: StoreHooks) throws -> Store {
    let store = Store(
      queue: try DatabaseQueue(configuration: configuration(.writing)), path: ":memory:",
      invocation: invocation, hooks: hooks)
    try store.queue.writeWithoutTransaction { try Migration.run($0) }
    return store
  }

  /// Refuses what is no file before SQLite opens it, which would wait for a pipe's writer.
  private static func requireFile(at path: String) throws {
    var found = stat()
    guard stat(path.fileName, &found) == 0 else {
      switch errno {
      case ENOENT, ENOTDIR: throw StoreProblem.missing(path: path)
      case EACCES: throw StoreProblem.barred(path: path)
      default: throw StoreProblem.cannotOpen(path: path)
      }
    }
    guard found.st_mode & S_IFMT == S_IFREG else { throw StoreProblem.notAFile(path: path) }
  }

  /// Brings the tables to the newest layout; tables of another layout than the file says are
  /// damage.
  func migrate(from version: Int, _ ending: Database.TransactionCompletion) throws {
    do {
      try queue.writeWithoutTransaction { try Migration.run($0, ending) }
    } catch let error as DatabaseError
      where [.SQLITE_ERROR, .SQLITE_CONSTRAINT].contains(error.resultCode)
    {
      throw StoreProblem.damaged(
        path: path, detail: "it says its layout is \(version), but its tables are of another")
    }
  }

  func copyInMemory() throws -> Store {
    let copy = try DatabaseQueue(configuration: Self.configuration(.writing))
    try queue.backup(to: copy)
    return Store(queue: copy, path: path, invocation: invocation, hooks: hooks)
  }

  /// What a connection may do.
  enum Access {
    case writing, reading
    /// With no other beside it.
    case readingAlone
  }

  static func configuration(_ access: Access) -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(30)
    configuration.foreignKeysEnabled = true
    configuration.prepareDatabase { db in
      if access == .readingAlone { try db.execute(sql: "PRAGMA locking_mode = EXCLUSIVE") }
      try harden(db)
      // Kibibytes: the indexes of a large import stay in memory instead of being read again.
      if access == .writing { return try db.execute(sql: "PRAGMA cache_size = -65536") }
      try db.execute(sql: "PRAGMA query_only = ON")
      // Nothing asks which columns a statement reads; to note them takes a tenth of a report.
      sqlite3_set_authorizer(db.sqliteConnection, nil, nil)
    }
    configuration.allowsUnsafeTransactions = access != .writing
    return configuration
  }

  /// What SQLite's security page asks of programs that open files of others.
  private static func harden(_ db: Database) throws {
    guard blues_defend(db.sqliteConnection) == SQLITE_OK else {
      throw StoreProblem.failed(detail: "SQLite cannot be told to distrust the file")
    }
    try db.execute(
      sql: """
        PRAGMA trusted_schema = OFF;
        PRAGMA cell_size_check = ON;
        PRAGMA temp_store = MEMORY;
        PRAGMA synchronous = FULL;
        """)
  }

  /// A writable file is opened as its writer would, so that WAL works without leaving files
  /// behind; on a read-only medium SQLite needs to be told that nobody else can change the file.
  private static func readingQueue(_ path: String) throws -> DatabaseQueue {
    if access(path.fileName, W_OK) == 0 && access(folder(of: path).fileName, W_OK) == 0 {
      return try DatabaseQueue(path: sqliteName(path), configuration: configuration(.reading))
    }
    guard access(path.fileName, R_OK) == 0 else { throw StoreProblem.unreadable(path: path) }
    var log = stat()
    if stat("\(path)-wal".fileName, &log) == 0 && log.st_size > 0 {
      throw StoreProblem.pendingLog(path: path)
    }
    var immutable = configuration(.reading)
    immutable.readonly = true
    return try DatabaseQueue(
      path: "file:\(uriEscaped(path))?immutable=1", configuration: immutable)
  }

  package static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
  }

  /// The name by which SQLite opens a file; as an address where it is no UTF-8.
  static func sqliteName(_ path: String) -> String {
    FileName.bytes(path).elementsEqual(path.utf8) ? path : "file:\(uriEscaped(path))"
  }

  private static func uriEscaped(_ path: String) -> String {
    let hex = Array("0123456789ABCDEF")
    return FileName.bytes(path).reduce(into: "") { text, byte in
      switch UInt8(byte) {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."),
        UInt8(ascii: "-"), UInt8(ascii: "_"):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default: text += "%\(hex[Int(byte >> 4)])\(hex[Int(byte & 15)])"
      }
    }
  }

  /// Whether a file that begins with these bytes, at least 72 of them, is a project of ours.
  package static func isProject(firstBytes bytes: [UInt8]) -> Bool {
    guard bytes.count >= 72, bytes.starts(with: "SQLite format 3\0".utf8) else { return false }
    return bytes[68..<72].reduce(0) { $0 << 8 | Int($1) } == applicationID
  }

  /// Checks that the file is a project of ours with no object but ours in it, and says which layout
  /// it has.
  static func recognise(_ db: Database, path: String) throws -> Int {
    guard try Int.fetchOne(db, sql: "PRAGMA application_id") == applicationID else {
      throw StoreProblem.notAProject(path: path)
    }
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    guard version > 0 else {
      throw StoreProblem.damaged(path: path, detail: "its layout has the number \(version)")
    }
    guard version <= Migration.newest else {
      throw StoreProblem.newer(path: path, found: version, known: Migration.newest)
    }
    try Layout.check(db, version: version, path: path)
    return version
  }

  /// Writes a checked copy of the whole file, mode 0600, which gets its name when it is safe on disk;
  /// an earlier one of that name goes.
  func snapshot(to copy: String) throws {
    let earlier = umask(0o077)
    defer { umask(earlier) }
    let draft = "\(path).new-\(getpid())"
    defer { for ending in ["", "-wal", "-shm", "-journal"] { unlink((draft + ending).fileName) } }
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "VACUUM INTO ?", arguments: [Self.sqliteName(draft)])
    }
    let check = try DatabaseQueue(
      path: Self.sqliteName(draft), configuration: Self.configuration(.writing))
    if let fault = try check.read({ try $0.pageFaults(most: 1).first }) {
      throw StoreProblem.failed(detail: "the copy \(copy) is damaged: \(fault)")
    }
    try check.close()
    let descriptor = open(draft.fileName, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw diskFailed(errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0, rename(draft.fileName, copy.fileName) == 0 else {
      throw diskFailed(errno)
    }
    let code = FolderEntry.sync(Self.folder(of: copy))
    guard code == 0 else { throw diskFailed(code) }
  }

  private func diskFailed(_ code: Int32) -> StoreProblem {
    .diskFailed(path: path, detail: String(cString: strerror(code)))
  }
}
