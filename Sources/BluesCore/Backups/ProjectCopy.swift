internal import Basics
internal import GRDB
internal import Glibc

/// A whole copy of a project in a file of its own, which counts only when it was read again.
struct ProjectCopy {
  let path: String

  /// The rows of each table.
  typealias Counts = [String: Int]

  /// Copies the project as it is at one instant, while others may go on writing to it.
  ///
  /// - Throws: `BackupProblem.unsound` when the copy does not have the same rows.
  static func make(
    of source: DatabaseQueue, at path: String, telling: @escaping (Int, Int) -> Void = { _, _ in }
  ) throws -> ProjectCopy {
    let descriptor = open(path.fileName, O_CREAT | O_EXCL | O_RDWR | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failed(path) }
    close(descriptor)
    let copy = ProjectCopy(path: path)
    do {
      let counts = try fill(path, from: source, telling)
      try copy.check(counts)
      try copy.sync()
      return copy
    } catch {
      copy.remove()
      throw error
    }
  }

  private static func fill(
    _ path: String, from source: DatabaseQueue, _ telling: @escaping (Int, Int) -> Void
  ) throws -> Counts {
    var plain = Configuration()
    plain.prepareDatabase { db in
      // Until it has its name the copy may be lost, so that no journal is kept of it.
      try db.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
    }
    let target = try DatabaseQueue(path: Store.sqliteName(path), configuration: plain)
    let counts = try source.read { db in
      let counts = try Self.counts(db)
      try target.writeWithoutTransaction { target in
        try db.backup(to: target, pagesPerStep: 8192) {
          telling($0.completedPageCount, $0.totalPageCount)
        }
      }
      return counts
    }
    try target.close()
    return counts
  }

  private func check(_ counts: Counts) throws {
    let queue = try DatabaseQueue(
      path: Store.sqliteName(path), configuration: Store.configuration(.reading))
    let verdict: String? = try queue.read { db in
      if let fault = try db.pageFaults(most: 1).first { return fault }
      return try Self.counts(db) == counts ? nil : "it does not have the same rows"
    }
    try queue.close()
    if let verdict { throw BackupProblem.unsound(path, detail: verdict) }
  }

  static func counts(_ db: Database) throws -> Counts {
    let tables = try String.fetchAll(
      db,
      sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 ORDER BY name")
    return try tables.reduce(into: [:]) { counts, table in
      counts[table] = try Int.fetchOne(
        db, sql: "SELECT count(*) FROM \(table.quotedDatabaseIdentifier)")
    }
  }

  private func sync() throws {
    let descriptor = open(path.fileName, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.failed(path) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw Self.failed(path) }
  }

  /// Gives it its name, which is refused where something has it; the folder is made durable.
  func appear(as name: String) throws {
    guard link(path.fileName, name.fileName) == 0 else {
      if errno == EEXIST { throw BackupProblem.thereAlready(name) }
      throw Self.failed(name)
    }
    let code = FolderEntry.sync(Store.folder(of: name))
    guard code == 0 else {
      unlink(name.fileName)
      throw BackupProblem.cannotWrite(name, detail: String(cString: strerror(code)))
    }
    remove()
  }

  func remove() { for ending in Store.fileEndings { unlink((path + ending).fileName) } }

  static func failed(_ path: String) -> BackupProblem {
    .cannotWrite(path, detail: String(cString: strerror(errno)))
  }
}
