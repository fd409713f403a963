import CSQLite
internal import GRDB

extension Store {
  /// A project of the bytes of a file, in memory, checked like any file of somebody else.
  ///
  /// An older layout is brought up to date there; problems call it by the name.
  static func ofBytes(
    _ bytes: [UInt8], named name: String, invocation: Invocation, hooks: StoreHooks
  ) throws -> Store {
    let queue = try DatabaseQueue(configuration: configuration(.readingAlone))
    return try translating(name) {
      let version = try queue.unsafeRead { db in
        try db.load(bytes)
        if let fault = try db.pageFaults(most: 1).first {
          throw StoreProblem.damaged(path: name, detail: fault)
        }
        return try recognise(db, path: name)
      }
      let read = Store(queue: queue, path: name, invocation: invocation, hooks: hooks)
      guard version < Migration.newest else { return read }
      let copy = try read.copyInMemory()
      try copy.migrate(from: version, .commit)
      return copy
    }
  }

  /// A project in memory without rows, which is no copy of a partner and keeps no history.
  ///
  /// Its pages are small: each table and index has one at least, which makes a megabyte of 4,096 bytes
  /// each, and less than a fifth of it of 512.
  static func empty(invocation: Invocation) throws -> Store {
    let queue = try DatabaseQueue(configuration: configuration(.writing))
    // The pages of a copy are as large as those of what it is a copy of, or it is refused.
    try queue.writeWithoutTransaction { try $0.execute(sql: smallPages) }
    try emptyPattern.get().backup(to: queue)
    return Store(
      queue: queue, path: ":memory:", invocation: invocation, hooks: StoreHooks())
  }

  private static let smallPages = "PRAGMA page_size = 512"

  /// Laid out once, which takes ten times as long as a copy of it.
  private static let emptyPattern = Result {
    let queue = try DatabaseQueue(configuration: configuration(.writing))
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "\(smallPages); PRAGMA application_id = \(applicationID)")
      try Migration.run(db)
    }
    return queue
  }

  /// The bytes that a file of this project would have.
  func bytes() throws -> [UInt8] {
    try queue.unsafeRead { db in
      var size: sqlite3_int64 = 0
      let bytes = sqlite3_serialize(db.sqliteConnection, "main", &size, 0)
      defer { sqlite3_free(bytes) }
      guard let bytes, size > 0 else {
        throw StoreProblem.failed(detail: "its bytes cannot be had")
      }
      return Array(UnsafeBufferPointer(start: bytes, count: Int(size)))
    }
  }
}

extension Database {
  /// Puts the bytes of a database file in the place of this empty one in memory.
  fileprivate func load(_ bytes: [UInt8]) throws {
    let size = sqlite3_int64(bytes.count)
    guard let copy = sqlite3_malloc64(sqlite3_uint64(size)) else {
      throw DatabaseError(resultCode: .SQLITE_NOMEM)
    }
    copy.copyMemory(from: bytes, byteCount: bytes.count)
    let flags = UInt32(SQLITE_DESERIALIZE_FREEONCLOSE) | UInt32(SQLITE_DESERIALIZE_READONLY)
    let code = sqlite3_deserialize(
      sqliteConnection, "main", copy.assumingMemoryBound(to: UInt8.self), size, size, flags)
    guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
    clearSchemaCache()
  }
}
