internal import Basics
import CSQLite
internal import GRDB
import Glibc

extension Store {
  /// Creates a project file with mode 0600 and its project in it, wholly or not at all.
  ///
  /// It is laid out under another name and given its own only when it is safe on disk.
  ///
  /// - Throws: `StoreProblem.alreadyThere` when anything has that name.
  package static func create(
    at path: String, invocation: Invocation, from template: ProjectTemplate,
    _ opening: ProjectDetails.Opening
  ) throws -> Store {
    let created = try create(at: path, invocation: invocation) {
      _ = try $0.project.start(from: template, opening)
    }
    guard let created else { throw StoreProblem.cannotCreate(path: path, detail: "a dry run") }
    return created
  }

  /// Creates a project file that is filled before it has its name; none in a dry run, which fills it and
  /// leaves nothing.
  static func create(
    at path: String, invocation: Invocation, _ fill: (Store) throws -> Void
  ) throws -> Store? {
    var found = stat()
    guard lstat(path.fileName, &found) != 0 else { throw StoreProblem.alreadyThere(path: path) }
    try NetworkDrive.refuse(folder(of: path), file: path)
    let signals = HeldSignals()
    defer { signals.letGo() }
    let draft = "\(path).new-\(getpid())"
    defer { for ending in fileEndings { unlink((draft + ending).fileName) } }
    let store = try layOut(at: draft, path, invocation: invocation)
    try store.translating {
      try fill(store)
      // Closing folds the log in too, but keeps to itself when that fails.
      _ = try store.queue.writeWithoutTransaction { try $0.checkpoint(.truncate) }
      try store.queue.close()
    }
    guard !invocation.isRehearsal else { return nil }
    // link() refuses a name that has come into being since, where rename() would replace it.
    guard link(draft.fileName, path.fileName) == 0 else {
      if errno == EEXIST { throw StoreProblem.alreadyThere(path: path) }
      throw StoreProblem.cannotCreate(path: path, detail: String(cString: strerror(errno)))
    }
    do {
      let code = FolderEntry.sync(folder(of: path))
      guard code == 0 else {
        throw StoreProblem.diskFailed(path: path, detail: String(cString: strerror(code)))
      }
      let created = try openToWrite(at: path, invocation: invocation)
      created.commit.set()
      return created
    } catch {
      // Nobody knows of it yet.
      for ending in fileEndings { unlink((path + ending).fileName) }
      throw error
    }
  }

  /// What the names of a project's files end in.
  static let fileEndings = ["", "-wal", "-shm", "-journal"]

  private static func layOut(at draft: String, _ path: String, invocation: Invocation) throws
    -> Store
  {
    let descriptor = Glibc.open(draft.fileName, O_CREAT | O_EXCL | O_RDWR | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      throw StoreProblem.cannotCreate(path: path, detail: String(cString: strerror(errno)))
    }
    close(descriptor)
    let store = Store(
      queue: try translating(path) {
        try DatabaseQueue(
          path: sqliteName(draft), configuration: configuration(.writing))
      },
      path: path, invocation: invocation, hooks: .rooms)
    try store.translating {
      try store.queue.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA application_id = \(applicationID)")
        try db.execute(sql: "PRAGMA journal_mode = WAL")
        try Migration.run(db)
      }
    }
    return store
  }
}
